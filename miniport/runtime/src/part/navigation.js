/* Going from page to page. */

import { h } from "preact";
import { config } from "miniport:core";
import * as history from "../core/history.js";
import { parts } from "../core/parts.js";
import { fail, warn } from "../core/report.js";

const DEEPEST = 10;

parts.navigation = ({ stack, top, isTab, inTurn, address, found, enter, drop, changed, fresh }) => {
  const pop = (count) => {
    top().sound("onBack");
    for (let left = count; left > 0; left--) {
      drop(stack.pop());
    }
    changed(stack);
    top().show();
  };

  const navigateTo = (url, events) =>
    inTurn(() => {
      const to = address(url);
      if (stack.length >= DEEPEST) {
        throw fail(1, "depth can not be more than " + DEEPEST);
      }
      if (isTab(to.path)) {
        warn(to.path + " is a tab page: it opens without the tab bar, use switchTab");
      }
      const page = found(to);
      const told = parts.channel && parts.channel(page, events);
      if (top()) {
        top().hide();
      }
      history[top() ? "push" : "replace"](to.full, stack.length + 1);
      enter(page);
      return told;
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

  const reLaunch = (url) => inTurn(() => fresh(address(url)));

  const navigateBack = (delta) =>
    inTurn(() => {
      if (stack.length < 2) {
        throw fail(1, "already top of navigation");
      }
      const count = Math.min(Math.max(1, Math.floor(+delta) || 1), stack.length - 1);
      return history.back(count).then(() => pop(count));
    });

  /* An app without a tab bar. */
  const switchTab = (url) =>
    inTurn(() => {
      throw fail(1, url + " resolved to " + address(url).path + " is not tab,  which is not valid");
    });

  /* The user went to an entry of the browser's history; false where it is none of this stack. */
  const went = (to, depth) => {
    const page = stack[depth - 1];
    if (depth && page && page.url === to.full) {
      if (depth < stack.length) {
        pop(stack.length - depth);
      }
      return true;
    }
    if (depth > 1 && depth === stack.length + 1 && depth <= DEEPEST) {
      const next = found(to);
      top().hide();
      enter(next);
      return true;
    }
    return false;
  };

  /* A way out of a page that somebody was sent to: where it is neither the first of the app nor one of its tabs. */
  parts.home = () => {
    const { route, bar } = top();
    const first = config().pages[0].path;
    const isAway = stack.length === 1 && route !== first && !isTab(route) && !(bar && bar.isHomeHidden);
    const go = () => reLaunch("/" + first);
    return isAway && h("button", { class: "mp--back mp--home", type: "button", "aria-label": "回首页", onClick: go });
  };

  return { navigateTo, redirectTo, reLaunch, navigateBack, switchTab, went };
};
