/* my.showToast and my.showLoading. A loading belongs to the page it was shown on and covers that page only. */

import { frame, h, listen, recordOf, router } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import { textOf } from "../lib/given.js";

const DURATION = 3000;
const MARKS = { success: "✓", fail: "✕", exception: "!" };

const spin = () => h("div", { class: "mp--spin", "aria-hidden": "true" });
const shift = (offset) => "calc(-50% + " + (+offset || 0) + "px)";

let hide = null;

function hideToast() {
  if (hide) {
    hide();
  }
}

function picture(type) {
  return MARKS[type] ? h("div", { class: "mp--mark", "aria-hidden": "true" }, MARKS[type]) : type === "loading" && spin();
}

/* Done when the toast is gone, by itself, by hideToast or by the next one. */
function showToast({ content, type, duration, delay, xOffset, yOffset }) {
  hideToast();
  const style = { transform: "translate(" + shift(xOffset) + "," + shift(yOffset) + ")", pointerEvents: "none" };
  return new Promise((resolve) => {
    let draw = () => {};
    let timer = 0;
    hide = () => {
      hide = null;
      clearTimeout(timer);
      draw(null);
      resolve({});
    };
    const show = () => {
      draw = frame().layer();
      draw(h("div", { class: "mp--toast", role: "status", style }, picture(type), textOf(content)));
      timer = setTimeout(hideToast, duration > 0 ? duration : DURATION);
    };
    if (delay > 0) {
      timer = setTimeout(show, delay);
    } else {
      show();
    }
  });
}

const shown = new WeakMap();

function end(page) {
  if (shown.has(page)) {
    shown.get(page)();
    shown.delete(page);
  }
}

/* The page that is meant, which may be a tab that was left; without a word, the one on top. */
const pageOf = (self) => (recordOf(self) || router().top() || {}).page;

/* What was asked for before there was any page: it belongs to the first. */
let early = null;

function cover(page, { content, delay }) {
  end(page);
  let draw = () => {};
  const show = () => {
    draw = frame().layer(page.frame.box);
    const box = h("div", { class: "mp--toast", role: "status", "aria-busy": "true" }, spin(), textOf(content));
    draw(h("div", { class: "mp--still" }, box));
  };
  const timer = delay > 0 ? setTimeout(show, delay) : show();
  shown.set(page, () => {
    clearTimeout(timer);
    draw(null);
  });
}

function showLoading(options) {
  const page = router().top();
  if (page) {
    cover(page, options);
  } else {
    early = options;
  }
}

listen("page", (page) => {
  if (early) {
    cover(page, early);
    early = null;
  }
});

function hideLoading({ page }) {
  const covered = pageOf(page);
  early = null;
  if (covered) {
    end(covered);
  }
}

api({
  showToast: asynchronous(showToast, "showToast"),
  hideToast: asynchronous(hideToast, "hideToast"),
  showLoading: asynchronous(showLoading, "showLoading"),
  hideLoading: asynchronous(hideLoading, "hideLoading"),
});
