/* What an app writes to the console, and what it throws. */

import { plain } from "./plain.js";
import { say } from "./wire.js";

const LEVELS = ["debug", "log", "info", "warn", "error"];
let isTelling = false;

function tell(level, values) {
  // What the telling itself writes would be told for ever.
  if (isTelling) {
    return;
  }
  isTelling = true;
  try {
    const thrown = values.find((value) => value instanceof Error);
    const { stack } = thrown || new Error();
    say("log", { level, values: values.map((value) => plain(value)), stack, isThrown: Boolean(thrown), at: Date.now() });
  } finally {
    isTelling = false;
  }
}

export function watchConsole() {
  LEVELS.forEach((level) => {
    const real = console[level];
    console[level] = (...values) => {
      real.apply(console, values);
      tell(level, values);
    };
  });
  window.addEventListener("error", ({ error, message }) => error && tell("error", [message, error]));
  window.addEventListener("error", ({ target }) => {
    // A picture that is not there fails in its element alone, and the app hears of it only where it asks.
    if (target instanceof HTMLImageElement && target.currentSrc) {
      const { origin, pathname } = new URL(target.currentSrc);
      tell("warn", [`not loaded: ${origin === location.origin ? decodeURI(pathname) : target.currentSrc}`]);
    }
  }, true);
  window.addEventListener("unhandledrejection", ({ reason }) => {
    const about = reason instanceof Error ? `unhandled rejection: ${reason}` : "unhandled rejection";
    tell("error", [about, reason]);
  });
  document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => {
    say("blocked", { url: blockedURI, directive: effectiveDirective });
  });
}
