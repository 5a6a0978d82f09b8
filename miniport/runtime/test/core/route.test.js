import assert from "node:assert/strict";
import test from "node:test";
import { parseQuery, resolve, stringifyQuery } from "../../src/core/route.js";

test("a query is decoded once; the last of equal keys wins; plus signs stay", () => {
  assert.deepEqual(parseQuery("a=1&a=2&b=%E8%8C%B6&c&d=x=y&e=1+1&f=%2525"), {
    a: "2",
    b: "茶",
    c: "",
    d: "x=y",
    e: "1+1",
    f: "%25",
  });
});

test("a lone percent sign stays as it is", () => {
  assert.deepEqual(parseQuery("a=100%&b=%zz"), { a: "100%", b: "%zz" });
});

test("a raw query is not decoded", () => {
  assert.deepEqual(parseQuery("a=%20", true), { a: "%20" });
});

test("no query is an empty object", () => {
  assert.deepEqual(parseQuery(""), {});
  assert.deepEqual(parseQuery(undefined), {});
});

test("what is written can be read", () => {
  const query = { "a b": "1&2", 名: "茶=水", empty: "" };
  assert.deepEqual(parseQuery(stringifyQuery(query)), query);
});

test("urls are seen from the page on top", () => {
  assert.deepEqual(resolve("/pages/b/b?x=1", "pages/a/a"), { path: "pages/b/b", query: "x=1" });
  assert.deepEqual(resolve("../b/b", "pages/a/a"), { path: "pages/b/b", query: "" });
  assert.deepEqual(resolve("./c", "pages/a/a"), resolve("c", "pages/a/a"));
  assert.equal(resolve("../../../../b", "pages/a/a").path, "b");
});
