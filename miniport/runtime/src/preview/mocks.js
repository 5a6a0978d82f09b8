/* Made-up answers of the project's folder of mocks: of HTTP by method and pattern, of APIs by name.
 *
 * An HTTP answer: {method, url, status, delay, headers, body}; `url` has * for anything, or is a pattern between slashes.
 * An API answer: {success} or {fail}, with {delay}. In a script of the project either may be a function of what was asked.
 */

const SCRIPT = /\.m?js$/;

const FRESH = 500;

let isOn = true;
let isLeaving = false;
let readAt = 0;
let http = [];
let api = {};

export const useMocks = (wanted) => {
  isOn = wanted !== false;
};

// What a phone that starts again had asked for fails, which is nothing to tell.
window.addEventListener("pagehide", () => {
  isLeaving = true;
});

const one = (list) => [].concat(list || []);

function take(given) {
  http = http.concat(one(given.http));
  Object.assign(api, given.api);
}

/* Read all mocks again; scripts are modules whose default export has `http` and `api`. */
export async function loadMocks() {
  readAt = performance.now();
  try {
    const files = await (await fetch("/~miniport/mocks")).json();
    http = [];
    api = {};
    for (const { name, version, content } of files) {
      take(SCRIPT.test(name) ? (await import(`/~miniport/mocks/${name}?v=${version}`)).default || {} : content || {});
    }
  } catch (error) {
    if (!isLeaving) {
      console.error("[mocks] " + error.message, error);
    }
  }
}

function matches(pattern, url) {
  const written = /^\/(.+)\/(i?)$/.exec(pattern);
  const expression = written ? new RegExp(written[1], written[2]) : new RegExp("^" + pattern.split("*").map(escaped).join(".*") + "$");
  return expression.test(url) || (pattern.indexOf("?") < 0 && expression.test(url.split("?")[0]));
}

const escaped = (text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");

const later = (ms, value) => new Promise((resolve) => setTimeout(() => resolve(value), ms || 0));

/* Somebody may be writing them just now. */
const renewed = () => (performance.now() - readAt > FRESH ? loadMocks() : Promise.resolve());

/* The answer to a request as {status, headers, body (text)}, after its delay; null where there is none. */
export async function answerTo(request) {
  await renewed();
  const { method, url } = request;
  const found = isOn && http.find((each) => (!each.method || each.method.toUpperCase() === method) && matches(String(each.url), url));
  if (!found) {
    return null;
  }
  const given = typeof found.body === "function" ? await found.body(request) : found.body;
  const body = typeof given === "string" ? given : JSON.stringify(given === undefined ? null : given);
  const type = typeof given === "string" ? "text/plain; charset=utf-8" : "application/json; charset=utf-8";
  return later(found.delay, { status: found.status || 200, headers: Object.assign({ "content-type": type }, found.headers), body });
}

/* The answer to an API as {run(options) -> Promise, atOnce(options)}; null where there is none. */
export function answerOf(name) {
  // What answers at once cannot wait: the call after this one knows.
  void renewed();
  if (!isOn || !Object.prototype.hasOwnProperty.call(api, name)) {
    return null;
  }
  const given = api[name];
  const value = (options) => {
    if (typeof given === "function") {
      return given(options);
    }
    if (given && "fail" in given) {
      throw given.fail;
    }
    return given && "success" in given ? given.success : given;
  };
  return { atOnce: value, run: (options) => later(given && given.delay).then(() => value(options)) };
}

export const mockedApis = () => (isOn ? Object.keys(api) : []);
