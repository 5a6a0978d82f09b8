/* my.createMapContext: what a map element does and tells when app code asks. */

import { api, asynchronous } from "miniport:part/call";
import { contextOf } from "./lib/element.js";

const NAMES = [
  "getCenterLocation",
  "getScale",
  "getRotate",
  "getSkew",
  "getRegion",
  "moveToLocation",
  "includePoints",
  "gestureEnable",
  "mapToScreen",
  "screenToMap",
];

/* Each is an API of its own: with callbacks, a function alone being that of success, and with a promise. */
function createMapContext(id) {
  const context = contextOf(id, NAMES);
  NAMES.forEach((name) => {
    const run = asynchronous(context[name], name);
    context[name] = (options) => run(typeof options === "function" ? { success: options } : options);
  });
  return context;
}

api({ createMapContext });
