/* Inline styles: rpx and vh, and the object form. */

import { parts } from "../core/parts.js";
import { template } from "../core/template.js";

const LENGTH =
  /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|url\([^)]*\)|(^|[^\w.#-])([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(rpx|vh)(?![\w-])/gi;

let isFixed = false;

export function fixSizes(value) {
  isFixed = value;
}

/* 750rpx is the width of the window; rounded away from zero, so that a size is never one unit short. */
export function rpx(number) {
  if (isFixed) {
    return number / 2 + "px";
  }
  const size = Math.ceil((Math.abs(number) * 2e6) / 15 - 1e-3) / 1e6;
  return (number < 0 && size ? "-" : "") + size + "vw";
}

export function convert(text) {
  return /rpx|vh/i.test(text)
    ? text.replace(LENGTH, (all, before, number, unit) =>
        number === undefined ? all : before + (/v/i.test(unit) ? "calc(var(--mp-vh,1vh)*" + number + ")" : rpx(+number)),
      )
    : text;
}

/* A style attribute: a text, or an object with camelCase names. */
export function style(value) {
  if (value === null || value === undefined || value === false) {
    return "";
  }
  if (typeof value === "object") {
    return Object.keys(value)
      .filter((name) => value[name] !== undefined && value[name] !== null)
      .map((name) => name.replace(/[A-Z]/g, (char) => "-" + char.toLowerCase()) + ":" + convert(String(value[name])))
      .join(";");
  }
  return convert(String(value));
}

parts.fixSizes = fixSizes;
template.style = style;
