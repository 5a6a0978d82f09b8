/* The API object of app code (`my`): asynchronous calls, results and failures in the platform's shape. */

import { warn } from "./report.js";
import { attempt } from "./report.js";

const table = {};

/* Add functions to the API object: what a piece exports. */
export function api(functions) {
  Object.assign(table, functions);
}

export const fail = (error, errorMessage) => Object.assign({ error, errorMessage });

const isFailure = (value) => value && typeof value === "object" && "error" in value && "errorMessage" in value;

const shaped = (problem) =>
  isFailure(problem) ? problem : fail(3, problem && problem.message ? problem.message : String(problem));

/* Turn `run(options) -> result | Promise` into an API with success, fail, complete and a promise. */
export function asynchronous(run, name) {
  const called = (options) => {
    const given = options || {};
    const tell = (callback, value) => attempt(name || "API callback", given[callback], undefined, value);
    const done = Promise.resolve()
      .then(() => run(given))
      .then(
        (result) => (result === undefined ? {} : result),
        (problem) => {
          throw shaped(problem);
        },
      );
    done.then(
      (result) => {
        tell("success", result);
        tell("complete", result);
      },
      (problem) => {
        tell("fail", problem);
        tell("complete", problem);
      },
    );
    return done;
  };
  called.run = run;
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

/* Build the API object. `names` are the APIs the app calls; `bridges` maps an API to a member of the host. */
export function createApi({ names, bridges, host }) {
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
    my[name] = asynchronous((options) => own[name](options, page && ((given) => Promise.resolve(given).then(page))), name);
  });
  const known = new Set(Object.keys(my));
  names.forEach((name) => {
    if (!(name in my)) {
      my[name] = asynchronous(missing(name), name);
    }
  });
  my.canIUse = (query) => {
    const [first, second] = String(query).split(".");
    return first === "page" || first === "component" ? second[0] === "$" : first === "component2" || known.has(first) || first === "canIUse";
  };
  return my;
}
