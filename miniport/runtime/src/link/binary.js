// Binary data inside messages: what JSON.stringify and JSON.parse are given so that it keeps its kind.

const BYTES = "miniport:bytes";
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function toBase64(view) {
  let text = "";
  for (let at = 0; at < view.length; at += 3) {
    const left = view.length - at;
    const three = (view[at] << 16) | ((view[at + 1] || 0) << 8) | (view[at + 2] || 0);
    text += DIGITS[three >> 18] + DIGITS[(three >> 12) & 63];
    text += left > 1 ? DIGITS[(three >> 6) & 63] : "=";
    text += left > 2 ? DIGITS[three & 63] : "=";
  }
  return text;
}

function fromBase64(text) {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const view = new Uint8Array((text.length / 4) * 3 - padding);
  let to = 0;
  for (let at = 0; at < text.length; at += 4) {
    let three = 0;
    for (let digit = 0; digit < 4; digit += 1) three = three * 64 + Math.max(0, DIGITS.indexOf(text[at + digit]));
    for (const byte of [three >> 16, (three >> 8) & 255, three & 255]) if (to < view.length) view[to++] = byte;
  }
  return view.buffer;
}

function kind(value) {
  return Object.prototype.toString.call(value);
}

export function pack(key, value) {
  if (!value || typeof value !== "object") return value;
  if (kind(value) === "[object ArrayBuffer]") return { [BYTES]: toBase64(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value)) {
    return { [BYTES]: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
  }
  return value;
}

export function unpack(key, value) {
  return value && typeof value === "object" && typeof value[BYTES] === "string" ? fromBase64(value[BYTES]) : value;
}
