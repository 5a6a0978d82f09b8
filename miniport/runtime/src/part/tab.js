/* The tab bar: how it looks, and going from tab to tab. */

import { Fragment, h, render } from "preact";
import { config, media, router } from "miniport:core";
import * as history from "../core/history.js";
import { parts } from "../core/parts.js";
import { fail, report } from "../core/report.js";
import { splitUrl } from "../core/route.js";

const told = (item, from) => ({ from, pagePath: item.pagePath, text: item.name, index: config().tabBar.items.indexOf(item) });

/* The user touches an item. */
function touched(item) {
  const page = router().top();
  if (page.route === item.pagePath) {
    page.tell("onSelectedTabItemTap", told(item, "user"));
    return;
  }
  page.tell("beforeTabItemTap");
  router()
    .switchTab("/" + item.pagePath, "user")
    .catch((problem) => report(problem, "tab bar"));
}

function drawn(item, isOn) {
  const { tabBar } = config();
  const icon = (isOn && item.activeIcon) || item.icon;
  const color = (isOn ? tabBar.selectedColor : tabBar.textColor) || "";
  const props = { class: "mp--tab", type: "button", role: "tab", "aria-selected": isOn, style: { color } };
  const picture = icon && h("img", { class: "mp--icon", src: media(icon), alt: "" });
  const badge = (item.badge || item.isDotted) && h("sup", { class: "mp--badge" }, item.badge);
  return h("button", Object.assign(props, { onClick: () => touched(item) }), picture, h("span", null, item.name), badge);
}

/* Draw the bar of the app into `box`, for the page that is shown: {route, depth}. */
parts.tabs = (box) => ({ route, depth }) => {
  const { tabBar } = config();
  const isOn = (item) => item.pagePath === route;
  const isDrawn = tabBar && !config().customTabBar && !tabBar.isHidden && depth === 1 && tabBar.items.some(isOn);
  box.hidden = !isDrawn;
  if (isDrawn) {
    box.style.backgroundColor = tabBar.backgroundColor || "";
    box.style.borderTopColor = tabBar.borderStyle === "white" ? "#fff" : "";
    box.setAttribute("role", "tablist");
    render(h(Fragment, null, tabBar.items.map((item) => drawn(item, isOn(item)))), box);
  }
};

parts.switching = ({ stack, tabs, top, isTab, inTurn, address, found, enter, drop, changed }) => {
  const shown = (page, from) => {
    page.tell("onTabItemTap", told(config().tabBar.items.find((one) => one.pagePath === page.route), from));
  };

  /* Leave every page of the stack; those of tabs stay for later. */
  const leave = (page) => {
    while (stack.length) {
      const left = stack.pop();
      if (tabs.get(left.route) !== left) {
        drop(left);
      } else if (left !== page) {
        left.hide();
      }
    }
  };

  const switchTab = (url, from) =>
    inTurn(() => {
      const to = address(splitUrl(String(url))[0]);
      if (!isTab(to.path)) {
        throw fail(1, url + " resolved to " + to.path + " is not tab,  which is not valid");
      }
      if (top() && top().route === to.path && stack.length === 1) {
        return undefined;
      }
      const kept = tabs.get(to.path);
      const page = kept || found(to);
      const depth = stack.length;
      leave(page);
      return history.back(depth - 1).then(() => {
        history.replace(to.full, 1);
        if (kept) {
          stack.push(page);
          changed(stack);
          page.show();
        } else {
          enter(page);
        }
        shown(page, from || "api");
      });
    });

  return { switchTab };
};
