// What all shell pages of an app share: whether the app is in the foreground, the theme, the open bridges.
// It lives in the app's globalData, because a page may be bundled with its own copy of this file.

const KEY = "miniport";
const own = { isVisible: true, theme: "", bridges: [] };

/** Return the shared state kept in an app; without an app, that of this copy of the file. */
export function hubOf(app) {
  const data = app && app.globalData;
  if (!data || typeof data !== "object" || !(data[KEY] || Object.isExtensible(data))) return own;
  if (!data[KEY]) Object.defineProperty(data, KEY, { value: { isVisible: true, theme: "", bridges: [] } });
  return data[KEY];
}

/** Change the state for every bridge, also those of pages that were opened without an app. */
function change(app, state) {
  [hubOf(app), own].forEach((hub, index, hubs) => {
    if (hubs.indexOf(hub) !== index) return;
    Object.assign(hub, state);
    hub.bridges.slice().forEach((bridge) => bridge.changed());
  });
}

/** The app came to the foreground. */
export function appShow(app) {
  change(app, { isVisible: true });
}

/** The app went to the background. */
export function appHide(app) {
  change(app, { isVisible: false });
}

/** The container changed its colours; `options` is what onThemeChange was given. */
export function appTheme(app, options) {
  const said = options && (options.wboxColorScheme || options.theme);
  if (typeof said === "string") change(app, { theme: said });
}
