/* The API object of an app, with a log of its calls and with the project's mocks before the real answers. */

import { answerOf, mockedApis, onMocks } from "./mocks.js";
import { plain } from "./plain.js";
import { say } from "./wire.js";

const CALLBACKS = ["success", "fail", "complete"];
let count = 0;

const isPromise = (value) => Boolean(value) && typeof value.then === "function";
const hasCallback = (options) => Boolean(options) && CALLBACKS.some((name) => typeof options[name] === "function");

function logged(name, args, run) {
  const id = ++count;
  const start = performance.now();
  say("call", { id, name, args: args.map((value) => plain(value)), at: Date.now() });
  const done = (isOk, value) => say("result", { id, isOk, value: plain(value), ms: performance.now() - start });
  let result;
  try {
    result = run();
  } catch (problem) {
    done(false, problem);
    throw problem;
  }
  if (!isPromise(result)) {
    done(true, result);
    return result;
  }
  const fine = (value) => (done(true, value), value);
  const broken = (problem) => {
    done(false, problem);
    throw problem;
  };
  // What the app leaves unhandled must stay so, and what a callback has taken must not become so.
  if (hasCallback(args[0])) {
    result.then(fine, (problem) => done(false, problem));
    return result;
  }
  return Object.assign(result.then(fine, broken), result);
}

function mocked(name, asynchronous, real) {
  return (...args) => {
    const mock = answerOf("my." + name);
    if (!mock) {
      return real && real(...args);
    }
    return /Sync$/.test(name) ? mock.atOnce(args[0]) : asynchronous(mock.run, name)(args[0]);
  };
}

const missing = (name) => () => {
  throw { error: 1, errorMessage: "my." + name + " is not supported" };
};

/* What is asked of a manager goes to the simulator by the names of both (`getRecorderManager.stop`): so do mocks of it. */
function answerManagers(host) {
  const { call } = host;
  if (window.miniport.simulator) {
    host.call = (name, options) => {
      const mock = name.indexOf(".") > 0 && answerOf("my." + name);
      return mock ? mock.run(options || {}) : call(name, options);
    };
  }
}

/* Watch the object that the app will get. `require` reads pieces of the runtime. */
export function watchCalls({ parts }, require) {
  const make = parts.createApi;
  if (!make) {
    return;
  }
  const { asynchronous } = require("miniport:part/call");
  parts.createApi = (given) => {
    answerManagers(given.host);
    const my = make(given);
    const watch = (name, real) => {
      const run = mocked(name, asynchronous, real);
      my[name] = (...args) => logged("my." + name, args, () => run(...args));
    };
    Object.keys(my).forEach((name) => typeof my[name] === "function" && watch(name, my[name]));
    // One that nobody has is there once it is mocked.
    const add = () =>
      mockedApis().forEach((full) => {
        const name = full.replace(/^my\./, "");
        if (full !== name && !my[name]) {
          watch(name, asynchronous(missing(name), name));
        }
      });
    add();
    onMocks(add);
    return my;
  };
}
