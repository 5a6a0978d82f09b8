import assert from "node:assert/strict";
import test from "node:test";
import { clone, keysOf, own, setAt } from "../../src/core/value.js";
import { getAt } from "../../src/part/lib/path.js";

test("a path becomes names and numbers", () => {
  assert.deepEqual(keysOf("a.b[0].c"), ["a", "b", 0, "c"]);
  assert.deepEqual(keysOf("list[12][3]"), ["list", 12, 3]);
});

test("a text that is no path is one key", () => {
  for (const text of ["a.", "a[x]", "[0]", "a..b", ""]) {
    assert.deepEqual(keysOf(text), [text]);
  }
});

test("no path leads to the prototype of every object", () => {
  const root = { a: {}, list: [] };
  for (const path of ["__proto__.owned", "a.__proto__.owned", "list.__proto__[0]", "list[0].__proto__.owned"]) {
    setAt(root, keysOf(path), "yes");
    assert.equal(root[path], "yes");
  }
  assert.equal({}.owned, undefined);
  assert.deepEqual(keysOf("a.x__proto__.b"), ["a", "x__proto__", "b"]);
});

test("an app that makes ever new paths fills no memory, and each is read right", () => {
  for (let at = 0; at < 12000; at++) {
    assert.deepEqual(keysOf("list[" + at + "]"), ["list", at]);
  }
  assert.deepEqual(keysOf("list[3]"), ["list", 3]);
});

test("missing containers are made: an array for an index, an object for a name", () => {
  const root = { text: "x" };
  setAt(root, keysOf("a.b[1].c"), 5);
  setAt(root, keysOf("text.inner"), 6);
  assert.deepEqual(root.a, { b: [, { c: 5 }] });
  assert.deepEqual(root.text, { inner: 6 });
});

test("a value replaces what stood there and is not merged", () => {
  const root = { a: { b: 1, c: 2 } };
  setAt(root, keysOf("a"), { b: 3 });
  assert.deepEqual(root, { a: { b: 3 } });
});

test("a member of nothing is undefined", () => {
  assert.equal(getAt({ a: null }, keysOf("a.b.c")), undefined);
});

test("a clone shares nothing, and functions and undefined members do not cross", () => {
  const inner = { deep: [1, { two: 2 }] };
  const copy = clone({ inner, run() {}, gone: undefined, date: new Date(0), nothing: null, zero: 0, no: false });
  assert.deepEqual(copy, { inner, date: "1970-01-01T00:00:00.000Z", nothing: null, zero: 0, no: false });
  assert.notEqual(copy.inner.deep[1], inner.deep[1]);
});

test("data that hold themselves are an error, not a hang", () => {
  const round = {};
  round.self = round;
  assert.throws(() => clone(round), /holds itself/);
});

test("an instance's own data keep functions and objects of classes", () => {
  const date = new Date(0);
  const run = () => 1;
  const given = { list: [{ a: 1 }], date, run };
  const copy = own(given);
  assert.equal(copy.date, date);
  assert.equal(copy.run, run);
  copy.list[0].a = 2;
  assert.equal(given.list[0].a, 1);
});
