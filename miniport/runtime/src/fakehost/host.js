// A stand-in for the WBox container: runs an emitted project in a browser, and does what a test tells it to.

import { createHop } from "./hop.js";
import { evaluate } from "./modules.js";
import { createPage } from "./own.js";
import { Page } from "./page.js";
import { readProject, resolve } from "./project.js";
import { createWith } from "./vue.js";
import { createWbx } from "./wbx.js";

const HERE = document.currentScript.src;
const DEFAULTS = {
  // See wbx.js.
  script: {},
  // See hop.js; null: nothing goes wrong.
  faults: null,
  // Hooks that the container never calls.
  silent: [],
  // When onLoad comes: "early" (before mounting), "late" (after it) or "never".
  onLoad: "early",
  isStrict: true,
  hasTimers: true,
  // Whether each page gets its own copy of the modules it imports.
  isBundledPerPage: false,
  // Packages by name, for pages that import any.
  packages: {},
  // A Vue 2 with the template compiler, in place of our own drawing.
  Vue: null,
  // Who hears of what happens, in place of the log.
  heard: null,
};

class Host {
  constructor(project, options) {
    Object.assign(this, DEFAULTS, options);
    this.project = project;
    this.here = HERE;
    this.log = [];
    this.errors = [];
    this.stack = [];
    this.note = (entry) => void (this.heard ? this.heard(entry) : this.log.push(entry));
    this.hop = createHop(this.faults, this.note);
    const seams = { note: this.note, pages: () => this.stack.map((page) => page.path), effect: (...call) => this.effect(...call) };
    Object.assign(this, createWbx(this.script, seams));
    this.cache = {};
    this.app = this.createApp();
  }

  guard(run) {
    try {
      return run();
    } catch (error) {
      this.errors.push(String((error && error.stack) || error));
      return undefined;
    }
  }

  require(path, cache) {
    if (cache[path]) return cache[path];
    const exports = {};
    cache[path] = exports;
    const given = {
      exports,
      require: (request) => {
        const found = resolve(path, request);
        return found ? this.require(found, cache) : this.packages[request];
      },
      wbx: this.wbx,
      getApp: () => this.app,
      WBXEnvironment: { deviceHeightNoScale: window.innerHeight },
    };
    evaluate(this.project.files[path], path, given, this);
    return exports;
  }

  createApp() {
    const options = this.guard(() => this.require("app.js", this.cache).default) || {};
    const app = Object.assign({}, options);
    Object.keys(options).forEach((name) => {
      if (typeof options[name] === "function") app[name] = options[name].bind(app);
    });
    return app;
  }

  appHook(name, ...args) {
    if (!this.app[name] || this.silent.includes(name)) return;
    this.note({ what: "app", name });
    this.guard(() => this.app[name](...args));
  }

  get top() {
    return this.stack[this.stack.length - 1];
  }

  /** What a call of `wbx` does to the container itself. */
  effect(name, args) {
    if (!this.top) return;
    if (name === "setNavigationBarTitle") this.top.showBar({ navigationBarTitleText: args.title });
    if (name === "setNavigationBarColor") {
      this.top.showBar({ navigationBarBackgroundColor: args.backgroundColor, navigationBarTextStyle: args.frontColor });
    }
  }

  /** Open a page over the others; resolves when it is mounted. */
  async open(path = this.project.app.pages[0], query = {}, { queryKey = "queryParams" } = {}) {
    if (!this.project.pages[path]) await this.project.read(path);
    if (this.top) {
      this.top.hook("onHide");
      this.top.box.hidden = true;
    } else this.appHook("onShow", { path, query });
    const options = this.require(`${path}.vue`, this.isBundledPerPage ? {} : this.cache).default;
    const page = new Page(this, path);
    page.back.hidden = this.stack.length === 0;
    this.stack.push(page);
    const create = this.Vue ? createWith(this.Vue) : createPage;
    await page.open(create, options, { [queryKey]: query }, this.onLoad);
    return page;
  }

  /** Close the top page. */
  close() {
    const page = this.stack.pop();
    if (page) page.close();
    if (!this.top) return;
    this.top.box.hidden = false;
    this.top.hook("onShow");
  }

  hide() {
    if (this.top) this.top.hook("onHide");
    this.appHook("onHide");
  }

  show() {
    this.appHook("onShow", {});
    if (this.top) this.top.hook("onShow");
  }

  theme(name) {
    this.appHook("onThemeChange", { wboxColorScheme: name });
  }

  /** Return what the top page shares; it must be there at once. */
  share() {
    return this.top.hook("onShareAppMessage");
  }

  customEvent(type, args) {
    this.top.hook("onCustomEvent", { type, args });
  }
}

/** Read the project at a URL and start its app. `options`: see DEFAULTS. */
async function load(root, options) {
  const project = await readProject(new URL(root, location.href).href.replace(/\/?$/, "/"));
  return new Host(project, options);
}

/** Open the project that the address names: `?project=<url>&page=<path>&<query of the page>`. */
async function fromAddress() {
  const query = Object.fromEntries(new URLSearchParams(location.search));
  const { project, page } = query;
  if (!project) return;
  delete query.project;
  delete query.page;
  window.fakehost.host = await load(project, {});
  await window.fakehost.host.open(page, query);
}

window.fakehost = { load };
addEventListener("DOMContentLoaded", () => void fromAddress());
