/* Inline styles: rpx, and the object form. */

const RPX =
  /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|url\([^)]*\)|(^|[^\w.#-])([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)rpx(?![\w-])/gi;

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
  return text.indexOf("rpx") < 0 && !/rpx/i.test(text)
    ? text
    : text.replace(RPX, (all, before, number) => (number === undefined ? all : before + rpx(+number)));
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
