// The host piece for content inside a WBox shell page.

import { parseQuery, report } from "miniport:core";
import { ABSENT, failure } from "../link/error.js";
import { token as newToken } from "../link/token.js";
import { apis } from "./apis.js";
import { Client } from "./client.js";
import { hear, isInside, reopen, split, tokenOf } from "./door.js";

const READY = 1500;
// From res/h5/ to the root of the project, where the container puts its temporary files.
const ROOT = "../../";
const TEMPORARY = /^Temp/;

function timer(run, ms) {
  const id = setTimeout(run, ms);
  return () => clearTimeout(id);
}

function transport(view) {
  return {
    token: tokenOf(view),
    load: newToken(),
    post: (frame) => view.parent.postMessage(frame, "*"),
    defer: (run) => void Promise.resolve().then(run),
    timer,
    report,
  };
}

/** Return who is told of what: the core of the app's state, the listeners of `on` of events. */
function hearing(app, listeners, view) {
  let isVisible = true;
  const show = () => (isVisible && view.document.visibilityState !== "hidden" ? app.show() : app.hide());
  view.document.addEventListener("visibilitychange", show);
  return {
    visible(is) {
      isVisible = is;
      show();
    },
    theme: (name) => app.theme(name === "dark" ? "dark" : "light"),
    event: (name, value) => (listeners[name] || []).forEach((run) => run(value)),
    unload: () => app.unload(),
  };
}

function platform(name) {
  const lower = String(name || "").toLowerCase();
  return { ios: "iOS", android: "Android" }[lower] || name;
}

function system(info) {
  return info ? Object.assign({}, info, { platform: platform(info.platform) }) : undefined;
}

function place(hash) {
  const { rest } = split(hash.startsWith("#") ? hash : `#${hash}`);
  const route = rest.replace(/^\/+/, "");
  const at = route.indexOf("?");
  return at < 0
    ? { path: route, query: {} }
    : { path: route.slice(0, at), query: parseQuery(route.slice(at + 1)) };
}

/** Hear the keyboard where the shell's document can be reached: it fires on that document's body. */
function hearKeyboard(view, run) {
  try {
    view.parent.document.body.addEventListener("keyboardheightchange", (event) => run(event.detail || {}));
  } catch (error) {
    // Another origin: there is nothing to hear.
  }
}

function detached() {
  const call = (member) => Promise.reject(failure(ABSENT, `"${member}" needs the container`));
  return { has: () => false, call, share() {}, listen() {}, hello: () => Promise.resolve(false), snapshot: {} };
}

function writeThrough(client, op, key, value) {
  const [member, args] = {
    set: ["setStorage", { key, data: value }],
    remove: ["removeStorage", { key }],
    clear: ["clearStorage", {}],
  }[op];
  // The page's own storage has the value already; a container that refuses changes nothing for the app.
  if (client.has(member)) client.call(member, args).catch(() => {});
}

/** Connect the core with the shell page around it; without one, with nothing. */
export default function connect(config, app) {
  const settings = config.host || {};
  const listeners = {};
  const client = isInside(window) ? new Client(transport(window), hearing(app, listeners, window), settings) : detached();
  if (client.receive) {
    hear(window, (data) => client.receive(data));
    reopen(window);
  }
  const has = (member) => client.has(member);
  const call = (member, args) => client.call(member, args);
  return {
    name: settings.name,
    identity: settings.identity,
    /* The container's bar is there on its page; whether it can be retitled is known once the shell has answered. */
    get bar() {
      return settings.bar || (!client.receive ? "own" : has("setNavigationBarTitle") ? "back" : "push");
    },
    launch: place,
    ready: () => client.hello(settings.ready || READY),
    systemInfo: () => system(client.snapshot.getSystemInfoSync),
    title(text) {
      document.title = text;
      if (has("setNavigationBarTitle")) call("setNavigationBarTitle", { title: text }).catch(() => {});
    },
    navigationBar({ backgroundColor, frontColor }) {
      if (!backgroundColor && !frontColor) return;
      if (has("setNavigationBarColor")) call("setNavigationBarColor", { backgroundColor, frontColor }).catch(() => {});
    },
    share: (content) => client.share(content),
    stored: (op, key, value) => writeThrough(client, op, key, value),
    has,
    call,
    apis: apis(has, call),
    src: (path) => (TEMPORARY.test(path) ? ROOT + path : undefined),
    on(name, run) {
      if (name === "keyboard") hearKeyboard(window, run);
      const member = { network: "onNetworkStatusChange" }[name] || name;
      (listeners[member] = listeners[member] || []).push(run);
      if (name === "network") client.listen(member);
    },
  };
}
