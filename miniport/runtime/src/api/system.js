/* What the app may know of the device and the window. */

import { api, asynchronous, host, launchOptions } from "miniport:core";

function platform() {
  const agent = navigator.userAgent;
  return /iPhone|iPad|iPod/.test(agent) ? "iOS" : /Android/.test(agent) ? "Android" : navigator.platform || "";
}

function info() {
  const { innerWidth, innerHeight, devicePixelRatio, screen } = window;
  const page = document.querySelector(".mp--pages");
  const height = page ? page.clientHeight : innerHeight;
  const seen = {
    model: "",
    brand: "",
    version: "",
    system: "",
    platform: platform(),
    language: navigator.language === "zh-CN" ? "zh-Hans" : navigator.language,
    pixelRatio: devicePixelRatio || 1,
    screenWidth: screen.width,
    screenHeight: screen.height,
    screen: { width: screen.width, height: screen.height },
    windowWidth: innerWidth,
    windowHeight: height,
    titleBarHeight: innerHeight - height,
    statusBarHeight: 0,
    fontSizeSetting: 16,
  };
  return Object.assign(seen, host().systemInfo && host().systemInfo(), host().identity);
}

api({
  getSystemInfo: asynchronous(info, "getSystemInfo"),
  getSystemInfoSync: info,
  getLaunchOptionsSync: launchOptions,
});
