import assert from "node:assert/strict";
import test from "node:test";
import { Record } from "../../src/core/record.js";
import { get, text } from "../../src/core/template.js";
import { call, either, invoke, merge, within } from "../../src/part/expression.js";
import { each } from "../../src/part/list.js";
import { fill, fills, slot } from "../../src/part/slot.js";
import { main, visible } from "../../src/part/template.js";

/* A record of which `render` draws what a test says, as often as it says. */
function drawing(draw) {
  const record = new Record({ path: "/a", components: {} }, {});
  record.render = () => draw(record.view);
  record.begin({});
  return {
    record,
    again: () => {
      record.draw();
      return record.output;
    },
  };
}

const drawn = (list, name, first = 0) =>
  drawing(() => each(list, first, "1", name, (item, index, key, site) => [item, index, key, site])).again();

test("nothing is shown for nothing", () => {
  assert.equal(text(undefined), "");
  assert.equal(text(null), "");
  assert.equal(text(0), "0");
  assert.equal(text(false), "false");
  assert.equal(text(NaN), "NaN");
});

test("a member of nothing is undefined", () => {
  assert.equal(get(undefined, "a"), undefined);
  assert.equal(get(null, "a"), undefined);
  assert.equal(get("abc", "length"), 3);
  assert.equal(call(undefined, "a"), undefined);
  assert.equal(invoke(undefined), undefined);
});

test("a method has its object as this", () => {
  assert.equal(call([1, 2], "join", "-"), "1-2");
});

test("an exception in an expression is reported and gives undefined", (t) => {
  t.mock.method(console, "error", () => {});
  assert.equal(
    call({ f: () => { throw new Error("x"); } }, "f"),
    undefined,
  );
  assert.equal(console.error.mock.callCount(), 1);
});

test("loops go over arrays, numbers, texts and objects, and over nothing else", () => {
  assert.deepEqual(drawn(["a"]), [["a", 0, undefined, "1[0]"]]);
  assert.deepEqual(drawn(2).map(([item]) => item), [0, 1]);
  assert.deepEqual(drawn(2, "*this", 1), [[1, 0, "-1", "1[-1]"], [2, 1, "-2", "1[-2]"]]);
  assert.deepEqual(drawn(2.5).map(([item]) => item), [0, 1, 2]);
  assert.deepEqual(drawn(2.5, "*this", 1).map(([item]) => item), [1, 2]);
  assert.deepEqual(drawn(-0.5), []);
  assert.deepEqual(drawn(Infinity), []);
  assert.deepEqual(drawn("茶🍵").map(([item]) => item), ["茶", "🍵"]);
  assert.deepEqual(drawn({ x: 1 }), [[1, "x", undefined, "1[0]"]]);
  for (const nothing of [undefined, null, false, "", 0, NaN, {}]) {
    assert.deepEqual(drawn(nothing), []);
  }
});

test("a hole of a list is an item like any other", () => {
  assert.deepEqual(drawn([, "b"]).map((row) => row[0]), [undefined, "b"]);
});

/* [item, index] of rows, with what is read besides. */
function looped(reads, isPlaced) {
  const rows = drawing((view) => each(view.list, 0, "1", "id", (item, index) => ({ item, index }), reads(view), isPlaced));
  const set = (patch) => {
    rows.record.setData(patch);
    return rows.again();
  };
  return { record: rows.record, set, again: rows.again };
}

test("what an item drew is kept while the item and what is read besides are the same", () => {
  const { set, again } = looped((view) => [view.chosen]);
  const first = set({ list: [{ id: 1, n: 0 }, { id: 2, n: 0 }], chosen: 1 });
  assert.equal(again(), first);
  const second = set({ "list[1].n": 1 });
  assert.equal(second[0], first[0]);
  assert.notEqual(second[1], first[1]);
  assert.deepEqual(second[1].item, { id: 2, n: 1 });
  const third = set({ chosen: 2 });
  assert.notEqual(third[0], second[0]);
  assert.notEqual(third[1], second[1]);
});

test("what moved is drawn anew where its place is read, and only there", () => {
  for (const isPlaced of [false, true]) {
    const { record, set, again } = looped(() => [], isPlaced);
    const [first, second] = set({ list: [{ id: 1 }, { id: 2 }] });
    record.put(["list"], record.view.list.slice().reverse());
    const [moved] = again();
    assert.equal(moved === second, !isPlaced);
    assert.deepEqual(moved, { item: { id: 2 }, index: isPlaced ? 0 : 1 });
    assert.equal(again()[1] === first, !isPlaced);
  }
});

test("without a word on what is read nothing is kept", () => {
  const { set, again } = looped(() => undefined);
  const [first] = set({ list: [{ id: 1 }] });
  assert.notEqual(again()[0], first);
});

test("what a page shows is never changed in its place", () => {
  const record = drawing(() => null).record;
  record.setData({ a: { b: [{ c: 1 }, { c: 2 }] } });
  const { a } = record.view;
  record.draw();
  record.setData({ "a.b[0].c": 3, "a.b[1].c": 4 });
  assert.deepEqual(a, { b: [{ c: 1 }, { c: 2 }] });
  assert.deepEqual(record.view.a, { b: [{ c: 3 }, { c: 4 }] });
  assert.deepEqual(record.self.data.a, { b: [{ c: 3 }, { c: 4 }] });
});

test("a key is a member of the item, the item itself, or what a function says", () => {
  assert.equal(drawn([{ id: "k" }], "id")[0][2], "-k");
  assert.equal(drawn(["k"], "*this")[0][2], "-k");
  assert.equal(drawn(["k"], (item, index) => item + index)[0][2], "-k0");
});

test("an item without a key, and one whose key repeats, is known by its place", (t) => {
  t.mock.method(console, "warn", () => {});
  assert.deepEqual(drawn([undefined, { id: 1 }, { id: 1 }, {}], "id").map((row) => row[2]), [0, "-1", 2, 3]);
  assert.equal(console.warn.mock.callCount(), 1);
});

test("a slot shows its fallback where it was given nothing that shows", () => {
  const owner = { slots: { $default: () => [null, ""], a: (site, values) => values.n + site } };
  assert.equal(slot(owner, "", "1", {}, () => "none"), "none");
  assert.equal(slot(owner, "a", "1", { n: 5 }, () => "none"), "51~");
  assert.equal(slot(owner, "b", "1", {}, undefined), null);
});

test("several tags may fill one slot by a computed name", () => {
  const slots = fill(fill({ a: () => "1" }, "a", () => "2"), "", () => "3");
  assert.deepEqual(slots.a(), ["1", "2"]);
  assert.equal(slots.$default(), "3");
  const looped = fills({}, 2, 1, (item) => "s" + item, (item, index, key, site) => site);
  assert.deepEqual([looped.s1("x"), looped.s2("x")], ["x[0]", "x[1]"]);
});

test("a spread of nothing adds nothing, and later members win", () => {
  assert.deepEqual(merge({ a: 1 }, undefined, { a: 2 }), { a: 2 });
});

test("operators that older engines lack", () => {
  assert.equal(either(0, 1), 0);
  assert.equal(either(null, 1), 1);
  assert.equal(within("a", undefined), false);
  assert.equal(within("a", { a: 1 }), true);
});

test("a script module without a default export is bound as a whole", () => {
  assert.equal(main({ default: 1 }), 1);
  assert.deepEqual(main({ a: 1 }), { a: 1 });
});

test("a file's own templates win over imported ones, earlier imports over later ones", () => {
  assert.deepEqual({ ...visible({ a: 1 }, [{ a: 2, b: 3 }, { b: 4 }]) }, { a: 1, b: 3 });
});
