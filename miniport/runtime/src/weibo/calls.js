// What an app with APIs needs of the host: the container's own way of each, and what it tells.

import { parts } from "miniport:core";
import { pack, unpack } from "../link/binary.js";
import { apis } from "./apis.js";

// From res/h5/ to the root of the project, where the container puts its temporary files.
const ROOT = "../../";
const TEMPORARY = /^Temp/;

function platform(name) {
  const lower = String(name || "").toLowerCase();
  return { ios: "iOS", android: "Android" }[lower] || name;
}

function system(info) {
  return info ? Object.assign({}, info, { platform: platform(info.platform) }) : undefined;
}

/** Hear the keyboard where the shell's document can be reached: it fires on that document's body. */
function hearKeyboard(view, run) {
  try {
    view.parent.document.body.addEventListener("keyboardheightchange", (event) => run(event.detail || {}));
  } catch (error) {
    // Another origin: there is nothing to hear.
  }
}

function writeThrough(client, op, key, value) {
  const [member, args] = {
    set: ["setStorage", { key, data: value }],
    remove: ["removeStorage", { key }],
    clear: ["clearStorage", {}],
  }[op];
  // The page's own storage has the value already; a container that refuses changes nothing for the app. One that has not
  // answered yet is told all the same.
  client.call(member, args).catch(() => {});
}

/** Return the further members of the host. */
function hosted(client, listeners) {
  const has = (member) => client.has(member);
  const call = (member, args) => client.call(member, args);
  return {
    systemInfo: () => system(client.snapshot.getSystemInfoSync),
    navigationBar({ backgroundColor, frontColor }) {
      if (!backgroundColor && !frontColor) return;
      if (has("setNavigationBarColor")) call("setNavigationBarColor", { backgroundColor, frontColor }).catch(() => {});
    },
    stored: (op, key, value) => writeThrough(client, op, key, value),
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

Object.assign(parts, { hosted, binary: { pack, unpack } });
