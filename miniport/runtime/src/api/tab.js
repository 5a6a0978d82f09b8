/* The tab bar: what stands in it is the app's `tabBar` configuration, changed here and drawn again. */

import { config, drawBars, fail, router } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";

/* Before the first page there is nothing to draw: its opening does. */
function redraw() {
  const { stack } = router();
  if (stack.length) {
    drawBars(stack);
  }
}

function itemAt(index) {
  const { tabBar } = config();
  const item = tabBar && tabBar.items && tabBar.items[index];
  if (!item) {
    throw fail(2, "the tab bar has no item " + index);
  }
  return item;
}

/* `said` keeps what the app itself has set: no language and no theme takes it back. */
function say(part, values) {
  part.said = Object.assign(part.said || {}, values);
  Object.assign(part, values);
  redraw();
}

/* An API that changes one item: `more(options)` gives the members. */
const ofItem = (name, more) =>
  asynchronous((options) => {
    say(itemAt(options.index), more(options));
  }, name);

/* An API that changes the bar as a whole. */
const ofBar = (name, more) =>
  asynchronous((options) => {
    const { tabBar } = config();
    if (!tabBar) {
      throw fail(1, name + ": the app has no tab bar");
    }
    say(tabBar, more(options));
  }, name);

/* The members that were given. */
function given(values) {
  const kept = {};
  Object.keys(values)
    .filter((key) => values[key] !== undefined)
    .forEach((key) => {
      kept[key] = values[key];
    });
  return kept;
}

const itemOf = ({ text, iconPath, selectedIconPath }) => given({ name: text, icon: iconPath, activeIcon: selectedIconPath });
const styleOf = ({ color, selectedColor, backgroundColor, borderStyle }) =>
  given({ textColor: color, selectedColor, backgroundColor, borderStyle });

api({
  showTabBar: ofBar("showTabBar", () => ({ isHidden: false })),
  hideTabBar: ofBar("hideTabBar", () => ({ isHidden: true })),
  setTabBarStyle: ofBar("setTabBarStyle", styleOf),
  setTabBarItem: ofItem("setTabBarItem", itemOf),
  setTabBarBadge: ofItem("setTabBarBadge", ({ text }) => ({ badge: String(text), isDotted: false })),
  removeTabBarBadge: ofItem("removeTabBarBadge", () => ({ badge: "" })),
  showTabBarRedDot: ofItem("showTabBarRedDot", () => ({ isDotted: true, badge: "" })),
  hideTabBarRedDot: ofItem("hideTabBarRedDot", () => ({ isDotted: false })),
});
