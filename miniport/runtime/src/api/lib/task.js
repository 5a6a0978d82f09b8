/* What app code may do to a call that runs: break it off, hear of its progress. */

import { attempt, fail } from "miniport:core";

/* A list of listeners with the two functions that app code gets for it. */
export function listeners() {
  let list = [];
  return {
    on: (listener) => {
      if (typeof listener === "function") {
        list.push(listener);
      }
    },
    off: (listener) => {
      list = listener ? list.filter((one) => one !== listener) : [];
    },
    tell: (value) => list.slice().forEach((listener) => attempt("API listener", listener, undefined, value)),
  };
}

/* Add onX and offX for each event X to an object that app code gets; what comes back tells their listeners. */
export function hearing(open, events) {
  const heard = {};
  events.forEach((event) => {
    heard[event] = listeners();
    open["on" + event] = heard[event].on;
    open["off" + event] = heard[event].off;
  });
  return (event, value) => heard[event].tell(value);
}

/* Make what `asynchronous` wants as makeTask, with onX and offX for each event X.
 *
 * `task.cancel` is set by who runs the call; `task.tell(event, value)` reaches the listeners.
 */
export const task = (events, problem) => () => {
  const open = {};
  const made = { open, cancel: null, tell: hearing(open, events) };
  made.stopped = new Promise((resolve, reject) => {
    open.abort = () => {
      if (made.cancel) {
        made.cancel();
      }
      made.isStopped = true;
      reject(fail(...problem));
      return Promise.resolve({ success: true });
    };
  });
  return made;
};
