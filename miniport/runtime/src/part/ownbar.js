/* A tab bar that the app draws itself: a component of its own on each page of a tab (see part/tab.js for ours). */

import { render } from "preact";
import { config, listen, router } from "miniport:core";
import { recordOf, shared } from "../core/record.js";
import { unitAt } from "../core/units.js";
import { standing } from "./component.js";

const made = new WeakMap();

const isOfTab = (page) => config().tabBar.items.some((item) => item.pagePath === page.route);

function begin(page, unit) {
  const box = document.createElement("div");
  box.className = "mp--ownbar " + page.scope.names("a-customize-tab-bar");
  const record = standing(unit, "ownbar", page);
  page.ended = () => {
    record.remove();
    render(null, box);
  };
  render(record.vnode(), box);
  page.frame.box.appendChild(box);
  return { box, record };
}

/* The bar of a page: made when it is asked for, at the latest when the page is shown. */
function barOf(page) {
  const unit = unitAt(config().customTabBar);
  if (!unit || page.isGone || !isOfTab(page)) {
    return null;
  }
  if (!made.has(page)) {
    made.set(page, begin(page, unit));
  }
  return made.get(page);
}

shared.getTabBar = function () {
  const bar = barOf(recordOf(this).page);
  return bar ? bar.record.self : null;
};

listen("pageShow", (page) => {
  const bar = barOf(page);
  if (bar) {
    // A page of a tab that was opened like any other page has no bar.
    bar.box.hidden = router().stack.indexOf(page) > 0;
  }
});
