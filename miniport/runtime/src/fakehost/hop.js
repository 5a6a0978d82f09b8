// The way between the logic thread and a web view: values are copied, nothing arrives in the same turn,
// and on request messages are lost, repeated, delayed or overtaken.

/** Return a source of numbers in [0, 1) that is the same for the same seed. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

/** Return a copy as the container makes it: what JSON can say. */
export function copied(value) {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function macrotask() {
  const waiting = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waiting.shift()();
  return (run) => {
    waiting.push(run);
    port2.postMessage(0);
  };
}

/**
 * Return hop(run, isMessage). `faults`: {drop, duplicate: chance 0-1, delay: [from, to] ms, seed};
 * different delays let messages overtake each other.
 */
export function createHop(faults, note) {
  const soon = macrotask();
  if (!faults) return (run) => soon(run);
  const random = randomFrom(faults.seed || 1);
  const [from, to] = faults.delay || [0, 0];
  return (run, isMessage) => {
    if (!isMessage) return soon(run);
    if (random() < (faults.drop || 0)) return note({ what: "fault", kind: "drop" });
    const times = random() < (faults.duplicate || 0) ? 2 : 1;
    for (let time = 0; time < times; time += 1) setTimeout(run, from + random() * (to - from));
    return undefined;
  };
}
