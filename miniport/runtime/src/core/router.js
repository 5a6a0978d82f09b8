/* The page stack. Operations wait for each other, so that the browser's history keeps step. */

import { parts } from "./parts.js";
import { fail, report } from "./report.js";
import * as history from "./history.js";
import { parseQuery, resolve } from "./route.js";

/* `make(path, query, url)` builds a page or returns null where the path is not listed; `changed(stack)` hears of every change.
 * Going from page to page comes with the leaf pieces of src/part: each gets this router and gives it further members.
 */
export function createRouter({ make, isTab, isRaw, changed, lost }) {
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
      throw fail(1, to.url + " resolved to " + to.path + " is not found");
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

  const clear = () => {
    const rest = new Set(stack.slice().reverse());
    tabs.forEach((page) => rest.add(page));
    stack.length = 0;
    rest.forEach(drop);
  };

  const fresh = (to) => {
    const page = found(to);
    const depth = stack.length;
    clear();
    return history.back(depth - 1).then(() => {
      history.replace(to.full, 1);
      enter(page);
    });
  };

  /* Open the first page of this realm, or start again at one that a link names. */
  const launch = (path, query, text) =>
    inTurn(() => {
      const to = { url: path, path, query, full: text ? path + "?" + text : path };
      return Promise.resolve()
        .then(() => fresh(to))
        .catch((problem) => setTimeout(() => lost(to, problem)));
    });

  const router = { stack, tabs, top, isTab, inTurn, address, found, enter, drop, changed, fresh, launch, clear };
  router.idle = () => queue;
  ["navigation", "switching"].forEach((name) => Object.assign(router, parts[name] && parts[name](router)));

  history.listen((url, depth) => {
    inTurn(() => {
      const to = address("/" + url);
      if (!router.went || !router.went(to, depth)) {
        clear();
        history.replace(to.full, 1);
        try {
          enter(found(to));
        } catch (problem) {
          setTimeout(() => lost(to, problem));
        }
      }
    }).catch((problem) => report(problem, "navigation"));
  });

  return router;
}
