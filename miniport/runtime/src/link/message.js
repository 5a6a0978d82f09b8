// What crosses the bridge, as text: JSON in which binary data keeps its kind. Functions are left out.
//
// Up:   {t: "hello"} · {t: "call", id, name, args} · {t: "abort", id} · {t: "listen", name} · {t: "share", content}
// Down: {t: "welcome", present, isVisible, theme, snapshot} · {t: "reply", id, isOk, value} ·
//       {t: "event", name, value} · {t: "visible", isVisible} · {t: "theme", theme} · {t: "unload"}

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

function pack(key, value) {
  if (!value || typeof value !== "object") return value;
  if (kind(value) === "[object ArrayBuffer]") return { [BYTES]: toBase64(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value)) {
    return { [BYTES]: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
  }
  return value;
}

function unpack(key, value) {
  return value && typeof value === "object" && typeof value[BYTES] === "string" ? fromBase64(value[BYTES]) : value;
}

/** Return a message as text; throws where the message is cyclic. */
export function encode(message) {
  return JSON.stringify(message, pack);
}

/** Return the message of a text, or null where it is none. */
export function decode(text) {
  try {
    const message = JSON.parse(text, unpack);
    return message && typeof message.t === "string" ? message : null;
  } catch (error) {
    return null;
  }
}
