// What app.js and the shell pages of a WBox project import.

export { createBridge } from "./bridge.js";
export { appHide, appShow, appTheme } from "./hub.js";
