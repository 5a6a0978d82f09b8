// A transport for two ends that loses, repeats, delays and reorders, on a clock that tests move.

import { randomFrom } from "../../src/fakehost/hop.js";

/** Return a clock: timer(run, ms) -> cancel, and run(until) which passes the time. */
export function createClock() {
  const waiting = [];
  let now = 0;
  let order = 0;
  return {
    now: () => now,
    timer(run, ms) {
      const item = { at: now + ms, order: (order += 1), run };
      waiting.push(item);
      return () => {
        const at = waiting.indexOf(item);
        if (at >= 0) waiting.splice(at, 1);
      };
    },
    /** Run what is due until nothing waits, or the time is over. */
    run(until = Infinity) {
      while (waiting.length) {
        let first = 0;
        for (let at = 1; at < waiting.length; at += 1) {
          const [one, other] = [waiting[at], waiting[first]];
          if (one.at < other.at || (one.at === other.at && one.order < other.order)) first = at;
        }
        if (waiting[first].at > until) break;
        const [item] = waiting.splice(first, 1);
        now = item.at;
        item.run();
      }
      now = Math.max(now, until === Infinity ? now : until);
    },
  };
}

/** Return a function that makes the transmit of one direction. `stats` counts what was done to frames. */
export function createWire(clock, { seed = 1, drop = 0, duplicate = 0, delay = [1, 1] } = {}, stats = {}) {
  const random = randomFrom(seed);
  const count = (name) => {
    stats[name] = (stats[name] || 0) + 1;
  };
  return (arrive) => (frame) => {
    count("sent");
    // Frames cross as copies, as they do between two engines.
    const copy = JSON.stringify(frame);
    stats.largest = Math.max(stats.largest || 0, Buffer.byteLength(copy));
    if (random() < drop) return count("dropped");
    const times = random() < duplicate ? 2 : 1;
    if (times === 2) count("duplicated");
    for (let time = 0; time < times; time += 1) {
      clock.timer(() => arrive(JSON.parse(copy)), delay[0] + random() * (delay[1] - delay[0]));
    }
    return undefined;
  };
}
