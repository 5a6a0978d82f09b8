import assert from "node:assert/strict";
import test from "node:test";
import { metresPerPixel, place, point } from "../../src/element/lib/mercator.js";

test("the middle of the map is where the equator meets the meridian of Greenwich", () => {
  assert.deepEqual(point({ latitude: 0, longitude: 0 }, 3), { x: 1024, y: 1024 });
});

test("a place comes back from its point at every zoom", () => {
  for (const zoom of [3, 10.5, 18]) {
    const back = place(point({ latitude: 30.25, longitude: 120.125 }, zoom), zoom);
    assert.ok(Math.abs(back.latitude - 30.25) < 1e-9);
    assert.ok(Math.abs(back.longitude - 120.125) < 1e-9);
  }
});

test("a pixel is half as long one zoom further in, and shorter towards the poles", () => {
  assert.equal(metresPerPixel(0, 10), 2 * metresPerPixel(0, 11));
  assert.ok(Math.abs(metresPerPixel(60, 10) / metresPerPixel(0, 10) - 0.5) < 1e-9);
});
