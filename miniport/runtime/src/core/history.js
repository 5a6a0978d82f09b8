/* The browser's history: one entry per page of the stack, in this session. */

const session = String(Date.now()) + Math.random();
const PATIENCE = 400;

let awaited = null;
let listener = null;

const hashOf = (url) => "#/" + url;

function write(method, url, depth) {
  try {
    window.history[method]({ session, depth }, "", hashOf(url));
  } catch (error) {
    // Some containers refuse a new entry; the page shows all the same.
    console.warn("[miniport] history: " + error.message);
  }
}

export const push = (url, depth) => write("pushState", url, depth);

export const replace = (url, depth) => write("replaceState", url, depth);

/* Go back; the promise ends when the browser has, or after a while. */
export function back(count) {
  if (count < 1) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      awaited = null;
      resolve();
    };
    const timer = setTimeout(done, PATIENCE);
    awaited = done;
    window.history.go(-count);
  });
}

/* `listen(url, depth)`: the user went to an entry; depth 0 = an address that is not of this session. */
export function listen(given) {
  listener = given;
}

export function start() {
  window.addEventListener("popstate", (event) => {
    if (awaited) {
      awaited();
      return;
    }
    const { state } = event;
    listener(currentUrl(), state && state.session === session ? state.depth : 0);
  });
}

export const currentHash = () => window.location.hash.replace(/^#/, "");

export const currentUrl = () => currentHash().replace(/^\//, "");
