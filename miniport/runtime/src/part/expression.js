/* What expressions of templates call, besides reading members. */

import { report } from "../core/report.js";
import { get, template } from "../core/template.js";

const guarded = (run) => {
  try {
    return run();
  } catch (error) {
    report(error, "template expression");
    return undefined;
  }
};

export const call = (value, key, ...args) =>
  typeof get(value, key) === "function" ? guarded(() => value[key](...args)) : undefined;

export const invoke = (method, ...args) =>
  typeof method === "function" ? guarded(() => method(...args)) : undefined;

/* An object literal's spread: of nothing comes nothing. */
export const merge = (...parts) => Object.assign({}, ...parts);

/* `first ?? second`, and `key in value` where the value may be nothing. */
export const either = (first, second) => (first === null || first === undefined ? second : first);

export const within = (key, value) => value !== null && typeof value === "object" && key in value;

Object.assign(template, { call, either, invoke, merge, within });
