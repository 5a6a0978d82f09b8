import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const text = readFileSync(new URL("../../src/api/adapter.js", import.meta.url), "utf8");
const run = new Function("core", text.replace(/^import (\{[^}]*\}) from "miniport:(core|part\/call)";$/gm, "const $1 = core;"));

/* A clock that stands still: that of Node 18, which Debian 12 has, does not forget a timer that was cleared. */
const real = [globalThis.setTimeout, globalThis.clearTimeout];
const timers = new Map();
let now = 0;

function stop() {
  globalThis.setTimeout = (work, ms) => {
    const timer = {};
    timers.set(timer, { work, at: now + ms });
    return timer;
  };
  globalThis.clearTimeout = (timer) => timers.delete(timer);
}

function tick(ms) {
  now += ms;
  const due = [...timers].filter(([, { at }]) => at <= now);
  due.forEach(([timer, { work }]) => timers.delete(timer) && work());
}

function goOn() {
  timers.clear();
  [globalThis.setTimeout, globalThis.clearTimeout] = real;
}

/* The table of APIs that a module makes, with a host whose `call` is given. */
function made(adapter, call) {
  const tables = [];
  const settings = { adapters: { dialect: "alipay", modules: { pay: "/pay.js" }, apis: { tradePay: "pay" }, openTypes: {} } };
  run({
    api: (table) => tables.push(table),
    asynchronous: (work) => work,
    config: () => settings,
    fail: (error, errorMessage) => ({ error, errorMessage }),
    host: () => ({ name: "test", has: (name) => name === "there", call }),
    load: () => ({ default: adapter }),
    openTypes: {},
  });
  return tables[0].tradePay;
}

const settled = (promise) => {
  const seen = {};
  promise.then((value) => (seen.value = value), (error) => (seen.error = error));
  return seen;
};

async function pass(ms) {
  tick(ms);
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

test("what a module waits for from the host does not count as its own time", async () => {
  stop();
  let answer;
  const pay = made(
    async (options, { host }) => host.call("there", {}),
    () => new Promise((resolve) => (answer = resolve)),
  );
  const seen = settled(pay({}));
  await pass(0);
  await pass(600000);
  assert.deepEqual(seen, {});
  answer({ paid: true });
  await pass(0);
  assert.deepEqual(seen, { value: { paid: true } });
  goOn();
});

test("the clock goes on after the host has answered", async () => {
  stop();
  const pay = made(
    (options, { host }) => host.call("there", {}).then(() => new Promise(() => {})),
    () => Promise.resolve(1),
  );
  const seen = settled(pay({}));
  await pass(0);
  await pass(29999);
  assert.deepEqual(seen, {});
  await pass(1);
  assert.equal(seen.error.error, 13);
  goOn();
});

test("callbacks of the app are not handed on, and a host without call refuses", async () => {
  const pay = made((options, { host }) => host.call("any", {}).catch((error) => ({ options, error, has: host.has("any") })));
  const { options, error, has } = await pay({ a: 1, success() {}, fail() {}, complete() {} });
  assert.deepEqual([options, error.error, has], [{ a: 1 }, 1, false]);
});

test("a module without a default export fails the call and no other", async () => {
  await assert.rejects(made({})({}), { error: 3, errorMessage: "tradePay: /pay.js has no default export" });
  assert.equal(await made({ default: () => 1 })({}), 1);
});
