// A shell page and its content joined by a wire, without a browser.

import { createBridge } from "../../src/service/service.js";
import { Client } from "../../src/weibo/client.js";
import { createClock, createWire } from "../link/network.js";

export const CONFIG = {
  pages: ["pages/index/index", "pages/detail/detail"],
  home: "res/h5/index.html",
  routes: ["navigateTo"],
  members: {
    getLocation: { kind: "async" },
    request: { kind: "async", keep: true },
    getStorage: { kind: "async", keep: true },
    navigateTo: { kind: "async" },
    scanCode: { kind: "async", timeout: 600000 },
    getSystemInfoSync: { kind: "sync", snapshot: true },
    getCurrentPagesSync: { kind: "sync" },
    onNetworkStatusChange: { kind: "listen" },
    notThere: { kind: "async" },
  },
};

/** Join both ends. `wbx`: the container's object. Returns what tests look at. */
export function join(wbx, { faults, timers = true, settings, clock = createClock(), path = "pages/index/index" } = {}) {
  const stats = {};
  const wire = createWire(clock, faults, stats);
  const vm = { assigned: [] };
  const bridge = createBridge(vm, path, CONFIG);
  Object.assign(bridge, {
    api: () => wbx,
    timer: timers ? clock.timer : null,
    nextTick: (run) => clock.timer(run, 0),
  });
  bridge.hub = { isVisible: true, theme: "", bridges: [] };
  const told = [];
  const heard = {
    visible: (is) => told.push(["visible", is]),
    theme: (name) => told.push(["theme", name]),
    event: (name, value) => told.push([name, value]),
    unload: () => told.push(["unload"]),
  };
  const down = wire((frame) => joined.client.receive(frame));
  // As Vue does: what is assigned is looked at once per tick, so the first of two is lost.
  Object.defineProperty(vm, "data", {
    set(frame) {
      vm.assigned.push({ at: clock.now(), frame, isLost: false });
      if (vm.waiting) vm.assigned[vm.assigned.length - 2].isLost = true;
      else clock.timer(flush, 0);
      vm.waiting = frame;
    },
  });
  function flush() {
    down(vm.waiting);
    vm.waiting = null;
  }
  const src = bridge.start({});
  const token = src.slice(src.indexOf("#!") + 2, src.indexOf("/", src.indexOf("#!")));
  const up = wire((frame) => bridge.receive(frame));
  function load(name) {
    const transport = { token, load: name, post: up, defer: (run) => clock.timer(run, 0), timer: clock.timer };
    joined.client = new Client(transport, heard, settings);
    return joined.client;
  }
  const joined = { bridge, clock, told, stats, src, token, vm, up, load };
  load("first");
  return joined;
}

/** Collect what becomes of a promise, by name, in order. */
export function outcomes() {
  const seen = [];
  return {
    seen,
    watch: (name, promise) =>
      promise.then(
        (value) => seen.push([name, "ok", value]),
        (error) => seen.push([name, "fail", error]),
      ),
  };
}

/** Let settled promises run what waits for them. */
export function settled() {
  return new Promise((resolve) => setImmediate(resolve));
}
