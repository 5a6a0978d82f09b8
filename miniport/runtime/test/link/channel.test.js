import assert from "node:assert/strict";
import { test } from "node:test";
import { bytes, cut } from "../../src/link/bytes.js";
import { Channel, LIMIT } from "../../src/link/channel.js";
import { createClock, createWire } from "./network.js";

/** Join two channels; returns both ends with what arrived at each. */
function pair(faults = {}, { timers = [true, true], options = {} } = {}) {
  const clock = createClock();
  const stats = {};
  const ends = [{ got: [] }, { got: [] }];
  const wire = createWire(clock, faults, stats);
  ends.forEach((end, index) => {
    const send = wire((frame) => ends[1 - index].channel.receive(frame));
    end.channel = new Channel(
      {
        transmit(frame, done) {
          send(frame);
          clock.timer(done, 0);
        },
        deliver: (text) => end.got.push(text),
        defer: (run) => clock.timer(run, 0),
        timer: timers[index] ? clock.timer : null,
      },
      options,
    );
  });
  return { clock, stats, ends };
}

function numbers(count) {
  return Array.from({ length: count }, (_, index) => String(index));
}

test("what is sent arrives once and in order", () => {
  const { clock, ends } = pair();
  numbers(50).forEach((text) => ends[0].channel.send(text));
  clock.run();
  assert.deepEqual(ends[1].got, numbers(50));
  assert.equal(ends[0].channel.queue.length, 0);
});

test("what one turn sends shares a frame, and its acknowledgement is one more", () => {
  const { clock, stats, ends } = pair();
  numbers(50).forEach((text) => ends[0].channel.send(text));
  clock.run();
  assert.equal(stats.sent, 2);
});

test("an answer given in the same turn carries the acknowledgement", () => {
  const { clock, stats, ends } = pair();
  ends[1].channel.transport.deliver = () => ends[1].channel.send("answer");
  ends[0].channel.send("question");
  clock.run();
  assert.deepEqual(ends[0].got, ["answer"]);
  assert.equal(stats.sent, 3);
});

test("an end that is about to go hands over what waits behind a batch, and nothing arrives twice", () => {
  const { clock, ends } = pair({ delay: [10, 10] });
  ends[0].channel.send("first");
  clock.run(5);
  ends[0].channel.send("second");
  ends[0].channel.flush();
  clock.run(16);
  assert.deepEqual(ends[1].got, ["first", "second"]);
  clock.run();
  assert.deepEqual(ends[1].got, ["first", "second"]);
  assert.equal(ends[0].channel.queue.length, 0);
  ends[0].channel.flush();
  clock.run();
  ends[0].channel.send("third");
  clock.run();
  assert.deepEqual(ends[1].got, ["first", "second", "third"]);
});

for (const seed of [1, 2, 3, 4, 5]) {
  test(`10,000 messages each way arrive once and in order over a bad wire (seed ${seed})`, () => {
    const faults = { seed, drop: 0.2, duplicate: 0.2, delay: [1, 400] };
    const { clock, stats, ends } = pair(faults);
    const texts = numbers(10000);
    // In bursts, so that many batches are under way one after the other.
    texts.forEach((text, index) => clock.timer(() => ends.forEach((end) => end.channel.send(text)), index * 7));
    // Now and then an end looks as if it went.
    numbers(200).forEach((each) => clock.timer(() => ends[each % 2].channel.flush(), each * 300 + 100));
    clock.run();
    assert.deepEqual(ends[0].got, texts);
    assert.deepEqual(ends[1].got, texts);
    assert.ok(stats.dropped > 50 && stats.duplicated > 50, JSON.stringify(stats));
  });
}

test("an end without timers is made to send again by the other end's polls", () => {
  const { clock, ends } = pair({ seed: 7, drop: 0.4, delay: [1, 50] }, { timers: [true, false] });
  numbers(200).forEach((text, index) => clock.timer(() => ends[1].channel.send(text), index * 10));
  for (let at = 0; at < 600; at += 1) clock.timer(() => ends[0].channel.poll(), at * 100);
  clock.run();
  assert.deepEqual(ends[0].got, numbers(200));
});

test("no frame is larger than the limit, whatever is sent", () => {
  const { clock, stats, ends } = pair();
  const texts = ["\u0000".repeat(200000), "微博".repeat(200000), "😀".repeat(100000), '"\\'.repeat(100000), "x"];
  texts.forEach((text) => ends[0].channel.send(text));
  clock.run();
  assert.deepEqual(ends[1].got, texts);
  assert.ok(stats.largest <= LIMIT, `${stats.largest}`);
  assert.ok(stats.sent > 10);
});

test("a text is cut between characters, never inside one", () => {
  const text = "a😀".repeat(1000);
  const pieces = cut(text, 64);
  assert.equal(pieces.join(""), text);
  for (const piece of pieces) {
    assert.ok(bytes(piece) <= 64);
    assert.ok(!/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(piece));
  }
});

test("the size of a text is never reckoned too small", () => {
  for (const text of ["", "abc", "é", "微博", "😀", '"', "\\", "\n\u0001", "\ud800", "\udc00x"]) {
    assert.ok(bytes(text) >= Buffer.byteLength(JSON.stringify(text)), text);
  }
});

test("what is no frame is dropped", () => {
  const { clock, ends } = pair();
  const wrong = [null, undefined, 1, "x", {}, { seq: 1, ack: 0 }, { seq: -1, ack: 0, batch: [] }];
  wrong.push({ seq: 1, ack: 0, batch: [7] }, { seq: 1.5, ack: 0, batch: [".x"] }, { seq: "1", ack: 0, batch: [".x"] });
  wrong.forEach((frame) => ends[0].channel.receive(frame));
  ends[0].channel.receive({ seq: 1, ack: 99, batch: [".x"] });
  clock.run();
  assert.deepEqual(ends[0].got, ["x"]);
});

test("a receiver that throws is reported and the rest still arrives", () => {
  const { clock, ends } = pair();
  const seen = [];
  ends[1].channel.transport.report = (error) => seen.push(error.message);
  ends[1].channel.transport.deliver = (text) => {
    if (text === "1") throw new Error("boom");
    ends[1].got.push(text);
  };
  numbers(3).forEach((text) => ends[0].channel.send(text));
  clock.run();
  assert.deepEqual(ends[1].got, ["0", "2"]);
  assert.deepEqual(seen, ["boom"]);
});

test("a closed end sends and delivers nothing and leaves no timer", () => {
  const { clock, ends } = pair({ drop: 1 });
  ends[0].channel.send("x");
  clock.run(10);
  ends[0].channel.close();
  clock.run();
  assert.ok(clock.now() < 10000);
  ends[0].channel.receive({ seq: 1, ack: 0, batch: [".x"] });
  assert.deepEqual(ends[0].got, []);
});
