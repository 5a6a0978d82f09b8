// What crosses the bridge, as text: JSON. Functions are left out; `pack` and `unpack` are those of binary.js where an end
// may meet binary data.
//
// Up:   {t: "hello"} · {t: "call", id, name, args} · {t: "abort", id} · {t: "listen", name} · {t: "share", content}
// Down: {t: "welcome", present, isVisible, theme, snapshot} · {t: "reply", id, isOk, value} ·
//       {t: "event", name, value} · {t: "visible", isVisible} · {t: "theme", theme} · {t: "unload"}

/** Return a message as text; throws where the message is cyclic. */
export function encode(message, pack) {
  return JSON.stringify(message, pack);
}

/** Return the message of a text, or null where it is none. */
export function decode(text, unpack) {
  try {
    const message = JSON.parse(text, unpack);
    return message && typeof message.t === "string" ? message : null;
  } catch (error) {
    return null;
  }
}
