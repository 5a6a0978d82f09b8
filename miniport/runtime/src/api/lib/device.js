/* What the browser tells of the device, in the platform's words. */

import { spoken } from "../../part/lib/spoken.js";

const agent = () => navigator.userAgent || "";
const isApple = () => /iPhone|iPad|iPod/.test(agent());

function versionOf() {
  const android = /Android ([\d.]+)/.exec(agent());
  const apple = /OS ([\d_]+) like Mac/.exec(agent());
  return android ? android[1] : apple ? apple[1].replace(/_/g, ".") : "";
}

/* The words before "Build/" name the model of an Android device; Apple's browsers do not name theirs. */
function model() {
  const named = /Android [\d.]+; (?:[a-z]{2}-[a-z]{2}; )?([^;)]+?)(?: Build\/|[;)])/i.exec(agent());
  return isApple() ? /iPhone|iPad|iPod/.exec(agent())[0] : named ? named[1] : "";
}

export const system = () => ({
  brand: isApple() ? "Apple" : "",
  model: model(),
  platform: isApple() ? "iOS" : /Android/.test(agent()) ? "Android" : navigator.platform || "",
  platformType: "web",
  system: versionOf(),
  version: "",
  language: spoken(),
});

/* What notches and rounded corners leave of the window. */
export function safeArea() {
  const probe = document.createElement("div");
  const sides = ["top", "right", "bottom", "left"];
  probe.style.cssText =
    "position:fixed;visibility:hidden;" + sides.map((side) => `padding-${side}:env(safe-area-inset-${side})`).join(";");
  document.body.appendChild(probe);
  const style = getComputedStyle(probe);
  const [top, right, bottom, left] = sides.map((side) => parseFloat(style.getPropertyValue("padding-" + side)) || 0);
  probe.remove();
  const { innerWidth, innerHeight } = window;
  const area = { left, top, right: innerWidth - right, bottom: innerHeight - bottom };
  return Object.assign(area, { width: area.right - left, height: area.bottom - top });
}
