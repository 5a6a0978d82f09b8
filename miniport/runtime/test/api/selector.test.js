import assert from "node:assert/strict";
import test from "node:test";
import { translate } from "../../src/api/lib/translate.js";

const CASES = [
  [".a", "._a"],
  ["#a", "#a"],
  ["view", "mp-view"],
  ["Scroll-View.list", "mp-scroll-view._list"],
  [".a .b, view > .c", "._a ._b, mp-view > ._c"],
  [".a >>> .b", "._a   ._b"],
  [".茶", "._茶"],
  ["view:nth-child(2)", "mp-view:nth-child(2)"],
  [".a::after", "._a::after"],
  ["*", "*"],
  ["#a-1.b_2", "#a-1._b_2"],
];

for (const [given, wanted] of CASES) {
  test(`${given} means ${wanted}`, () => assert.equal(translate(given).replace(/\s+/g, " "), wanted.replace(/\s+/g, " ")));
}
