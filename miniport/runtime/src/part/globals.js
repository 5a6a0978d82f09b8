/* What the language has, on the global object of app code; nothing of the document.
 *
 * Libraries take an object for it only if it has the language's own `Object` or `Math`, and else evaluate a text, which the
 * policy of a page may forbid.
 */

import { globals } from "../core/globals.js";

const LANGUAGE = `Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError Float32Array
  Float64Array Function Infinity Int16Array Int32Array Int8Array Intl JSON Map Math NaN Number Object Promise Proxy RangeError
  ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array
  Uint8ClampedArray WeakMap WeakRef WeakSet console decodeURI decodeURIComponent encodeURI encodeURIComponent escape isFinite
  isNaN parseFloat parseInt undefined unescape`.split(/\s+/);
const TIMERS = ["clearInterval", "clearTimeout", "setInterval", "setTimeout"];

const put = (name, value) => Object.defineProperty(globals, name, { value, writable: true, configurable: true });

LANGUAGE.forEach((name) => name in window && put(name, window[name]));
TIMERS.forEach((name) => put(name, (...values) => window[name](...values)));
["global", "globalThis"].forEach((name) => put(name, globals));
