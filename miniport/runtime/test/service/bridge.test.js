import assert from "node:assert/strict";
import { test } from "node:test";
import { join, outcomes, settled } from "./pair.js";

/** Run the clock step by step, so that promises of the container come in between. */
async function run(clock, until) {
  for (let at = clock.now(); at <= until; at += 100) {
    clock.run(at);
    await settled();
  }
}

test("a call is answered with what the member gives to success", async () => {
  const joined = join({ getLocation: (options) => options.success({ latitude: 1 }) });
  const { watch, seen } = outcomes();
  watch("a", joined.client.call("getLocation", {}));
  await run(joined.clock, 1000);
  assert.deepEqual(seen, [["a", "ok", { latitude: 1 }]]);
});

for (const name of ["fail", "failure"]) {
  test(`a failure is heard where the member calls ${name}`, async () => {
    const joined = join({ getLocation: (options) => options[name]({ errMsg: "denied", errCode: 5 }) });
    const { watch, seen } = outcomes();
    watch("a", joined.client.call("getLocation", {}));
    await run(joined.clock, 1000);
    assert.deepEqual(seen, [["a", "fail", { errMsg: "denied", errCode: 5, error: 5, errorMessage: "denied" }]]);
  });
}

const ODD_WAYS = {
  "success twice": [(options) => [1, 2].forEach((n) => options.success({ n })), "ok", { n: 1 }],
  "success after fail": [(options) => (options.fail({ error: 9, errorMessage: "no" }), options.success({})), "fail", { error: 9, errorMessage: "no" }],
  "complete before success": [(options) => (options.complete({ n: 0 }), options.success({ n: 1 })), "ok", { n: 1 }],
  "only complete": [(options) => options.complete({ n: 1 }), "ok", { n: 1 }],
  "only complete, with a failure": [(options) => options.complete({ errMsg: "getLocation:fail" }), "fail", { errMsg: "getLocation:fail", error: 3, errorMessage: "getLocation:fail" }],
  "a promise": [() => Promise.resolve({ n: 1 }), "ok", { n: 1 }],
  "a rejected promise": [() => Promise.reject({ error: 2, errorMessage: "p" }), "fail", { error: 2, errorMessage: "p" }],
  "both callback and promise": [(options) => (options.success({ n: 1 }), Promise.resolve({ n: 2 })), "ok", { n: 1 }],
  "an envelope": [(options) => options.success({ code: 0, data: { n: 1 } }), "ok", { n: 1 }],
  "nothing but success": [(options) => options.success(), "ok", undefined],
};
for (const [title, [way, kind, value]] of Object.entries(ODD_WAYS)) {
  test(`one answer from a member that gives ${title}`, async () => {
    const joined = join({ getLocation: way });
    const { watch, seen } = outcomes();
    watch("a", joined.client.call("getLocation", {}));
    await run(joined.clock, 1000);
    assert.deepEqual(seen, [["a", kind, value]]);
  });
}

test("a member that throws fails with its message", async () => {
  const joined = join({
    getLocation() {
      throw new Error("boom");
    },
  });
  const { watch, seen } = outcomes();
  watch("a", joined.client.call("getLocation", {}));
  await run(joined.clock, 1000);
  assert.equal(seen[0][1], "fail");
  assert.equal(seen[0][2].errorMessage, "boom");
});

test("a result that has a member data of its own stays whole", async () => {
  const joined = join({
    getStorage: (options) => options.success({ data: { n: 1 } }),
    request: (options) => options.success({ data: { n: 1 }, statusCode: 200 }),
  });
  const { watch, seen } = outcomes();
  watch("a", joined.client.call("getStorage", {}));
  watch("b", joined.client.call("request", {}));
  await run(joined.clock, 1000);
  assert.deepEqual(seen, [["a", "ok", { data: { n: 1 } }], ["b", "ok", { data: { n: 1 }, statusCode: 200 }]]);
});

test("an absent member, one off the list and one of the prototype fail in the defined shape", async () => {
  const joined = join({ removeEverything: () => assert.fail("called"), getLocation: 7 });
  const { watch, seen } = outcomes();
  for (const name of ["notThere", "removeEverything", "constructor", "getLocation", undefined]) {
    watch(name, joined.client.call(name, {}));
  }
  await run(joined.clock, 1000);
  assert.deepEqual(seen.map(([name, kind, { error }]) => [name, kind, error]), [
    ["notThere", "fail", 1],
    ["removeEverything", "fail", 4],
    ["constructor", "fail", 4],
    ["getLocation", "fail", 1],
    [undefined, "fail", 4],
  ]);
});

test("only listed pages open", async () => {
  const opened = [];
  const joined = join({ navigateTo: (options) => (opened.push(options.url), options.success({})) });
  const { watch, seen } = outcomes();
  const urls = ["/pages/detail/detail?id=1", "pages/other/other", "https://evil.example/pages/detail/detail", "//x", "", undefined];
  urls.forEach((url) => watch(url, joined.client.call("navigateTo", { url })));
  await run(joined.clock, 1000);
  assert.deepEqual(opened, ["/pages/detail/detail?id=1"]);
  assert.deepEqual(seen.map((entry) => entry[1]), ["ok", "fail", "fail", "fail", "fail", "fail"]);
});

test("a silent member times out after 30 s, and its late answer changes nothing", async () => {
  let late;
  const joined = join({ getLocation: (options) => (late = options.success) });
  const { watch, seen } = outcomes();
  watch("a", joined.client.call("getLocation", {}));
  await run(joined.clock, 29900);
  assert.deepEqual(seen, []);
  await run(joined.clock, 30200);
  assert.deepEqual(seen, [["a", "fail", { error: 13, errorMessage: '"getLocation" was not answered in time' }]]);
  late({});
  await run(joined.clock, 40000);
  assert.equal(seen.length, 1);
});

test("a member that waits for the user, and a call with a time-out of its own, get more time", async () => {
  const joined = join({ scanCode() {}, request() {} });
  const { watch, seen } = outcomes();
  joined.client.hello(1000);
  await run(joined.clock, 500);
  watch("scan", joined.client.call("scanCode", {}));
  watch("request", joined.client.call("request", { timeout: 60000 }));
  await run(joined.clock, 61000);
  assert.deepEqual(seen, []);
  await run(joined.clock, 63000);
  assert.deepEqual(seen.map(([name]) => name), ["request"]);
});

test("the first answer tells what is there, the snapshot and the state", async () => {
  const joined = join({ getSystemInfoSync: () => ({ data: { platform: "iOS" } }), getLocation() {}, other() {} });
  joined.bridge.hub.theme = "dark";
  joined.bridge.life("hide");
  const { watch, seen } = outcomes();
  watch("hello", joined.client.hello(1500));
  await run(joined.clock, 500);
  assert.deepEqual(seen, [["hello", "ok", true]]);
  assert.deepEqual([...joined.client.present].sort(), ["getLocation", "getSystemInfoSync"]);
  assert.deepEqual(joined.client.snapshot, { getSystemInfoSync: { platform: "iOS" } });
  assert.deepEqual(joined.told, [["theme", "dark"], ["visible", false]]);
});

test("a shell that is silent leaves the content alone after its patience", async () => {
  const joined = join({}, { faults: { drop: 1 } });
  const { watch, seen } = outcomes();
  watch("hello", joined.client.hello(1500));
  await run(joined.clock, 1600);
  assert.deepEqual(seen, [["hello", "ok", false]]);
});

test("show and hide of page and app come through once for each change", async () => {
  const joined = join({});
  joined.client.hello(1000);
  await run(joined.clock, 200);
  const { bridge } = joined;
  const app = (is) => {
    bridge.hub.isVisible = is;
    bridge.changed();
  };
  bridge.life("show");
  bridge.life("hide");
  app(false);
  app(true);
  bridge.life("show");
  bridge.custom({ type: "shot", args: [1] });
  await run(joined.clock, 500);
  assert.deepEqual(joined.told, [["visible", false], ["visible", true], ["custom", { type: "shot", args: [1] }]]);
});

test("what the page shares is there at once when asked for", async () => {
  const joined = join({});
  assert.equal(joined.bridge.share(), null);
  joined.client.share({ title: "茶", path: "pages/index/index" });
  await run(joined.clock, 200);
  assert.deepEqual(joined.bridge.share(), { title: "茶", path: "pages/index/index" });
  joined.client.share(null);
  await run(joined.clock, 400);
  assert.equal(joined.bridge.share(), null);
});

test("a listener is registered once and heard each time", async () => {
  const listeners = [];
  const joined = join({ onNetworkStatusChange: (run) => listeners.push(run) });
  joined.client.listen("onNetworkStatusChange");
  joined.client.listen("onNetworkStatusChange");
  joined.client.listen("getLocation");
  await run(joined.clock, 200);
  assert.equal(listeners.length, 1);
  listeners[0]({ isConnected: false });
  listeners[0]({ isConnected: true });
  await run(joined.clock, 400);
  const name = "onNetworkStatusChange";
  assert.deepEqual(joined.told, [[name, { isConnected: false }], [name, { isConnected: true }]]);
});

test("messages without the token or from an older load are not answered", async () => {
  const joined = join({ getLocation: (options) => options.success({}) });
  const old = joined.client;
  const { watch, seen } = outcomes();
  watch("old", old.call("getLocation", {}));
  await run(joined.clock, 200);
  const fresh = joined.load("second");
  watch("new", fresh.call("getLocation", {}));
  await run(joined.clock, 400);
  const before = joined.vm.assigned.length;
  joined.bridge.receive({ miniport: 1, token: joined.token, load: "first", seq: 9, ack: 0, batch: [".{}"] });
  joined.bridge.receive({ miniport: 1, token: "guess", load: "second", seq: 2, ack: 0, batch: [".{}"] });
  joined.bridge.receive({ miniport: 1, load: "second", seq: 2, ack: 0, batch: [".{}"] });
  joined.bridge.receive("miniport");
  joined.bridge.receive(undefined);
  await run(joined.clock, 600);
  assert.equal(joined.vm.assigned.length, before);
  assert.deepEqual(seen.map(([name, kind]) => [name, kind]), [["old", "ok"], ["new", "ok"]]);
});

test("the content takes nothing that lacks its token or is for another load", async () => {
  const joined = join({});
  const frame = { miniport: 1, token: joined.token, load: "first", seq: 1, ack: 0, batch: ['.{"t":"theme","theme":"dark"}'] };
  joined.client.receive(Object.assign({}, frame, { token: "guess" }));
  joined.client.receive(Object.assign({}, frame, { load: "other" }));
  joined.client.receive(Object.assign({}, frame, { miniport: 2 }));
  joined.client.receive(null);
  assert.deepEqual(joined.told, []);
  joined.client.receive(frame);
  assert.deepEqual(joined.told, [["theme", "dark"]]);
});

test("data is never assigned twice in one tick", async () => {
  const joined = join({ getLocation: (options) => options.success({}) });
  for (let at = 0; at < 20; at += 1) joined.clock.timer(() => joined.client.call("getLocation", {}), at % 4);
  await run(joined.clock, 1000);
  assert.ok(joined.vm.assigned.length > 1);
  assert.ok(joined.vm.assigned.every(({ isLost }) => !isLost));
});

test("what cannot be written as JSON fails and does not stop the rest", async () => {
  const cyclic = {};
  cyclic.self = cyclic;
  const joined = join({ getLocation: (options) => options.success(options.bad ? cyclic : { n: 1 }) });
  const { watch, seen } = outcomes();
  watch("up", joined.client.call("getLocation", cyclic));
  watch("down", joined.client.call("getLocation", { bad: true }));
  watch("fine", joined.client.call("getLocation", {}));
  await run(joined.clock, 1000);
  assert.deepEqual(seen.map(([name, kind]) => [name, kind]).sort(), [["down", "fail"], ["fine", "ok"], ["up", "fail"]]);
});

test("after unload nothing is taken, told or sent again", async () => {
  const joined = join({ getLocation: (options) => options.success({}) });
  joined.client.hello(1000);
  await run(joined.clock, 200);
  joined.bridge.life("unload");
  joined.bridge.life("unload");
  await run(joined.clock, 400);
  assert.deepEqual(joined.told, [["unload"]]);
  joined.client.call("getLocation", {}).catch(() => {});
  joined.client.close();
  await run(joined.clock, 60000);
  assert.ok(joined.vm.assigned.every(({ at }) => at < 10000));
});
