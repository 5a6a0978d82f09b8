/* A line that is filled as far as something has come. */

import { element, h, root } from "miniport:core";
import { numberOf } from "../lib/given.js";
import { limited } from "./lib/motion.js";

element("progress", (props) => {
  const percent = limited(numberOf(props.percent, 0), 0, 100);
  const colour = (value) => (value ? "background-color:" + value : "");
  const more = {
    active: props.active ? "" : undefined,
    role: "progressbar",
    "aria-valuemin": 0,
    "aria-valuemax": 100,
    "aria-valuenow": percent,
    "aria-label": props["aria-label"],
  };
  const filled = h("div", { class: "mp--filled", style: "width:" + percent + "%;" + colour(props["active-color"]) });
  const line = { class: "mp--line", style: "height:" + numberOf(props["stroke-width"], 6) + "px;" + colour(props["background-color"]) };
  const info = props["show-info"] ? h("span", { class: "mp--info", "aria-hidden": "true" }, percent + "%") : null;
  return h("mp-progress", root(props, more), h("div", line, filled), info);
});
