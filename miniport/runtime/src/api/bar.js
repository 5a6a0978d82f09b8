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

/* What can be read on a colour; web/title_color.py chooses alike for configurations. */
function readableOn(color) {
  const [, hex] = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(color) || [];
  if (!hex) {
    return undefined;
  }
  const digits = hex.length === 6 ? hex : hex.replace(/./g, "$&$&");
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 186 ? "#ffffff" : "#000000";
}

const BLACK_OR_WHITE = /^#(?:0{3}|0{6}|f{3}|f{6})$/i;

function setNavigationBar(options) {
  const { title, image, frontColor, backgroundColor, borderBottomColor, reset } = options;
  if (frontColor && !BLACK_OR_WHITE.test(frontColor)) {
    throw fail(2, "setNavigationBar: frontColor is #ffffff or #000000");
  }
  const more = {};
  if (reset) {
    const keys = ["titleBarColor", "frontColor", "navigationBarFrontColor", "borderBottomColor"];
    keys.forEach((key) => (more[key] = undefined));
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
    more.navigationBarFrontColor = readableOn(backgroundColor);
  }
  if (borderBottomColor) {
    more.borderBottomColor = borderBottomColor;
  }
  change(more);
  if (host().navigationBar) {
    host().navigationBar(Object.assign({}, options, { frontColor: frontColor || more.navigationBarFrontColor }));
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
