/* Signs in one colour, drawn in a square of 24. */

import { element, h, root } from "miniport:core";
import { style } from "miniport:part/style";

const RING = "M12 1a11 11 0 1 0 0 22a11 11 0 1 0 0-22z";
const CHECK = "M10.2 17.4L5 12.2l1.5-1.5l3.7 3.7l7.4-7.4l1.5 1.5z";
const BAR = "M11 10.4h2V18h-2z";
const POINT = "M12 5.9a1.3 1.3 0 1 0 0 2.6a1.3 1.3 0 1 0 0-2.6z";
const CROSS = "M7.8 6.4L12 10.6l4.2-4.2l1.4 1.4l-4.2 4.2l4.2 4.2l-1.4 1.4l-4.2-4.2l-4.2 4.2l-1.4-1.4l4.2-4.2l-4.2-4.2z";
const GLASS = "M10.4 2.5a7.9 7.9 0 1 0 4.9 14.1l5 5l1.4-1.4l-5-5A7.9 7.9 0 0 0 10.4 2.5zm0 2a5.9 5.9 0 1 1 0 11.8a5.9 5.9 0 1 1 0-11.8z";

/* type -> [colour, path, what it says]; what lies within a shape is cut out of it. */
const SIGNS = {
  success: ["#09bb07", RING + CHECK, "成功"],
  success_no_circle: ["#09bb07", CHECK, "成功"],
  info: ["#10aeff", RING + POINT + BAR, "提示"],
  warn: ["#f76260", RING + "M11 6h2v7.6h-2zM12 15.5a1.3 1.3 0 1 0 0 2.6a1.3 1.3 0 1 0 0-2.6z", "警告"],
  waiting: ["#10aeff", RING + "M11 5.5h2v6l4 2.3l-1 1.8l-5-2.9z", "等待"],
  cancel: ["#f43530", RING + "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18z" + CROSS, "取消"],
  download: ["#09bb07", RING + "M11 6h2v5.6h3.2L12 16.2l-4.2-4.6H11zM7.5 17h9v1.6h-9z", "下载"],
  search: ["#b2b2b2", GLASS, "搜索"],
  clear: ["#b2b2b2", RING + CROSS, "清除"],
};

const length = (size) => (size === undefined || size === "" ? "23px" : isNaN(size) ? style(String(size)) : size + "px");

const drawn = (path) => h("svg", { viewBox: "0 0 24 24", fill: "currentColor", "fill-rule": "evenodd", "aria-hidden": "true" }, h("path", { d: path }));

element("icon", (props) => {
  const [colour, path, says] = SIGNS[props.type] || [props.type === "loading" ? "#888" : "", "", ""];
  const side = length(props.size);
  const own = "width:" + side + ";height:" + side + ";font-size:" + side + ";color:" + (props.color || colour) + ";";
  const label = props["aria-label"] || (props.type === "loading" ? "加载中" : says);
  const more = { style: own + (props.style || ""), role: "img", "aria-label": label || undefined };
  const sign = props.type === "loading" ? h("span", { class: "mp--spin" }) : path ? drawn(path) : null;
  return h("mp-icon", root(props, more), sign);
});
