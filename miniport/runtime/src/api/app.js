/* What an app may know of itself: how it was started, what it runs on. */

import { config, host, launchOptions, listen, warn } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import { system } from "./lib/device.js";

// The base library whose behaviour the runtime follows.
const SDK_VERSION = "2.8.5";

let entered = null;
listen("onShow", (options) => {
  entered = options;
});

const identity = () => host().identity || {};

const env = {
  get USER_DATA_PATH() {
    return "";
  },
  get clientName() {
    return identity().app || "";
  },
  get clientVersion() {
    return identity().version || "";
  },
  get language() {
    return system().language;
  },
  get platform() {
    return system().platform;
  },
};

/* A page is always the newest there is: it was loaded just now. */
const updates = {
  onCheckForUpdate: (listener) => void Promise.resolve().then(() => listener({ hasUpdate: false })),
  offCheckForUpdate() {},
  onUpdateReady() {},
  offUpdateReady() {},
  onUpdateFailed() {},
  offUpdateFailed() {},
  applyUpdate: () => warn("applyUpdate: there is no update"),
};

const appId = () => (config().host && config().host.appId) || config().id || "";

api({
  SDKVersion: SDK_VERSION,
  env,
  isIDE: false,
  getAppBaseInfo: () => ({ SDKVersion: SDK_VERSION, language: env.language, version: env.clientVersion }),
  // A page that is served was published.
  getAccountInfoSync: () => ({
    miniProgram: { appId: appId(), envVersion: host().stage || "release", version: "" },
  }),
  getAppIdSync: () => ({ appId: appId() }),
  getExtConfigSync: () => ({}),
  getExtConfig: asynchronous(() => ({ data: {}, extConfig: {} }), "getExtConfig"),
  getLaunchOptionsSync: launchOptions,
  getEnterOptionsSync: () => Object.assign({}, entered || launchOptions()),
  getUpdateManager: () => updates,
});
