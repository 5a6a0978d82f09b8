/* What befalls the window and an app may hear of: onUnhandledRejection of App, onResize of a page. */

import { tellListeners } from "../core/hooks.js";
import { parts } from "../core/parts.js";
import { attempt } from "../core/report.js";

parts.watchWindow = (state) => {
  window.addEventListener("unhandledrejection", ({ reason, promise }) => {
    const told = { reason, promise };
    attempt("App onUnhandledRejection", state.app && state.app.onUnhandledRejection, state.app, told);
    tellListeners("onUnhandledRejection", told);
  });
  window.addEventListener("resize", () => {
    const page = state.router.top();
    const size = { windowWidth: window.innerWidth, windowHeight: state.frame.app.clientHeight };
    return page && page.tell("onResize", { size });
  });
};
