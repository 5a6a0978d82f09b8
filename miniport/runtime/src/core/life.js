/* Launch, foreground and background of the app, and what a host may do to it. */

import { clone } from "./value.js";
import { stringifyQuery } from "./route.js";
import { tellListeners } from "./hooks.js";
import { attempt } from "./report.js";
import * as history from "./history.js";

const call = (state, name, ...values) => {
  if (state.app) {
    attempt("App " + name, state.app[name], state.app, ...values);
    tellListeners(name, ...values);
  }
};

export function createLife(state, drawBars) {
  let isShown = false;
  let options = {};

  const launchOptions = (entry) => {
    const given = { path: entry.path, scene: String(entry.scene || "") };
    if (entry.appQuery && Object.keys(entry.appQuery).length) {
      given.query = entry.appQuery;
    }
    if (entry.referrerInfo) {
      given.referrerInfo = entry.referrerInfo;
    }
    return given;
  };

  const showApp = (more) => {
    if (!isShown) {
      isShown = true;
      call(state, "onShow", Object.assign(clone(options), more));
      return true;
    }
    return false;
  };

  const forHost = {
    show(more) {
      if (state.app && showApp(more) && state.router.top()) {
        state.router.top().show();
      }
    },
    hide() {
      if (state.app && isShown) {
        isShown = false;
        const page = state.router.top();
        if (page) {
          page.leave();
        }
        call(state, "onHide");
      }
    },
    open(path, query) {
      const isListed = state.pages.has(path);
      if (isListed) {
        state.router.launch(path, query || {}, stringifyQuery(query));
      }
      return isListed;
    },
    back() {
      const isDeep = state.router.stack.length > 1;
      if (isDeep) {
        state.router.navigateBack(1).catch(() => {});
      }
      return isDeep;
    },
    theme: (name) => call(state, "onThemeChange", { theme: name }),
    share(source) {
      const page = state.router.top();
      return page && page.share ? page.share(source) : null;
    },
    unload() {
      state.router.clear();
    },
    depth: () => state.router.stack.length,
  };

  const changed = (stack) => {
    drawBars(stack);
    if (state.host.routed) {
      state.host.routed(stack.map((page) => ({ path: page.route, query: clone(page.query) })));
    }
  };

  /* Where to start: what the host reads from the address, else the first page. */
  const entryOf = () => {
    const { host, config } = state;
    const entry = host.launch(history.currentHash());
    return Object.assign({ query: {} }, entry, { path: entry.path || config.pages[0].path });
  };

  const launch = (unit, optionsOf) => {
    const entry = entryOf();
    options = launchOptions(entry);
    state.launchOptions = () => clone(options);
    // getApp() works while app.js runs: App() gives it its members.
    state.app = {};
    Object.assign(state.app, optionsOf(unit));
    call(state, "onLaunch", clone(options));
    showApp();
    return state.router.launch(entry.path, entry.query, stringifyQuery(entry.query));
  };

  return { forHost, changed, launch };
}

