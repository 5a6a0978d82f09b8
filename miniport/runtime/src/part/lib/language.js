/* What the language has, by name: no more than that of a document or a thread. */

const LANGUAGE = `Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError Float32Array
  Float64Array Function Infinity Int16Array Int32Array Int8Array Intl JSON Map Math NaN Number Object Promise Proxy RangeError
  ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array
  Uint8ClampedArray WeakMap WeakRef WeakSet console decodeURI decodeURIComponent encodeURI encodeURIComponent escape isFinite
  isNaN parseFloat parseInt undefined unescape`.split(/\s+/);
const TIMERS = ["clearInterval", "clearTimeout", "setInterval", "setTimeout"];

/* Put what the language has on `globals`, an object for app code, from `there`, the real global object. */
export function fill(globals, there) {
  const put = (name, value) => Object.defineProperty(globals, name, { value, writable: true, configurable: true });
  LANGUAGE.forEach((name) => name in there && put(name, there[name]));
  TIMERS.forEach((name) => put(name, (...values) => there[name](...values)));
  ["global", "globalThis"].forEach((name) => put(name, globals));
  return globals;
}
