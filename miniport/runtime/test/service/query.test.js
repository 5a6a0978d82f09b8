import assert from "node:assert/strict";
import { test } from "node:test";
import { address, pathOf, queryOf } from "../../src/service/query.js";
import { split } from "../../src/weibo/door.js";
import { join } from "./pair.js";

test("the query comes from queryParams, else from query, else there is none", () => {
  assert.deepEqual(queryOf({ queryParams: { a: "1" }, query: { a: "2" } }), { a: "1" });
  assert.deepEqual(queryOf({ query: { a: "2" } }), { a: "2" });
  for (const none of [undefined, null, {}, { query: null }, { queryParams: 7 }]) assert.deepEqual(queryOf(none), {});
});

test("values are decoded once, and kept where they cannot be decoded", () => {
  assert.deepEqual(queryOf({ query: { a: "%E8%8C%B6", b: "100%", c: "%2541", d: 5, e: null, f: true } }), {
    a: "茶",
    b: "100%",
    c: "%41",
    d: "5",
    f: "true",
  });
  assert.deepEqual(queryOf({ query: "?a=%E8%8C%B6&b&c=x=y&d=%" }), { a: "茶", b: "", c: "x=y", d: "%" });
});

test("a name that the container keeps comes behind a prefix, and the page gets it as it is called", () => {
  const given = { id: "app", page: "pages/a/a", "mp.id": "3", "mp.mp.id": "4" };
  assert.deepEqual(queryOf({ queryParams: given }), { id: "3", page: "pages/a/a", "mp.id": "4" });
  assert.deepEqual(queryOf({ query: "id=app&mp.id=3" }), { id: "3" });
});

test("an address survives the way through the hash", () => {
  const query = { a: "茶 & 水", "k=": "?#/", lone: "\ud800" };
  const hash = address("res/h5/index.html", "T0", "pages/a/b", query).replace("res/h5/index.html", "");
  const { token, rest } = split(hash);
  assert.equal(token, "T0");
  const [path, text] = rest.split("?");
  assert.equal(path, "/pages/a/b");
  assert.deepEqual(queryOf({ query: text }), { a: "茶 & 水", "k=": "?#/", lone: "" });
});

test("a hash without token is the route itself", () => {
  assert.deepEqual(split("#/pages/a/b?x=1"), { token: "", rest: "/pages/a/b?x=1" });
  assert.deepEqual(split(""), { token: "", rest: "" });
  assert.deepEqual(split("#!abc"), { token: "abc", rest: "" });
});

test("the path of a url has no query, no fragment and no leading slash", () => {
  assert.equal(pathOf("/pages/a/b?x=1#y"), "pages/a/b");
  assert.equal(pathOf(undefined), "");
});

test("a page starts once; options that come late are taken over only where there was no query", () => {
  const { bridge, src } = join({});
  assert.equal(bridge.start(), src);
  const late = bridge.start({ query: { id: "1" } });
  assert.ok(late.endsWith("/pages/index/index?id=1"));
  assert.equal(bridge.start({ query: { id: "2" } }), late);
  assert.equal(bridge.hub.bridges.length, 1);
});

test("the query names no page: the page is the one the build wrote down", () => {
  const { bridge } = join({});
  const src = bridge.start({ queryParams: { page: "https://evil.example/" } });
  assert.ok(src.startsWith("res/h5/index.html#!"));
  assert.ok(src.includes("/pages/index/index?page=https%3A%2F%2Fevil.example%2F"));
});
