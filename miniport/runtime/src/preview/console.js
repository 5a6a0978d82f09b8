/* What an app writes to the console, and what it throws. */

import { plain } from "./plain.js";
import { say } from "./wire.js";

const LEVELS = ["debug", "log", "info", "warn", "error"];
/* How the runtime begins what it tells of thrown errors; what an app writes itself it has caught. */
const REPORT = /^\[miniport\] /;
let isTelling = false;

function tell(level, values, isThrown, missing) {
  // What the telling itself writes would be told for ever.
  if (isTelling) {
    return;
  }
  isTelling = true;
  try {
    const { stack } = values.find((value) => value instanceof Error) || new Error();
    say("log", { level, values: values.map((value) => plain(value)), stack, isThrown, missing, at: Date.now() });
  } finally {
    isTelling = false;
  }
}

function missed(address) {
  const { origin, pathname } = new URL(address);
  // The page says more where the browser tells that the preview has stopped it.
  tell("warn", [`not loaded: ${origin === location.origin ? decodeURI(pathname) : address}`], false, address);
}

/* What a sheet asks for fails without an event; browsers that tell of its status tell so here. */
function watchSheets() {
  const isMissed = ({ initiatorType, responseStatus }) => initiatorType === "css" && responseStatus >= 400;
  const observer = new PerformanceObserver((list) => list.getEntries().filter(isMissed).forEach(({ name }) => missed(name)));
  observer.observe({ type: "resource", buffered: true });
}

export function watchConsole() {
  LEVELS.forEach((level) => {
    const real = console[level];
    console[level] = (...values) => {
      real.apply(console, values);
      tell(level, values, level === "error" && REPORT.test(values[0]));
    };
  });
  window.addEventListener("error", ({ error, message }) => error && tell("error", [message, error], true));
  window.addEventListener("error", ({ target }) => {
    // A picture that is not there fails in its element alone, and the app hears of it only where it asks.
    if (target instanceof HTMLImageElement && target.currentSrc) {
      missed(target.currentSrc);
    }
  }, true);
  watchSheets();
  window.addEventListener("unhandledrejection", ({ reason }) => {
    const about = reason instanceof Error ? `unhandled rejection: ${reason}` : "unhandled rejection";
    tell("error", [about, reason], reason instanceof Error);
  });
  watchPolicy();
}

/* What the policy of the preview holds back. A font may be asked for before this script runs: browsers that keep reports
 * tell of it later. */
function watchPolicy() {
  const told = new Set();
  const blocked = (url, directive) => {
    const key = `${directive} ${url}`;
    if (!told.has(key)) {
      told.add(key);
      say("blocked", { url, directive });
    }
  };
  document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => blocked(blockedURI, effectiveDirective));
  if (window.ReportingObserver) {
    const each = ({ body }) => blocked(body.blockedURL || body.blockedURI, body.effectiveDirective);
    new ReportingObserver((reports) => reports.forEach(each), { types: ["csp-violation"], buffered: true }).observe();
  }
}
