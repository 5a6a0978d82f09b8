/* What a device is to look like: dark or light, its system, the size of its text. */

const AGENTS = {
  ios: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
  android: "Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UD1A.230803.041) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36",
};
const SCHEME = /\(prefers-color-scheme:\s*(dark|light)\)/;

const look = { isDark: false, textSize: 1 };
const listeners = [];
const originals = new WeakMap();

function each(list, run) {
  Array.prototype.forEach.call(list, (rule) => {
    run(rule);
    if (rule.cssRules) {
      each(rule.cssRules, run);
    }
  });
}

const holds = (scheme) => (scheme === "dark") === look.isDark;

/* A rule of a colour scheme holds or not, whatever the browser's own scheme is. */
function recolour(rule, text) {
  if (SCHEME.test(text)) {
    rule.media.mediaText = text.replace(SCHEME, (all, scheme) => (holds(scheme) ? "(min-width: 0px)" : "(max-width: 0px)"));
  }
}

/* As the platforms do it: what a sheet says of a text's size is multiplied, and nothing else. */
function resize(rule, size) {
  const isFixed = /[\d.](px|vw|pt|mm|cm|in)$/.test(size);
  if (isFixed) {
    rule.style.fontSize = look.textSize === 1 ? size : "calc(" + size + " * " + look.textSize + ")";
  }
}

const original = (rule, read) => {
  if (!originals.has(rule)) {
    originals.set(rule, read(rule));
  }
  return originals.get(rule);
};

/* Make the sheets of the document follow the device; a sheet that has just come, too. */
export function restyle() {
  Array.prototype.forEach.call(document.styleSheets, (sheet) => {
    each(sheet.cssRules, (rule) => {
      if (rule.media) {
        recolour(rule, original(rule, ({ media }) => media.mediaText));
      } else if (rule.style && rule.style.fontSize) {
        resize(rule, original(rule, (one) => one.style.fontSize));
      }
    });
  });
}

function fakeMedia(real) {
  return (query) => {
    const scheme = SCHEME.exec(query);
    const list = real.call(window, query);
    if (scheme) {
      Object.defineProperty(list, "matches", { get: () => holds(scheme[1]) });
      listeners.push(list);
    }
    return list;
  };
}

/* Phones draw no bars beside what scrolls, and give them no room. */
function hideBars() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { scrollbar-width: none; }");
  document.adoptedStyleSheets = document.adoptedStyleSheets.concat(sheet);
}

/* Answer for the device before anything of the app asks. */
export function beDevice({ system, isDark }) {
  const agent = AGENTS[system];
  look.isDark = Boolean(isDark);
  if (agent) {
    Object.defineProperty(navigator, "userAgent", { configurable: true, get: () => agent });
  }
  window.matchMedia = fakeMedia(window.matchMedia);
  hideBars();
}

/* Change what can change while an app runs. */
export function dress({ isDark, textSize }) {
  const { style } = document.documentElement;
  const wasDark = look.isDark;
  look.isDark = Boolean(isDark);
  look.textSize = textSize || 1;
  style.fontSize = 16 * look.textSize + "px";
  style.colorScheme = isDark ? "dark" : "light";
  restyle();
  if (wasDark !== look.isDark) {
    listeners.forEach((list) => list.dispatchEvent(new MediaQueryListEvent("change", { matches: list.matches, media: list.media })));
  }
}
