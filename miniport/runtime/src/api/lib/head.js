/* The line above what is to be chosen from: cancel, what it is about, done. */

import { h } from "miniport:core";

export const head = ({ cancel = "取消", title, done = "确定" }, onCancel, onDone) =>
  h(
    "div",
    { class: "mp--head" },
    h("button", { type: "button", onClick: onCancel }, cancel),
    h("span", null, title),
    h("button", { type: "button", onClick: onDone }, done)
  );
