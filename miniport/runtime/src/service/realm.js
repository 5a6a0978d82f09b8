// What the container's logic thread offers: found at run time, because none of it but Vue, wbx and getApp is proved.

/** Return the API object, or null. */
export function api() {
  return typeof wbx === "undefined" ? null : wbx;
}

/** Return the running app, or null. */
export function app() {
  try {
    return typeof getApp === "function" ? getApp() : null;
  } catch (error) {
    return null;
  }
}

/** Return a function that runs something later and returns how to cancel it, or null where there are no timers. */
export function timer() {
  if (typeof setTimeout !== "function" || typeof clearTimeout !== "function") return null;
  return (run, ms) => {
    const id = setTimeout(run, ms);
    return () => clearTimeout(id);
  };
}

/** Return the function that runs something after the page's next update. */
export function nextTick(vm) {
  if (typeof vm.$nextTick === "function") return (run) => void vm.$nextTick(run);
  if (typeof setTimeout === "function") return (run) => void setTimeout(run, 0);
  return (run) => void Promise.resolve().then(run);
}

/** Write an error of page code to the container's log. */
export function report(error) {
  if (typeof console !== "undefined" && console.error) console.error("[miniport]", error);
}
