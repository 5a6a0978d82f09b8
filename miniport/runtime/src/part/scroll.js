/* onPageScroll and onReachBottom of a page. */

import { config, listen } from "miniport:core";

/* How far from the end counts as its reach. */
function distanceOf({ unit }) {
  const { onReachBottomDistance = 50 } = Object.assign({}, config().window, unit.config);
  return +onReachBottomDistance || 0;
}

/* Tell the page, at most once a frame. The end counts once per arrival: again after leaving it or when the content grew. */
function watchScroll(page, distance) {
  const { scroller } = page.frame;
  let isAsked = false;
  let isAway = true;
  let known = 0;
  const look = () => {
    isAsked = false;
    if (!page.isVisible) {
      return;
    }
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    page.tell("onPageScroll", { scrollTop, scrollHeight });
    const isNear = scrollHeight > clientHeight && scrollHeight - clientHeight - scrollTop <= distance + 1;
    if (isNear && (isAway || scrollHeight > known)) {
      page.tell("onReachBottom");
    }
    isAway = !isNear;
    known = scrollHeight;
  };
  scroller.addEventListener(
    "scroll",
    () => {
      if (!isAsked) {
        isAsked = true;
        requestAnimationFrame(look);
      }
    },
    { passive: true },
  );
}

listen("page", (page) => watchScroll(page, distanceOf(page)));
