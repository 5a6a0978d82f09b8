// One call of a member of the container's API object: one answer, whatever way the member has of answering.

import { ABSENT, failure, toFailure } from "../link/error.js";
import { looksFailed, unwrap } from "./result.js";

/** Tell whether the API object has a member that can be called. */
export function has(api, name) {
  try {
    return !!api && typeof api[name] === "function";
  } catch (error) {
    return false;
  }
}

function absent(name) {
  return failure(ABSENT, `the container has no "${name}"`);
}

function shaped(rule, result) {
  return rule.keep ? result : unwrap(result);
}

/**
 * Call a member that answers with its return value.
 *
 * Returns {isOk, value}; a value that is a Promise is not waited for.
 */
export function callSync(api, name, rule, args) {
  if (!has(api, name)) return { isOk: false, value: absent(name) };
  try {
    return { isOk: true, value: shaped(rule, api[name](args)) };
  } catch (error) {
    return { isOk: false, value: toFailure(error) };
  }
}

function isPromise(value) {
  return !!value && typeof value.then === "function";
}

/**
 * Call a member that answers through callbacks or a Promise; `answer(isOk, value)` runs exactly once, or never.
 *
 * `fail` and `failure` are both given, because both names are in use. `complete` alone counts only
 * where nothing else came in the same turn (`defer`). Returns what the member returned.
 */
export function callAsync(api, name, rule, args, answer, defer) {
  let isAnswered = false;
  const settle = (isOk, value) => {
    if (isAnswered) return;
    isAnswered = true;
    answer(isOk, isOk ? shaped(rule, value) : toFailure(value));
  };
  if (!has(api, name)) {
    settle(false, absent(name));
    return undefined;
  }
  const fail = (value) => settle(false, value);
  const options = Object.assign({}, args, {
    success: (value) => settle(true, value),
    fail,
    failure: fail,
    complete: (value) => defer(() => settle(!looksFailed(value), value)),
  });
  try {
    const returned = api[name](options);
    if (isPromise(returned)) returned.then((value) => settle(true, value), fail);
    return returned;
  } catch (error) {
    fail(error);
    return undefined;
  }
}

/** Give a member a callback that it calls each time something happens. Returns whether it could. */
export function listen(api, name, heard) {
  if (!has(api, name)) return false;
  try {
    api[name]((value) => heard(unwrap(value)));
    return true;
  } catch (error) {
    return false;
  }
}

