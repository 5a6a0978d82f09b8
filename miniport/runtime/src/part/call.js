/* The API object of app code (`my`): asynchronous calls, results and failures in the platform's shape. */

import { parts } from "../core/parts.js";
import { shared } from "../core/record.js";
import { attempt, fail, warn } from "../core/report.js";
import { manner } from "../core/value.js";

const table = {};

/* Add functions to the API object: what a piece exports. */
export function api(functions) {
  Object.assign(table, functions);
}

const isFailure = (value) => value && typeof value === "object" && "error" in value && "errorMessage" in value;

/* A problem as the platform says it: what was thrown may be any exception. */
export const shaped = (problem) =>
  isFailure(problem) ? problem : fail(3, problem && problem.message ? problem.message : String(problem));

const CALLBACKS = ["success", "fail", "complete"];

/* Turn `run(options, task) -> result | Promise` into an API with success, fail, complete and a promise.
 *
 * `makeTask` gives what can be done to one call while it runs: {open: members of the promise, stopped: a promise
 * that rejects when the call is broken off, isStopped: whether it was}. One that was broken off at once is not run.
 */
export function asynchronous(run, name, makeTask) {
  const called = (options) => {
    const given = options || {};
    const task = makeTask ? makeTask() : null;
    const tell = (callback, value) => attempt(name || "API callback", given[callback], undefined, value);
    const work = Promise.resolve().then(() => (task && task.isStopped ? undefined : run(given, task)));
    const done = (task ? Promise.race([work, task.stopped]) : work).then(
      (result) => (result === undefined ? {} : result),
      (problem) => {
        throw shaped(problem);
      },
    );
    // A failure that the app does not ask for in a callback is a rejection it may leave unhandled, and hears of then.
    if (CALLBACKS.some((callback) => typeof given[callback] === "function")) {
      const end = (callback) => (value) => {
        tell(callback, value);
        tell("complete", value);
      };
      done.then(end("success"), end("fail"));
    }
    return task ? Object.assign(done, task.open) : done;
  };
  called.run = run;
  called.task = makeTask;
  return called;
}

const withoutCallbacks = (options) => {
  const rest = Object.assign({}, options);
  delete rest.success;
  delete rest.fail;
  delete rest.complete;
  return rest;
};

const missing = (name) => () => {
  warn("my." + name + " is not available on this platform");
  // 1 is what the platform answers where an API cannot be had ("该接口暂不支持").
  throw fail(1, "my." + name + " is not supported");
};

/* What the app calls and nobody has: a listener is never called, a result that must come at once is an exception. */
function absent(name) {
  const last = name.slice(name.lastIndexOf(".") + 1);
  if (/^(on|off)[A-Z]/.test(last)) {
    return () => warn("my." + name + " is not available on this platform");
  }
  return /Sync$|Manager$|^_?create[A-Z]/.test(last)
    ? () => {
        throw Object.assign(new Error("my." + name + " is not supported"), { error: 1 });
      }
    : asynchronous(missing(name), name);
}

/* Put a value under a name that may have dots, unless there is one. An extension object that nobody has (`my.ap`)
 * stays undefined: that is how app code knows that it runs elsewhere. */
function put(table, name, value) {
  const keys = name.split(".");
  const last = keys.pop();
  const owner = keys.reduce((at, key) => at && at[key], table);
  if (owner && !(last in owner)) {
    owner[last] = value;
  }
}

/* Build the API object. `names` are the APIs the app calls; `bridges` maps an API to a member of the host; `asked` are the
 * longer words ("button.open-type.share") of canIUse that the build answered with yes. A function of the table may have
 * `isReady`: whether this browser lets it work. */
export function createApi({ names, bridges, asked, host }) {
  const own = Object.assign({}, host.apis);
  // What a module of the project supplies wins over the host's own way.
  Object.keys(own).forEach((name) => table[name] && table[name].isAdapter && delete own[name]);
  Object.keys(bridges).forEach((name) => {
    own[name] =
      own[name] ||
      ((options, fallback) => {
        if (host.has && host.has(bridges[name])) {
          return host.call(bridges[name], withoutCallbacks(options));
        }
        return fallback ? fallback(options) : missing(name)();
      });
  });
  const my = Object.assign({}, table, host.sync);
  Object.keys(own).forEach((name) => {
    const page = table[name] && table[name].run;
    const fallback = (task) => page && ((given) => Promise.resolve(given).then((options) => page(options, task)));
    my[name] = asynchronous((options, task) => own[name](options, fallback(task)), name, page && table[name].task);
  });
  const known = new Set(Object.keys(my));
  names.forEach((name) => put(my, name, absent(name)));
  const isThere = (name) => {
    const { isReady } = table[name] || {};
    const isBridged = bridges[name] && host.has && host.has(bridges[name]);
    return known.has(name) && (isBridged || (table[name] ? !isReady || isReady() : !bridges[name]));
  };
  const can = new Set(asked);
  my.canIUse = (query) => {
    const [first, second, ...rest] = String(query).split(".");
    if (first === "page" || first === "component") {
      return (second in shared && !rest.length) || can.has(query);
    }
    if (first === "sjs") {
      return Boolean(parts.responses) && parts.responses.indexOf(query) >= 0;
    }
    const isWhole = second === undefined && ((first === "component2" && !manner.pass) || first === "canIUse" || Boolean(isThere(first)));
    return isWhole || (can.has(String(query)) && (!known.has(first) || Boolean(isThere(first))));
  };
  return my;
}

parts.createApi = createApi;
