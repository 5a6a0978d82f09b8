/* The page stack. Operations wait for each other, so that the browser's history keeps step. */

import { report, warn } from "./report.js";
import * as history from "./history.js";
import { parseQuery, resolve, splitUrl } from "./route.js";

const DEEPEST = 10;

export const failure = (error, errorMessage) => ({ error, errorMessage });

/* `make(path, query, url)` builds a page or returns null where the path is not listed; `changed(stack)` hears of every change,
 * `tabbed(page, from)` of every switch to a tab page. */
export function createRouter({ make, isTab, isRaw, changed, tabbed, lost }) {
  const stack = [];
  const tabs = new Map();
  let queue = Promise.resolve();

  const top = () => stack[stack.length - 1];

  const inTurn = (run) => {
    const done = queue.then(run);
    queue = done.catch(() => {});
    return done;
  };

  const address = (url) => {
    const { path, query } = resolve(url, top() ? top().route : "");
    return { url: String(url), path, full: query ? path + "?" + query : path, query: parseQuery(query, isRaw) };
  };

  const found = (to) => {
    const page = make(to.path, to.query, to.full);
    if (!page) {
      throw failure(1, to.url + " resolved to " + to.path + " is not found");
    }
    return page;
  };

  const enter = (page) => {
    stack.push(page);
    if (isTab(page.route)) {
      tabs.set(page.route, page);
    }
    changed(stack);
    page.open();
  };

  const drop = (page) => {
    if (tabs.get(page.route) === page) {
      tabs.delete(page.route);
    }
    page.unload();
  };

  const pop = (count) => {
    top().sound("onBack");
    for (let left = count; left > 0; left--) {
      drop(stack.pop());
    }
    changed(stack);
    top().show();
  };

  const clear = () => {
    const rest = new Set(stack.slice().reverse());
    tabs.forEach((page) => rest.add(page));
    stack.length = 0;
    rest.forEach(drop);
  };

  const navigateTo = (url) =>
    inTurn(() => {
      const to = address(url);
      if (stack.length >= DEEPEST) {
        throw failure(1, "depth can not be more than " + DEEPEST);
      }
      if (isTab(to.path)) {
        warn(to.path + " is a tab page: it opens without the tab bar, use switchTab");
      }
      const page = found(to);
      if (top()) {
        top().hide();
      }
      history[top() ? "push" : "replace"](to.full, stack.length + 1);
      enter(page);
    });

  const redirectTo = (url) =>
    inTurn(() => {
      const to = address(url);
      const page = found(to);
      if (top()) {
        drop(stack.pop());
      }
      history.replace(to.full, stack.length + 1);
      enter(page);
    });

  const fresh = (to) => {
    const page = found(to);
    const depth = stack.length;
    clear();
    return history.back(depth - 1).then(() => {
      history.replace(to.full, 1);
      enter(page);
    });
  };

  const reLaunch = (url) => inTurn(() => fresh(address(url)));

  const navigateBack = (delta) =>
    inTurn(() => {
      if (stack.length < 2) {
        throw failure(1, "already top of navigation");
      }
      const count = Math.min(Math.max(1, Math.floor(+delta) || 1), stack.length - 1);
      return history.back(count).then(() => pop(count));
    });

  const switchTab = (url, from) =>
    inTurn(() => {
      const to = address(splitUrl(String(url))[0]);
      const bad = (why) => failure(1, url + " resolved to " + to.path + why);
      if (!isTab(to.path)) {
        throw bad(" is not tab,  which is not valid");
      }
      if (top() && top().route === to.path && stack.length === 1) {
        return undefined;
      }
      const kept = tabs.get(to.path);
      const page = kept || found(to);
      const depth = stack.length;
      while (stack.length) {
        const left = stack.pop();
        if (tabs.get(left.route) !== left) {
          drop(left);
        } else if (left !== page) {
          left.hide();
        }
      }
      return history.back(depth - 1).then(() => {
        history.replace(to.full, 1);
        if (kept) {
          stack.push(page);
          changed(stack);
          page.show();
        } else {
          enter(page);
        }
        tabbed(page, from || "api");
      });
    });

  /* Open the first page of this realm, or start again at one that a link names. */
  const launch = (path, query, text) =>
    inTurn(() => {
      const to = { url: path, path, query, full: text ? path + "?" + text : path };
      return Promise.resolve()
        .then(() => fresh(to))
        .catch((problem) => setTimeout(() => lost(to, problem)));
    });

  history.listen((url, depth) => {
    inTurn(() => {
      const to = address("/" + url);
      const page = stack[depth - 1];
      if (depth && page && page.url === to.full) {
        if (depth < stack.length) {
          pop(stack.length - depth);
        }
      } else if (depth > 1 && depth === stack.length + 1 && depth <= DEEPEST) {
        const next = found(to);
        top().hide();
        enter(next);
      } else {
        clear();
        history.replace(to.full, 1);
        try {
          enter(found(to));
        } catch (problem) {
          setTimeout(() => lost(to, problem));
        }
      }
    }).catch((problem) => report(problem.errorMessage || problem, "navigation"));
  });

  return { stack, top, idle: () => queue, navigateTo, redirectTo, reLaunch, navigateBack, switchTab, launch, clear };
}
