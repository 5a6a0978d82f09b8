/* One phone: its frame, the line to the app in it, what it has told, and what covers it. */

import { el, refill } from "./dom.js";
import { placeOf } from "./map.js";
import { overlay } from "./overlay.js";
import { chosen, told, token } from "./state.js";
import { isChinese, say } from "./words.js";

const KEPT = 500;
const PATIENCE = 8000;
/* Milliseconds without an answer after which an app, and one that begins, is said to be silent; and between two questions. */
const SILENCE = 5000;
const BEGINNING = 10000;
const BEAT = 2000;
/* Milliseconds that a browser takes to end the process of an app without end, which a new frame would be put into. */
const ENDING = 1000;

const NO_ANSWER = "no answer";

const push = (list, item) => {
  list.push(item);
  if (list.length > KEPT) list.splice(0, list.length - KEPT);
};

export const queryText = (query) => String(new URLSearchParams(query || {}));

export class Phone {
  constructor(frame) {
    Object.assign(this, { name: frame.name, titles: frame.title, origin: frame.origin, home: frame.home, isContained: frame.isContained, isThere: frame.isThere, version: frame.version });
    this.listeners = [];
    this.waiting = new Map();
    this.count = 0;
    this.pages = [];
    this.stack = [];
    this.onStart = null;
    this.agreement = null;
    this.forget();
    this.dot = el("span", { class: "dot", "aria-hidden": "true" });
    this.heading = el("h2", { class: "phone-name" });
    this.note = el("span", { class: "phone-note", role: "status", "aria-live": "polite" });
    this.path = el("bdi", {});
    this.route = el("span", { class: "phone-route" }, this.path);
    this.cover = el("div", { class: "cover" });
    this.screen = el("div", { class: "screen" });
    this.body = el("div", { class: "body" }, el("div", { class: "status" }), this.screen, el("div", { class: "home" }), this.cover);
    this.fit = el("div", { class: "fit" }, this.body);
    this.node = el("section", { class: "phone", "data-frame": this.name }, el("header", { class: "phone-head" }, this.dot, this.heading, this.route, this.note), this.fit);
    window.addEventListener("message", (event) => this.hear(event));
    void this.watch();
  }

  /* The page that is shown: {path, query, url}. */
  get top() {
    return this.stack[this.stack.length - 1];
  }

  get title() {
    return isChinese() ? this.titles.zh : this.titles.en;
  }

  on(run) {
    this.listeners.push(run);
  }

  tell(kind, value) {
    this.listeners.forEach((run) => run(this, kind, value));
  }

  forget() {
    Object.assign(this, { logs: [], calls: [], requests: [], bridge: [], problem: null });
  }

  /* Start the app at a page; `above` are the addresses of the pages that stood above it. */
  start({ path = "", query = {}, above = [] } = {}) {
    // What a build found is there until a build finds it no more.
    const problem = this.problem && this.problem.isOfBuild ? this.problem : null;
    this.forget();
    Object.assign(this, { problem, entry: { path, query }, above, app: null, container: null, isRunning: false, agreement: null, begun: Date.now() });
    this.waiting.forEach(({ reject }) => reject(new Error("the app has started again")));
    this.waiting.clear();
    const text = queryText(query);
    const hash = path ? `#/${path}${text ? `?${text}` : ""}` : "";
    const src = this.isContained ? "/~miniport/host/container.html" : `/app/${this.home}${hash}`;
    // A frame of its own for each start: an address that differs in its hash alone starts nothing.
    this.frame = el("iframe", { src: this.origin + src, title: this.title, allow: "clipboard-read; clipboard-write; geolocation; camera" });
    this.enter(this.frame);
    this.drawCover();
    this.draw();
    this.tell("starting");
  }

  /* Put a frame in place of the one before, and once more where it came before the process of that one had ended. */
  enter(frame, wait = ENDING) {
    const { isStuck } = this;
    this.isStuck = false;
    refill(this.screen, isStuck ? null : frame);
    if (!isStuck) return;
    setTimeout(() => {
      if (frame !== this.frame) return;
      refill(this.screen, frame);
      setTimeout(() => {
        if (frame !== this.frame || this.app || this.container) return;
        this.isStuck = true;
        this.enter(frame, wait * 2);
      }, SILENCE);
    }, wait);
  }

  /* `pages`: those that the app has now. One that is gone is not opened again, nor what stood above it. */
  restart(pages = []) {
    const gone = pages.length ? this.stack.findIndex(({ path }) => !pages.includes(path)) : -1;
    const [first, ...rest] = gone < 0 ? this.stack : this.stack.slice(0, gone);
    this.start(first ? { path: first.path, query: first.query, above: rest.map(({ url }) => url) } : {});
  }

  welcome() {
    const { language, system, isDark, textSize, network, mocks, scene } = chosen;
    return {
      token,
      language,
      system,
      network,
      mocks,
      look: { isDark, textSize },
      launch: scene ? { scene } : {},
      entry: this.entry,
      above: this.above,
    };
  }

  hear({ source, origin, data }) {
    if (origin !== this.origin || !data || data.miniport !== "preview") return;
    if (!this.frame || !this.isOfFrame(source)) return;
    this.take(source, data);
  }

  /* The app's own window may lie two frames deep in that of its container. */
  isOfFrame(source) {
    for (let at = source; at && at !== window; at = at.parent === at ? null : at.parent) {
      if (at === this.frame.contentWindow) return true;
    }
    return false;
  }

  take(source, { role, kind, value }) {
    if (kind === "ready") {
      this[role] = source;
      this.post(source, "welcome", this.welcome());
    } else if (kind === "answer") {
      this.settle(value);
    } else if (TAKE[kind]) {
      TAKE[kind](this, value);
      this.tell(kind, value);
    } else {
      this.tell(kind, value);
    }
  }

  settle({ ask, value, problem }) {
    const waiting = this.waiting.get(ask);
    if (!waiting) return;
    this.waiting.delete(ask);
    clearTimeout(waiting.timer);
    if (problem === undefined) waiting.resolve(value);
    else waiting.reject(new Error(problem));
  }

  post(target, kind, value, ask) {
    target.postMessage({ miniport: "preview", kind, value, ask }, this.origin);
  }

  /* Ask the app, or its container, and wait for the answer. */
  ask(kind, value, role = "app", patience = PATIENCE) {
    const target = this[role];
    if (!target) return Promise.reject(new Error("the app has not started"));
    this.count += 1;
    const ask = this.count;
    return new Promise((resolve, reject) => {
      const late = () => {
        this.isStuck = true;
        this.settle({ ask, problem: NO_ANSWER });
      };
      const timer = setTimeout(late, patience);
      this.waiting.set(ask, { resolve, reject, timer });
      this.post(target, kind, value, ask);
    });
  }

  /* Tell the app and its container something that needs no answer. */
  send(kind, value) {
    [this.app, this.container].filter(Boolean).forEach((target) => this.post(target, kind, value));
  }

  /* Ask the app over and over whether it is there: a loop that does not end keeps its process, and says nothing. */
  async watch() {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, BEAT));
      const { frame } = this;
      const isAlive = document.hidden || !frame || (await this.isAlive());
      if (frame !== this.frame) continue;
      this.isStuck = !isAlive;
      if (!isAlive && !this.problem) this.show({ words: () => ({ title: say("silent"), text: say("silentWhy"), help: say("silentHelp") }), isSilence: true });
      if (isAlive && this.problem && this.problem.isSilence) this.show(null);
    }
  }

  isAlive() {
    if (!this.isRunning) return Date.now() - this.begun < BEGINNING;
    return this.ask("alive", undefined, "app", SILENCE).then(
      () => true,
      ({ message }) => message !== NO_ANSWER,
    );
  }

  shot() {
    return this.ask("shot", undefined, this.isContained ? "container" : "app");
  }

  draw() {
    const { top } = this;
    this.heading.textContent = this.title;
    this.path.textContent = top ? top.path : "";
    this.route.title = this.path.textContent;
    this.dot.dataset.state = this.problem ? "bad" : this.isRunning ? "good" : "idle";
    this.node.dataset.running = this.isRunning;
    const isState = !this.isRunning || this.isPlain;
    const state = isState ? say(this.isRunning ? "running" : "starting") : this.words();
    const { agreement } = this;
    const text = [!(agreement && isState) && state, agreement && agreement()].filter(Boolean).join(" · ");
    // Screen readers read a text anew that is set anew.
    if (this.note.textContent !== text) this.note.textContent = text;
  }

  /* Around its screen a phone goes on in the colours that the app has there. */
  frameWith({ top = "", bottom = "" }) {
    this.body.style.setProperty("--above", top);
    this.body.style.setProperty("--below", bottom);
  }

  /* Say what was done, until something else is; `words` gives it in the language of the page. */
  say(words) {
    this.isPlain = false;
    this.words = words;
    this.draw();
    this.note.classList.remove("fresh");
    // A restarted animation needs a moment without its class.
    requestAnimationFrame(() => this.note.classList.add("fresh"));
  }

  /* Say how it compares with the others, besides what was done; null says no more of it. */
  agree(words) {
    this.agreement = words;
    this.draw();
  }

  /* Cover the phone with an error: {words, place, stack}, where `words` gives {title, text, help}; null uncovers it. */
  show(problem) {
    this.problem = problem;
    this.drawCover();
    this.draw();
  }

  drawCover() {
    const { problem } = this;
    const again = problem && problem.isSilence ? () => this.restart() : null;
    refill(this.cover, problem && overlay({ ...problem, ...problem.words(), again }, told, () => this.show(null)));
  }

  async failed(entry) {
    const place = await placeOf(this, entry.stack);
    const text = entry.values.filter((value) => typeof value === "string").join(" ").replace("[miniport] ", "");
    this.show({ words: () => ({ title: say("thrown"), text }), place, stack: isOfRuntime(entry.stack) ? "" : entry.stack });
  }
}

/* A way through the runtime alone says nothing to its user. */
const isOfRuntime = (stack) => (String(stack || "").match(/https?:[^\s()]+/g) || []).every((address) => /\/runtime\.js/.test(address));

function started(phone, { pages, stack }) {
  const isFirst = !phone.isRunning;
  Object.assign(phone, { pages, stack, isRunning: true });
  if (isFirst) phone.isPlain = true;
  phone.draw();
  const { onStart } = phone;
  phone.onStart = null;
  if (onStart) onStart();
}

const ended = (list, value) => {
  const call = list.find(({ id }) => id === value.id);
  if (call) Object.assign(call, value, { isDone: true });
};

const isBlocked = ({ logs }, address) => logs.some(({ url, problem }) => problem === "blocked" && url === address);

const TAKE = {
  started,
  drawn(phone, { stack, edges }) {
    phone.stack = stack;
    phone.frameWith(edges);
    phone.draw();
  },
  log(phone, entry) {
    if (!entry.missing || !isBlocked(phone, entry.missing)) push(phone.logs, entry);
    if (entry.isThrown && entry.level === "error") phone.failed(entry);
  },
  call: (phone, value) => push(phone.calls, value),
  result: (phone, value) => ended(phone.calls, value),
  request: (phone, value) => push(phone.requests, value),
  response: (phone, value) => ended(phone.requests, value),
  frame: (phone, value) => push(phone.requests, { id: `f${phone.requests.length}`, method: value.isSent ? "↑" : "↓", url: value.url, body: value.data, isFrame: true }),
  blocked(phone, { url, directive }) {
    if (!isBlocked(phone, url)) {
      phone.logs = phone.logs.filter(({ missing }) => missing !== url);
      push(phone.logs, { level: "warn", values: [], url, directive, problem: "blocked" });
    }
    push(phone.requests, { id: `b${phone.requests.length}`, directive, url, isDone: true, status: 0, problem: "blocked" });
  },
  member: (phone, value) => push(phone.bridge, Object.assign({ kind: "wbx" }, value)),
  memberResult(phone, { name, isOk, value }) {
    const call = phone.bridge.find((entry) => entry.kind === "wbx" && entry.name === name && !("isOk" in entry));
    if (call) Object.assign(call, { isOk, value });
  },
  bridge: (phone, value) => push(phone.bridge, Object.assign({ kind: "message" }, value)),
};
