/* Values of an app as something that can be sent and shown: bounded, without functions and without circles. */

const DEEPEST = 8;
const LONGEST = 20000;
const MOST = 300;

const named = (value) => "ƒ " + (value.name || "");

function members(value, depth, above) {
  const copy = {};
  const keys = Object.keys(value);
  keys.slice(0, MOST).forEach((key) => {
    copy[key] = plain(value[key], depth + 1, above);
  });
  if (keys.length > MOST) {
    copy["…"] = keys.length - MOST;
  }
  return copy;
}

function list(value, depth, above) {
  const copy = Array.prototype.slice.call(value, 0, MOST).map((item) => plain(item, depth + 1, above));
  return value.length > MOST ? copy.concat("… " + (value.length - MOST)) : copy;
}

const special = (value) => {
  if (value instanceof Error) {
    return { "[error]": value.stack || String(value) };
  }
  if (value instanceof ArrayBuffer) {
    return "[" + value.byteLength + " bytes]";
  }
  if (typeof Node !== "undefined" && value instanceof Node) {
    return "<" + value.nodeName.toLowerCase() + ">";
  }
  return undefined;
};

export function plain(value, depth = 0, above = []) {
  if (typeof value === "function") {
    return named(value);
  }
  if (typeof value === "symbol" || typeof value === "bigint") {
    return String(value);
  }
  if (typeof value === "string") {
    return value.length > LONGEST ? value.slice(0, LONGEST) + "…" : value;
  }
  if (value === null || typeof value !== "object") {
    return value;
  }
  const known = special(value);
  if (known !== undefined) {
    return known;
  }
  if (above.indexOf(value) >= 0) {
    return "[circle]";
  }
  if (depth >= DEEPEST) {
    return "…";
  }
  const inner = above.concat([value]);
  return Array.isArray(value) ? list(value, depth, inner) : members(value, depth, inner);
}
