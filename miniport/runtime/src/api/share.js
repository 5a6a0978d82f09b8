/* Sharing that the app starts itself: the host's way, else the browser's. */

import { api, asynchronous, fail, host, router, warn } from "miniport:core";

const canHost = () => Boolean(host().has && host().has("share"));

function content() {
  const page = router().top();
  return page ? page.share({ from: "code" }) : null;
}

function showSharePanel() {
  const shared = content();
  if (!shared) {
    warn("showSharePanel: the page has no onShareAppMessage");
  } else if (canHost()) {
    host()
      .call("share", shared)
      .catch((problem) => warn("showSharePanel: " + problem.errorMessage));
  } else if (navigator.share) {
    const { title, desc } = shared;
    navigator.share({ title, text: desc, url: window.location.href }).catch(() => {});
  } else {
    warn("showSharePanel: this browser has no way to share");
  }
}
showSharePanel.isReady = () => canHost() || Boolean(navigator.share);

/* Where there is no menu of the host, there is none to hide the entry of. */
function hideShareMenu() {
  if (host().share) {
    throw fail(1, "hideShareMenu: the menu is the host's");
  }
}

api({ showSharePanel, hideShareMenu: asynchronous(hideShareMenu, "hideShareMenu") });
