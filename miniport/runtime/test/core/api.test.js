import assert from "node:assert/strict";
import test from "node:test";
import { fail } from "../../src/core/report.js";
import { api, asynchronous, createApi } from "../../src/part/call.js";
import "../../src/part/splice.js";

const later = () => new Promise((resolve) => setTimeout(resolve));

function called(run, options) {
  const log = [];
  const tell = (name) => (value) => log.push([name, value]);
  const promise = asynchronous(run)({ success: tell("success"), fail: tell("fail"), complete: tell("complete"), ...options });
  return { log, promise };
}

test("no callback is called at once; complete comes after success with the same result", async () => {
  const { log, promise } = called(() => ({ a: 1 }));
  assert.deepEqual(log, []);
  assert.deepEqual(await promise, { a: 1 });
  await later();
  assert.deepEqual(log, [["success", { a: 1 }], ["complete", { a: 1 }]]);
});

test("a failure has error and errorMessage, also where an exception was thrown", async () => {
  const { log, promise } = called(() => { throw fail(12, "network error"); });
  await assert.rejects(promise, { error: 12, errorMessage: "network error" });
  await later();
  assert.deepEqual(log.map(([name]) => name), ["fail", "complete"]);
  await assert.rejects(called(() => { throw new TypeError("x"); }).promise, { error: 3, errorMessage: "x" });
});

test("a success without a result is an empty object", async () => {
  assert.deepEqual(await asynchronous(() => undefined)(), {});
});

test("an exception in a callback is reported and the other callback still runs", async (t) => {
  t.mock.method(console, "error", () => {});
  const { log } = called(() => 1, { success() { throw new Error("app"); } });
  await later();
  assert.deepEqual(log, [["complete", 1]]);
  assert.equal(console.error.mock.callCount(), 1);
});

test("an API nobody has fails, listeners are silent, results that come at once throw", async (t) => {
  t.mock.method(console, "warn", () => {});
  const my = createApi({ names: ["scan", "onMove", "getXSync", "tg.speak"], bridges: {}, host: {} });
  await assert.rejects(my.scan(), { error: 1 });
  assert.equal(my.tg, undefined, "an extension object of another client is not there");
  assert.equal(my.onMove(() => {}), undefined);
  assert.throws(() => my.getXSync(), { error: 1 });
  await assert.rejects(my.scan(), { error: 1 });
  assert.equal(console.warn.mock.callCount(), 2, "one warning for each API");
  assert.equal(my.canIUse("scan"), false);
});

test("the host's way wins over the page's, which it gets as its fallback", async () => {
  api({ ask: asynchronous((options) => "page " + options.n) });
  const apis = { ask: (options, fallback) => fallback({ n: options.n + 1 }).then((text) => "host " + text) };
  assert.equal(await createApi({ names: [], bridges: {}, host: { apis } }).ask({ n: 1 }), "host page 2");
});

test("a bridged API calls the host's member without the callbacks, else the page's piece", async () => {
  api({ twice: asynchronous((options) => options.n * 2) });
  const seen = [];
  const host = {
    has: (member) => member === "there",
    call: (member, args) => Promise.resolve(seen.push([member, args]) && "host"),
  };
  const my = createApi({ names: [], bridges: { twice: "absent", other: "there" }, host });
  assert.equal(await my.twice({ n: 4 }), 8);
  assert.equal(await my.other({ a: 1, success() {} }), "host");
  assert.deepEqual(seen, [["there", { a: 1 }]]);
});

test("canIUse knows what the runtime does", () => {
  const my = createApi({ names: [], bridges: {}, host: {} });
  assert.equal(my.canIUse("ask"), true);
  assert.equal(my.canIUse("component2"), true);
  assert.equal(my.canIUse("page.$spliceData"), true);
  assert.equal(my.canIUse("nothing"), false);
  assert.equal(my.canIUse(), false);
  assert.equal(my.canIUse("page"), false);
});

test("canIUse asks the browser, the host, and what the build knows of longer words", () => {
  const scan = asynchronous(() => 1);
  scan.isReady = () => false;
  api({ scan });
  const host = { has: (member) => member === "there" };
  const asked = ["button.open-type.share", "scan.return.code"];
  const my = (bridges) => createApi({ names: [], bridges, asked, host });
  assert.equal(my({}).canIUse("scan"), false);
  assert.equal(my({ scan: "absent" }).canIUse("scan"), false);
  assert.equal(my({ scan: "there" }).canIUse("scan"), true);
  assert.equal(my({}).canIUse("button.open-type.share"), true);
  assert.equal(my({}).canIUse("button.open-type.getPhoneNumber"), false);
  assert.equal(my({}).canIUse("scan.return.code"), false);
  assert.equal(my({ scan: "there" }).canIUse("scan.return.code"), true);
  assert.equal(my({}).canIUse("page.$unheardOf"), false);
});

test("a rejection is handled where callbacks are given, else it is the app's to hear of", async () => {
  const seen = [];
  const heard = (reason) => seen.push(reason.errorMessage);
  const runners = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", heard);
  const bad = (text) => asynchronous(() => { throw fail(2, text); });
  bad("given")({ fail() {} });
  bad("not given")({});
  await later();
  await later();
  process.off("unhandledRejection", heard);
  runners.forEach((listener) => process.on("unhandledRejection", listener));
  assert.deepEqual(seen, ["not given"]);
});

test("a call that is broken off at once is not run", async () => {
  let count = 0;
  const makeTask = () => {
    const task = { isStopped: false };
    task.stopped = new Promise((resolve, reject) => {
      task.open = { abort: () => ((task.isStopped = true), reject(fail(9, "abort"))) };
    });
    return task;
  };
  const call = asynchronous(() => (count += 1), "fetchIt", makeTask)({});
  call.abort();
  await assert.rejects(call, { error: 9 });
  assert.equal(count, 0);
});

test("a call with a task can be broken off, also where the host does it", async () => {
  const makeTask = () => {
    let stop;
    const stopped = new Promise((resolve, reject) => { stop = reject; });
    return { stopped, open: { abort: () => stop(fail(9, "abort")) } };
  };
  api({ fetchIt: asynchronous(() => new Promise(() => {}), "fetchIt", makeTask) });
  const host = { apis: { fetchIt: () => new Promise(() => {}) } };
  for (const given of [{}, host]) {
    const call = createApi({ names: [], bridges: {}, host: given }).fetchIt({});
    call.abort();
    await assert.rejects(call, { error: 9 });
  }
});
