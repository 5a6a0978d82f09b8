/* Who else hears of the app's life: what my.onAppShow and its family listen to. */

import { attempt } from "./report.js";

const listeners = {};

/* Hear of `name` (a word of App, such as "onShow") until the function that comes back is called. */
export function listen(name, listener) {
  const list = (listeners[name] = listeners[name] || []);
  list.push(listener);
  return () => {
    listeners[name] = listeners[name].filter((one) => one !== listener);
  };
}

export function tellListeners(name, ...values) {
  (listeners[name] || []).slice().forEach((listener) => attempt(name + " listener", listener, undefined, ...values));
}
