// A scripted API object of the container, with a log of its calls.

import { answers as known } from "./answers.js";
import { copied } from "./hop.js";

const OWN_DATA = ["request", "uploadFile", "getStorage", "getClipboardData"];

/**
 * Create `wbx`. `script`: {answers: {name: answer}, absent: [name],
 * failure: "fail" | "failure", results: "flat" | "data", style: "callback" | "promise"},
 * and choose(name, answer), which is asked at each call and returns the answer to give.
 * `pages()` names the open pages; `effect(name, args)` hears of each call.
 */
export function createWbx(script, { note, pages, effect }) {
  const table = Object.assign(known(), { getCurrentPagesSync: { pages: true } }, script.answers);
  const listeners = {};
  const wrapped = (name, value) =>
    script.results === "data" && value && typeof value === "object" && !OWN_DATA.includes(name) ? { data: value } : value;

  function answered(name, answer, options) {
    const isFailed = "fail" in answer;
    const value = copied(isFailed ? answer.fail : wrapped(name, answer.success));
    const callback = isFailed ? options[script.failure || "fail"] : options.success;
    if (callback) callback(value);
    if (options.complete) options.complete(value);
    note({ what: "answer", name, isFailed, value });
    return { isFailed, value };
  }

  function promised(answer, { isFailed, value }, resolve, reject) {
    if (isFailed) reject(value);
    else resolve(value);
  }

  /* An answer that is only known when the call has been made. */
  function called(name, answer, options) {
    Promise.resolve()
      .then(() => answer.call(copied(options)))
      .then(
        (success) => answered(name, { success }, options),
        (fail) => answered(name, { fail }, options),
      );
  }

  function later(name, answer, options) {
    if (answer.call) return void called(name, answer, options);
    const callbacks = script.style === "promise" ? {} : options;
    const result = new Promise((resolve, reject) => {
      if (answer.never) return;
      for (let time = 0; time < (answer.times || 1); time += 1) {
        setTimeout(() => promised(answer, answered(name, answer, callbacks), resolve, reject), answer.delay || 0);
      }
    });
    // Callers that use callbacks never look at the promise.
    result.catch(() => {});
    return script.style === "promise" ? result : undefined;
  }

  function member(name, usual) {
    return (given) => {
      const options = given || {};
      const answer = script.choose ? script.choose(name, usual) : usual;
      note({ what: "wbx", name, args: typeof given === "function" ? "function" : copied(given) });
      effect(name, options);
      if (answer.throws) throw new Error(answer.throws);
      if (answer.listen) return void (listeners[name] = given);
      if (answer.pages) return { data: { currentPages: pages().map((pageName) => ({ pageName })) } };
      if ("sync" in answer) {
        note({ what: "answer", name, isFailed: false, value: copied(answer.sync) });
        return copied(wrapped(name, answer.sync));
      }
      return later(name, answer, options);
    };
  }

  const wbx = {};
  Object.keys(table)
    .filter((name) => !(script.absent || []).includes(name))
    .forEach((name) => {
      wbx[name] = member(name, table[name]);
    });
  /** Call what was given to a member such as onNetworkStatusChange. */
  const fire = (name, value) => listeners[name] && listeners[name](copied(value));
  return { wbx, fire };
}
