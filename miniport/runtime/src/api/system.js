/* What the app may know of the device and the window. */

import { host, router } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import { safeArea, system } from "./lib/device.js";

function barOf() {
  const page = router() && router().top();
  return (page && page.bar) || {};
}

function sizes() {
  const { innerWidth, innerHeight, devicePixelRatio, screen } = window;
  const pages = document.querySelector(".mp--pages");
  const height = pages ? pages.clientHeight : innerHeight;
  const bar = document.querySelector(".mp--bar");
  return {
    pixelRatio: devicePixelRatio || 1,
    screenWidth: screen.width,
    screenHeight: screen.height,
    windowWidth: pages ? pages.clientWidth : innerWidth,
    windowHeight: height,
    statusBarHeight: 0,
    titleBarHeight: bar ? bar.offsetHeight : 0,
    safeArea: safeArea(),
  };
}

const known = () => Object.assign({}, host().systemInfo && host().systemInfo(), host().identity);

function info() {
  const area = sizes();
  const device = system();
  const isNotched = device.brand === "Apple" && area.safeArea.bottom < window.innerHeight;
  const rest = {
    screen: { width: area.screenWidth, height: area.screenHeight },
    transparentTitle: Boolean(barOf().transparentTitle) && barOf().transparentTitle !== "none",
    fontSizeSetting: parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
    isIphoneXSeries: isNotched,
  };
  return Object.assign(device, area, rest, known());
}

const some = (from, names) => names.reduce((all, name) => Object.assign(all, { [name]: from[name] }), {});

const WINDOW = ["pixelRatio", "screenWidth", "screenHeight", "windowWidth", "windowHeight", "statusBarHeight", "safeArea"];

api({
  getSystemInfo: asynchronous(info, "getSystemInfo"),
  getSystemInfoSync: info,
  getWindowInfo: () => Object.assign(some(Object.assign(sizes(), known()), WINDOW), { screenTop: 0 }),
  getDeviceBaseInfo: () => some(Object.assign(system(), known()), ["brand", "model", "system", "platform"]),
});
