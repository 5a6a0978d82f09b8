/* Pull to refresh: the gesture, the sign above the page, and the APIs that start it, stop it and hold the page. */

import { config, fail, listen, router } from "miniport:core";
import { api } from "miniport:part/call";
import { onPage } from "./lib/page.js";

// How far a finger counts, where a pull is long enough, and the height while the page is refreshed.
const WEIGHT = 0.5;
const ENOUGH = 50;
const HIGHEST = 90;

const isOn = (value) => value === true || value === "true" || value === "YES";

function settingOf(page) {
  const all = Object.assign({}, config().window, page.unit.config);
  return isOn(all.pullRefresh) && all.allowsBounceVertical !== "NO" && all.allowsBounceVertical !== false;
}

/* The sign of a page: `height(to)` moves it at once, `settle(isOn)` to where it rests. */
function signOf({ box, scroller }) {
  const node = document.createElement("div");
  const spin = document.createElement("span");
  node.className = "mp--pull";
  spin.className = "mp--spin";
  spin.hidden = true;
  node.appendChild(spin);
  box.insertBefore(node, scroller);
  const height = (to) => {
    spin.hidden = !to;
    node.style.height = to ? to + "px" : "";
  };
  return {
    height(to) {
      node.removeAttribute("data-settles");
      height(to);
    },
    settle(isBusy) {
      node.setAttribute("data-settles", "");
      if (isBusy) {
        node.setAttribute("role", "status");
        node.setAttribute("aria-label", "正在刷新");
      } else {
        node.removeAttribute("role");
        node.removeAttribute("aria-label");
      }
      height(isBusy ? ENOUGH : 0);
    },
  };
}

function pullable(page) {
  const { scroller, refresh, pulled } = page.frame;
  let from = null;
  let height = 0;
  scroller.addEventListener(
    "touchstart",
    (event) => {
      const isFree = scroller.scrollTop <= 0 && !page.isRefreshing && !page.isHeld && event.touches.length === 1;
      from = isFree && !event.target.closest("mp-scroll-view") ? event.touches[0].clientY : null;
      height = 0;
    },
    { passive: true },
  );
  scroller.addEventListener(
    "touchmove",
    (event) => {
      if (from === null || event.defaultPrevented) {
        return;
      }
      height = Math.min(HIGHEST, (event.touches[0].clientY - from) * WEIGHT);
      if (height > 0) {
        pulled(height);
        if (event.cancelable) {
          event.preventDefault();
        }
      } else {
        // It began as a scroll and stays one.
        from = null;
      }
    },
    { passive: false },
  );
  const end = (isMeant) => () => {
    if (from !== null) {
      from = null;
      const isEnough = isMeant && height >= ENOUGH;
      refresh(isEnough);
      if (isEnough) {
        page.tell("onPullDownRefresh", { from: "manual" });
      }
    }
  };
  scroller.addEventListener("touchend", end(true));
  scroller.addEventListener("touchcancel", end(false));
}

listen("page", (page) => {
  const sign = signOf(page.frame);
  page.frame.pulled = sign.height;
  page.frame.refresh = (isBusy) => {
    page.isRefreshing = isBusy;
    sign.settle(isBusy);
  };
  if (settingOf(page)) {
    pullable(page);
  }
});

/* Started by code, it asks neither whether the page can be pulled nor whether it bounces. */
function startPullDownRefresh() {
  const page = router().top();
  page.frame.refresh(true);
  page.tell("onPullDownRefresh", { from: "code" });
  return { success: true };
}

function stopPullDownRefresh() {
  // The app may have gone on to another page, or to another tab, while it loaded.
  const { stack, tabs } = router();
  [...stack, ...tabs.values()].filter((page) => page.isRefreshing).forEach((page) => page.frame.refresh(false));
}

/* What cannot be pulled by its configuration cannot be pulled afterwards either. */
function setCanPullDown({ canPullDown }) {
  if (canPullDown === undefined) {
    throw fail(2, "setCanPullDown: canPullDown is needed");
  }
  router().top().isHeld = !isOn(canPullDown);
}

api({
  setCanPullDown: onPage(setCanPullDown, "setCanPullDown"),
  startPullDownRefresh: onPage(startPullDownRefresh, "startPullDownRefresh"),
  stopPullDownRefresh: onPage(stopPullDownRefresh, "stopPullDownRefresh"),
});
