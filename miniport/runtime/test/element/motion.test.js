import assert from "node:assert/strict";
import test from "node:test";
import { Trail, animated, limited } from "../../src/element/lib/motion.js";

test("what takes no time is done at once", () => {
  const seen = [];
  animated(0, (part) => seen.push(part), () => seen.push("end"));
  assert.deepEqual(seen, [1, "end"]);
});

test("a movement goes from frame to frame and ends once", () => {
  const frames = [];
  globalThis.requestAnimationFrame = (run) => frames.push(run);
  globalThis.cancelAnimationFrame = () => frames.splice(0);
  const seen = [];
  animated(100, (part) => seen.push(part), () => seen.push("end"), (part) => part);
  [10, 60, 200].forEach((now) => frames.shift()(now));
  assert.deepEqual(seen, [0, 0.5, 1, "end"]);
  assert.equal(frames.length, 0);
});

test("what is stopped does not end", () => {
  const frames = [];
  globalThis.requestAnimationFrame = (run) => frames.push(run);
  globalThis.cancelAnimationFrame = () => frames.splice(0);
  animated(100, () => {}, () => assert.fail())();
  assert.equal(frames.length, 0);
});

test("speed is that of the last tenth of a second", () => {
  const trail = new Trail();
  [[0, 0, 0], [950, 10, 0], [1000, 60, 10]].forEach((point) => trail.add(...point));
  assert.deepEqual(trail.speed(1000), { x: 1, y: 0.2 });
  assert.deepEqual(trail.speed(2000), { x: 0, y: 0 });
});

test("a value is kept within its limits", () => {
  assert.deepEqual([limited(-1, 0, 5), limited(9, 0, 5), limited(3, 0, 5)], [0, 5, 3]);
});
