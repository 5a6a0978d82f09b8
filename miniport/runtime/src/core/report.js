/* Where problems of app code go: the console with the place, and App.onError. Nothing is thrown further. */

let listener = null;
const warned = new Set();

export function onReport(listen) {
  listener = listen;
}

/* App code may throw anything. */
function said(error) {
  try {
    const text = error && (error.message || error.errorMessage);
    return text || (typeof error === "object" ? JSON.stringify(error) : String(error));
  } catch (cyclic) {
    return "an object";
  }
}

export function report(error, place) {
  const text = said(error);
  console.error("[miniport] " + place + ": " + text, error && error.stack ? error : "");
  const listen = listener;
  if (listen) {
    // An onError that throws must not report itself for ever.
    listener = null;
    try {
      listen(place + ": " + text, error);
    } catch (second) {
      console.error("[miniport] onError: " + second.message, second);
    }
    listener = listen;
  }
}

/* How a call fails: what the platform gives to `fail`. */
export const fail = (error, errorMessage) => ({ error, errorMessage });

export function warn(text) {
  if (!warned.has(text)) {
    warned.add(text);
    console.warn("[miniport] " + text);
  }
}

/* Call `method` of app code on `self`; what it throws is reported and undefined comes back. */
export function attempt(place, method, self, ...values) {
  if (typeof method === "function") {
    try {
      return method.apply(self, values);
    } catch (error) {
      report(error, place);
    }
  }
  return undefined;
}
