/* my.on and my.off: what happens to the app by the platform's own words, as the host tells of it. */

import { host } from "miniport:core";
import { api } from "miniport:part/call";
import { listeners } from "./lib/task.js";

const heard = new Map();

/* The listeners of a word; the host is asked for it once. */
function of(name) {
  if (!heard.has(name)) {
    const made = listeners();
    heard.set(name, made);
    host().on("my.on." + name, made.tell);
  }
  return heard.get(name);
}

function on(name, listener) {
  of(name).on(listener);
  return { remove: () => of(name).off(listener) };
}

api({ on, off: (name, listener) => of(name).off(listener) });
