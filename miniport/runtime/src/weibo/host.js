// The host piece for content inside a WBox shell page.

import { parseQuery, parts, report } from "miniport:core";
import { ABSENT, failure } from "../link/error.js";
import { token as newToken } from "../link/token.js";
import { Client } from "./client.js";
import { hear, isInside, reopen, split, tokenOf } from "./door.js";

const READY = 1500;

function timer(run, ms) {
  const id = setTimeout(run, ms);
  return () => clearTimeout(id);
}

function transport(view) {
  const { binary = {} } = parts;
  return {
    token: tokenOf(view),
    load: newToken(),
    post: (frame) => view.parent.postMessage(frame, "*"),
    defer: (run) => void Promise.resolve().then(run),
    timer,
    report,
    pack: binary.pack,
    unpack: binary.unpack,
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

function place(hash) {
  const { rest } = split(hash.startsWith("#") ? hash : `#${hash}`);
  const route = rest.replace(/^\/+/, "");
  const at = route.indexOf("?");
  return at < 0
    ? { path: route, query: {} }
    : { path: route.slice(0, at), query: parseQuery(route.slice(at + 1)) };
}

function detached() {
  const call = (member) => Promise.reject(failure(ABSENT, `"${member}" needs the container`));
  return { has: () => false, call, share() {}, listen() {}, hello: () => Promise.resolve(false), snapshot: {} };
}

/** Connect the core with the shell page around it; without one, with nothing. */
export default function connect(config, app) {
  const settings = config.host || {};
  const listeners = {};
  const client = isInside(window) ? new Client(transport(window), hearing(app, listeners, window), settings) : detached();
  if (client.receive) {
    hear(window, (data) => client.receive(data));
    reopen(window);
    // What an app stores as it leaves the screen must not wait for the answer to what it said before.
    ["visibilitychange", "pagehide"].forEach((name) => window.addEventListener(name, () => client.flush()));
  }
  const has = (member) => client.has(member);
  const call = (member, args) => client.call(member, args);
  const host = {
    name: settings.name,
    identity: settings.identity,
    /* The container's bar is there on its page; whether it can be retitled is known once the shell has answered. */
    get bar() {
      return settings.bar || (!client.receive ? "own" : has("setNavigationBarTitle") ? "back" : "push");
    },
    launch: place,
    ready: () => client.hello(settings.ready || READY),
    title(text) {
      document.title = text;
      if (has("setNavigationBarTitle")) call("setNavigationBarTitle", { title: text }).catch(() => {});
    },
    share: (content) => client.share(content),
    has,
    call,
  };
  // Only an app with APIs asks for more; `bar` must stay a getter, so it is `host` that is added to.
  return Object.assign(host, parts.hosted && parts.hosted(client, listeners));
}
