/* What the code of a worker reaches: `worker`, by which it hears from the page and answers, and the language. */

export function thread({ send, clone, globals }) {
  const listeners = [];
  const worker = {
    onMessage(callback) {
      listeners.push(callback);
    },
    postMessage(message) {
      send(clone(message));
    },
  };
  const hear = (message) => listeners.slice().forEach((listener) => listener(message));
  return { scope: { worker, global: globals, globalThis: globals }, hear };
}
