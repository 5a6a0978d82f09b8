/* What the title bar has besides a text: a picture, and a sign that something is loading. */

import { h } from "preact";
import { parts } from "../core/parts.js";

parts.title = ({ title, image, isLoading }, media) => [
  isLoading && h("span", { class: "mp--spin", role: "status", "aria-label": "加载中" }),
  image ? h("img", { src: media(image), alt: title }) : title,
];
