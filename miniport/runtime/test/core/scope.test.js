import assert from "node:assert/strict";
import test from "node:test";
import { classText, scopeOf, useStyles } from "../../src/core/scope.js";
import { hostNames } from "../../src/part/lib/host.js";

useStyles({
  sheets: {
    0: { classes: "a app", isMarked: true },
    1: { classes: "a", isRoot: true },
    2: { classes: "card", host: "big" },
  },
  pages: { "/pages/a/a": { shared: ["0", "1"], everywhere: ["0"] } },
  units: { "/pages/a/a": { own: "1", takes: true }, "/c/card": { own: "2", takes: false } },
});

test("a class has a token for each sheet that is seen and mentions it", () => {
  const page = scopeOf("/pages/a/a", "/pages/a/a");
  assert.equal(page.names("a other"), "_a _0_a _1_a _other _0");
  assert.equal(page.names(""), "_0");
  assert.equal(page.classes("app"), "_app _0_app");
  assert.equal(page.root(), "_0 _1r");
});

test("a unit that takes nothing sees its own sheet, and the marks that are everywhere", () => {
  const card = scopeOf("/pages/a/a", "/c/card");
  assert.equal(card.names("a card"), "_a _card _2_card _0");
});

test("a unit without a sheet sees what its page shares", () => {
  assert.equal(scopeOf("/pages/a/a", "/c/none").names("a"), "_a _0_a _1_a _0");
});

test("an external class is what its owner gave", () => {
  const card = scopeOf("/pages/a/a", "/c/card", { outer: "_x _0_x" });
  assert.equal(card.names("outer card"), "_x _0_x _card _2_card _0");
});

test("a real host node has its owner's names and those of :host", () => {
  const owner = scopeOf("/pages/a/a", "/pages/a/a");
  const own = scopeOf("/pages/a/a", "/c/card");
  assert.equal(hostNames(owner, own, "big a"), "_big _a _0_a _1_a _0 _2h _2h_big");
});

test("a class may be written as list or object", () => {
  assert.equal(classText(["a", { b: true, c: 0 }, null]), "a b ");
  assert.equal(classText(undefined), "");
});
