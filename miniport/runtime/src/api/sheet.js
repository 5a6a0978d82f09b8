/* my.showActionSheet: a list of choices that comes up from below. */

import { fail, h } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import { textOf } from "../lib/given.js";
import { ask } from "./lib/modal.js";

const BADGES = { more: "…", none: "" };

function badgeOf(badges, index) {
  const badge = (badges || []).find((one) => one.index === index);
  if (!badge || badge.type === "none") {
    return null;
  }
  return h("sup", null, badge.type in BADGES ? BADGES[badge.type] : textOf(badge.text));
}

function showActionSheet({ title, items, cancelButtonText, destructiveBtnIndex, badges }) {
  if (!Array.isArray(items)) {
    throw fail(2, "showActionSheet: items is needed");
  }
  const look = { kind: "mp--panel", place: "mp--low", label: textOf(title) || "请选择", cancel: -1, isLight: true };
  return ask(look, (answer) => {
    const item = (label, index) => {
      const kind = "mp--item" + (index === destructiveBtnIndex ? " mp--grave" : "");
      return h("button", { class: kind, type: "button", onClick: () => answer(index) }, textOf(label), badgeOf(badges, index));
    };
    return [
      title && h("div", { class: "mp--caption" }, textOf(title)),
      h("div", { class: "mp--items" }, items.map(item)),
      item(cancelButtonText || "取消", -1),
    ];
  }).then((index) => ({ index }));
}

api({ showActionSheet: asynchronous(showActionSheet, "showActionSheet") });
