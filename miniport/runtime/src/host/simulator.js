/* A preview of another platform: its identity, and an answer to every API that only a device has.
 *
 * `miniport.simulator` is the preview's hand on it: answers[name] = (options) => result or a throw {error, errorMessage},
 * and what a device does to an app: share(), kept(), theme(name), show(), hide(), open(path, query), back(), and
 * fire(word, value) for who listens to it ("network", "my.on.titleClick" for my.on("titleClick", run)).
 * `miniport.launch`, where there is one, is what more a launch tells: {scene, appQuery, referrerInfo}; `miniport.language`
 * is "en" or "zh": what the simulator itself says, else in the browser's language.
 */

import { fail, h, parseQuery } from "miniport:core";
import { ask, freshId } from "../api/lib/modal.js";

const LEFT = 1;
const WORDS = {
  en: { device: "needs a device", cure: "To answer it here, add to mocks/api.yaml", close: "OK" },
  zh: { device: "需要真机", cure: "如需在此应答，请在 mocks/api.yaml 中添加", close: "知道了" },
};

/* Say what is not simulated; the call fails when that has been read. */
function needsDevice(name) {
  const about = freshId();
  const words = WORDS[/^zh/.test(window.miniport.language || navigator.language) ? "zh" : "en"];
  const look = { role: "alertdialog", kind: "mp--device", label: "my." + name, about, cancel: false };
  return ask(look, (answer) => [
    h("div", { class: "mp--device-name" }, "my." + name),
    h("div", { class: "mp--device-text", id: about }, words.device),
    h("div", { class: "mp--device-cure" }, words.cure, h("pre", {}, "api:\n  my." + name + ":\n    success: {}")),
    h("button", { class: "mp--device-close", type: "button", onClick: () => answer(true) }, words.close),
  ]).then(() => {
    throw fail(LEFT, "my." + name + " needs a device");
  });
}

export default function connect(config, app) {
  const answers = {};
  const listeners = {};
  let shared = null;
  window.addEventListener("pagehide", () => app.hide());
  window.miniport.simulator = {
    answers,
    share: () => app.share({ from: "menu" }) || shared,
    kept: () => shared,
    theme: (name) => app.theme(name),
    show: () => app.show(),
    hide: () => app.hide(),
    open: (path, query) => app.open(path, query),
    back: () => app.back(),
    fire: (name, value) => (listeners[name] || []).forEach((run) => run(value)),
  };
  return {
    name: "simulator",
    identity: { app: config.host.app },
    stage: "develop",
    bar: config.host.bar,
    launch(hash) {
      const [path, query] = hash.replace(/^\//, "").split(/\?([^]*)/);
      return Object.assign({ path, query: parseQuery(query) }, window.miniport.launch);
    },
    title(text) {
      document.title = text;
    },
    share(content) {
      shared = content;
    },
    has: () => true,
    call: (name, options) =>
      Promise.resolve().then(() => (answers[name] ? answers[name](options || {}) : needsDevice(name))),
    on(name, run) {
      (listeners[name] = listeners[name] || []).push(run);
    },
  };
}
