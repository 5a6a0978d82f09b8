/* The title bar of the page on top. */

import { drawBars, fail, host, router } from "miniport:core";
import { api } from "miniport:part/call";
import "miniport:part/title";
import { onPage } from "./lib/page.js";

/* Change what the page wants of its bar, and draw it. */
function change(more) {
  const page = router().top();
  page.bar = Object.assign({}, page.bar, more);
  drawBars(router().stack);
}

const BLACK_OR_WHITE = /^#(?:0{3}|0{6}|f{3}|f{6})$/i;

function setNavigationBar(options) {
  const { title, image, frontColor, backgroundColor, borderBottomColor, reset } = options;
  if (frontColor && !BLACK_OR_WHITE.test(frontColor)) {
    throw fail(2, "setNavigationBar: frontColor is #ffffff or #000000");
  }
  const more = {};
  if (reset) {
    Object.assign(more, { titleBarColor: undefined, frontColor: undefined, borderBottomColor: undefined });
  }
  if (title !== undefined) {
    Object.assign(more, { title: String(title), titleImage: undefined });
  }
  if (image !== undefined) {
    more.titleImage = image;
  }
  if (frontColor) {
    more.frontColor = frontColor;
  }
  if (backgroundColor) {
    Object.assign(more, { titleBarColor: backgroundColor, borderBottomColor: backgroundColor });
  }
  if (borderBottomColor) {
    more.borderBottomColor = borderBottomColor;
  }
  change(more);
  if (host().navigationBar) {
    host().navigationBar(options);
  }
}

const changing = (name, more) => onPage(() => change(more), name);

api({
  setNavigationBar: onPage(setNavigationBar, "setNavigationBar"),
  setNavigationBarTitle: onPage(({ title, image }) => setNavigationBar({ title, image }), "setNavigationBarTitle"),
  setNavigationBarColor: onPage(
    ({ backgroundColor, frontColor }) => setNavigationBar({ backgroundColor, frontColor }),
    "setNavigationBarColor"
  ),
  showNavigationBarLoading: changing("showNavigationBarLoading", { isLoading: true }),
  hideNavigationBarLoading: changing("hideNavigationBarLoading", { isLoading: false }),
  hideBackHome: changing("hideBackHome", { isHomeHidden: true }),
});
