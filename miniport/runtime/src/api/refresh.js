/* my.startPullDownRefresh and my.stopPullDownRefresh. Where the page's frame can show that it is refreshed, it does. */

import { api, asynchronous, router } from "miniport:core";

function show(page, isOn) {
  if (page.frame.refresh) {
    page.frame.refresh(isOn);
  }
}

/* Started by code, it asks neither whether the page can be pulled nor whether it bounces. */
function startPullDownRefresh() {
  const page = router().top();
  show(page, true);
  page.call("onPullDownRefresh", { from: "code" });
  return { success: true };
}

function stopPullDownRefresh() {
  show(router().top(), false);
}

api({
  startPullDownRefresh: asynchronous(startPullDownRefresh, "startPullDownRefresh"),
  stopPullDownRefresh: asynchronous(stopPullDownRefresh, "stopPullDownRefresh"),
});
