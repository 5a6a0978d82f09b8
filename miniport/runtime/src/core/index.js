/* The runtime: the registry as a global, the table for pieces, and the start of an app. */

import { Component, Fragment, h, render } from "preact";
import { createRequire, define, isDefined, linking } from "../registry.js";
import { MOUNT, UPDATE, later } from "./batch.js";
import { compose, declared, join } from "./compose.js";
import { root } from "./element.js";
import { dispatch, emit, prepareElements } from "./events.js";
import { createFrame } from "./frame.js";
import { globals } from "./globals.js";
import { listen, tellListeners } from "./hooks.js";
import * as history from "./history.js";
import { createLife } from "./life.js";
import { PageRecord } from "./page.js";
import { parts } from "./parts.js";
import { attempt, fail, onReport, report, warn } from "./report.js";
import { parseQuery, resolve, splitUrl, stringifyQuery } from "./route.js";
import { createRouter } from "./router.js";
import { Record, evaluating, recordOf, shared } from "./record.js";
import { classText, scopeOf, useStyles } from "./scope.js";
import { listenTo } from "./tap.js";
import { BOX, element, get, template } from "./template.js";
import { optionsOf, register, unitAt, useUnits } from "./units.js";
import { clone, keysOf, manner, own, setAt } from "./value.js";

const state = { config: null, host: null, frame: null, router: null, app: null };

const scope = {
  get my() {
    return state.my;
  },
  App: register,
  Page: register,
  Component: register,
  Mixin: (given) => (parts.mixin ? parts.mixin(given) : given),
  getApp: () => state.app,
  getCurrentPages: () => state.router.stack.map((page) => page.self),
  getDate: (...parts) => new Date(...parts),
  getRegExp: (pattern, flags) => new RegExp(pattern, flags),
  global: globals,
  globalThis: globals,
};

/* An address for a media path of the app: "/images/a.png" is a file of the bundle, "../a.png" is seen from the page. */
function media(path) {
  const text = path === undefined || path === null ? "" : String(path);
  const own = state.host && state.host.src ? state.host.src(text) : undefined;
  if (own !== undefined) {
    return own;
  }
  const page = state.router && state.router.top();
  return /^\.\.?\//.test(text) && page ? "./" + resolve(text, page.route).path : text.replace(/^\/(?!\/)/, "./");
}

/* What leaf pieces import. The second half is for those of src/part, which stand nearer to the core. */
const table = Object.freeze({
  Component,
  Fragment,
  classText,
  clone,
  config: () => state.config,
  createRequire,
  drawBars,
  element,
  emit,
  fail,
  /* Blobs by the address that app code has of them. */
  files: new Map(),
  frame: () => state.frame,
  h,
  host: () => state.host,
  isDefined,
  launchOptions: () => state.launchOptions(),
  linking,
  listen,
  /* What a module of the app exports, as `import * as x` gives it. */
  load: (id) => state.read.ns(id),
  manner,
  media,
  /* Open-types that a module of the project supplies: name -> (attributes) -> Promise of its result. */
  openTypes: {},
  parseQuery,
  report,
  root,
  router: () => state.router,
  stringifyQuery,
  template,
  warn,
  BOX,
  MOUNT,
  Record,
  UPDATE,
  attempt,
  compose,
  declared,
  dispatch,
  evaluating,
  get,
  globals,
  history,
  join,
  keysOf,
  later,
  optionsOf,
  own,
  parts,
  recordOf,
  render,
  scopeOf,
  setAt,
  shared,
  splitUrl,
  tellListeners,
  unitAt,
  useStyles,
});

function unitsOf(config) {
  const components = config.components || {};
  const pages = config.pages.map((page) => Object.assign({ components: {}, config: {} }, page, { path: "/" + page.path }));
  const rest = Object.keys(components).map((path) => Object.assign({ components: {} }, components[path], { path }));
  return [{ path: "/app", script: config.app, components: {} }, ...pages, ...rest];
}

function titleOf(page) {
  const { config } = page.unit;
  const window = state.config.window || {};
  const bar = Object.assign({}, window, config, page.bar);
  return Object.assign(bar, { title: bar.title === undefined ? bar.defaultTitle || "" : bar.title });
}

/* Show what the page on top wants in the bars. */
export function drawBars(stack) {
  const page = stack[stack.length - 1];
  const bar = titleOf(page);
  const { title } = bar;
  state.frame.show({
    title,
    below: stack.length > 1 ? titleOf(stack[stack.length - 2]).title : "",
    depth: stack.length,
    route: page.route,
    color: bar.frontColor || bar.navigationBarFrontColor || "",
    background: bar.titleBarColor || "",
    line: bar.borderBottomColor,
    image: bar.titleImage,
    isLoading: bar.isLoading,
  });
  if (state.host.title) {
    state.host.title(title);
  }
}

/* A launch at a page that is not there: the app may send it elsewhere, else it is said in the page. */
function lost(to, problem) {
  const { app, router } = state;
  report(problem.errorMessage ? to.path + " is not found" : problem, "launch");
  const told = { path: to.path, query: to.query, isEntryPage: true };
  attempt("App onPageNotFound", app.onPageNotFound, app, told);
  tellListeners("onPageNotFound", told);
  router.idle().then(() => {
    if (!router.stack.length) {
      const text = "页面不存在 · Page not found: " + to.path;
      state.frame.notice(h("div", { class: "mp--lost", role: "alert" }, text));
    }
  });
}

function createPages() {
  const runtime = { createRequire: () => createRequire(scope), frame: state.frame.page, app: () => state.app };
  return (path, query, url) => {
    const unit = unitAt("/" + path);
    return unit && state.pages.has(path) ? new PageRecord(unit, query, url, runtime) : null;
  };
}

function connect(config, read) {
  const wanted = config.host || { name: "browser" };
  const life = createLife(state, drawBars);
  const made = read("miniport:host/" + wanted.name).default(config, life.forHost);
  return { host: made, life };
}

/* The last statement of app.js: run the app that the configuration describes. */
function start(config) {
  const read = createRequire(scope);
  const tabs = new Set(((config.tabBar && config.tabBar.items) || []).map((item) => item.pagePath));
  state.config = config;
  state.read = read;
  state.pages = new Set(config.pages.map((page) => page.path));
  prepareElements();
  useStyles(config.styles);
  useUnits(read, unitsOf(config));
  (config.pieces || []).forEach((id) => read(id));
  if (parts.fixSizes) {
    parts.fixSizes(Boolean(config.styles && config.styles.isFixed));
  }
  const { host, life } = connect(config, read);
  state.host = host;
  state.frame = createFrame({
    kind: () => host.bar || "own",
    media,
    actions: {
      back: () => state.router.navigateBack(1).catch(() => {}),
      title: () => state.router.top().tell("onTitleClick"),
    },
  });
  state.router = createRouter({
    make: createPages(),
    isTab: (path) => tabs.has(path),
    isRaw: config.behavior && config.behavior.decodeQuery === "disable",
    changed: (stack) => life.changed(stack),
    lost,
  });
  state.my =
    parts.createApi &&
    parts.createApi({ names: config.apis || [], bridges: config.bridges || {}, asked: config.asked, host });
  listenTo(state.frame.app);
  window.addEventListener("error", ({ error }) => error && attempt("App onError", tellError, undefined, error.message, error));
  if (parts.watchWindow) {
    parts.watchWindow(state);
  }
  history.start();
  return Promise.resolve(host.ready ? host.ready() : undefined).then(() => life.launch(unitAt("/app"), optionsOf));
}

define("miniport:core", [], (require, module) => {
  module.exports = table;
});

window.miniport = { define, start };

function tellError(text, error) {
  tellListeners("onError", text, error && error.stack);
  if (state.app && typeof state.app.onError === "function") {
    state.app.onError(text, error && error.stack);
  }
}

onReport(tellError);
