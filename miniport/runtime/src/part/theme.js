/* Colours and pictures of the bars in light and in dark, laid over the app's configuration: at the start, and when they change. */

import { config, drawBars, listen, router } from "miniport:core";
import { lay } from "./lib/laid.js";

const { themes } = config() || {};
let worn;

function wear(scheme) {
  const theme = themes[scheme] || themes.light;
  if (theme === worn) {
    return;
  }
  worn = theme;
  lay(theme);
  const { stack = [] } = router() || {};
  if (stack.length) {
    drawBars(stack);
  }
}

if (themes) {
  const query = window.matchMedia("(prefers-color-scheme: dark)");
  const follow = () => wear(query.matches ? "dark" : "light");
  follow();
  if (query.addEventListener) {
    query.addEventListener("change", follow);
  } else {
    // Web views of older phones.
    query.addListener(follow);
  }
  // A container may have a scheme of its own.
  listen("onThemeChange", ({ theme }) => wear(theme));
}
