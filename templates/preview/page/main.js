/* The page: controls, phones, panels. */

import { link } from "./compare.js";
import { Controls } from "./controls.js";
import { el, gathered } from "./dom.js";
import { listen } from "./events.js";
import { Panels } from "./panels.js";
import { Phone } from "./phone.js";
import { choose, chosen, onChoice, told } from "./state.js";
import { say, speak } from "./words.js";

speak(chosen.language);

const phones = told.frames.map((frame) => new Phone(frame));
const controls = new Controls(phones);
const panels = new Panels(phones);
const switcher = el("div", { class: "segments switcher", role: "group" });
const row = el("main", { class: "phones", tabIndex: -1 }, phones.map(({ node }) => node));
const grip = el("div", { class: "grip", role: "separator", tabIndex: 0 });
const lost = el("div", { class: "lost-note", role: "alert" });

function drawSwitcher() {
  const buttons = phones.map((phone) =>
    el("button", { type: "button", "aria-pressed": String(phone.name === chosen.selected), onClick: () => choose({ selected: phone.name }) }, phone.title),
  );
  switcher.replaceChildren(...buttons);
  phones.forEach((phone) => phone.node.classList.toggle("selected", phone.name === chosen.selected));
}

/* Phones are as large as their device, and smaller where the window is. */
function fit() {
  const [width, height] = chosen.device.split("x").map(Number);
  const isNarrow = matchMedia("(max-width: 720px)").matches;
  const beside = isNarrow ? 1 : phones.length;
  const wide = (row.clientWidth - 40 - 28 * (beside - 1)) / beside / (width + 20);
  const high = isNarrow ? 1 : (row.clientHeight - 76) / (height + 44);
  const scale = Math.min(1, Math.max(0.45, Math.min(wide, high)));
  phones.forEach(({ body, fit: box, node }) => {
    Object.assign(body.style, { width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` });
    body.style.setProperty("--scale", scale);
    node.style.width = `${(width + 20) * scale}px`;
    Object.assign(box.style, { width: `${(width + 20) * scale}px`, height: `${(height + 20) * scale}px` });
    node.dataset.system = chosen.system;
    node.dataset.dark = chosen.isDark;
  });
}

function dress() {
  phones.forEach((phone) => phone.send("look", { isDark: chosen.isDark, textSize: chosen.textSize }));
}

const restart = () => phones.forEach((phone) => phone.restart());

function translated() {
  controls.draw();
  panels.draw();
  drawSwitcher();
  phones.forEach((phone) => (phone.draw(), phone.drawCover()));
  grip.setAttribute("aria-label", say("resize"));
  lost.textContent = say("lost");
  document.title = `miniport · ${say("pageTitle")}`;
}

const FOLLOW = {
  language: translated,
  device: fit,
  isDark: () => (fit(), dress(), controls.draw()),
  textSize: dress,
  system: () => (fit(), restart()),
  scene: () => {},
  network: () => phones.forEach((phone) => phone.send("network", chosen.network)),
  mocks: () => (phones.forEach((phone) => phone.send("mocks", { isOn: chosen.mocks })), controls.draw()),
  selected: drawSwitcher,
};

function resize(size) {
  const panelSize = Math.max(160, Math.min(size, window.innerWidth - 200));
  document.documentElement.style.setProperty("--panel", `${panelSize}px`);
  choose({ panelSize });
  fit();
}

const isBeside = () => matchMedia("(min-width: 900px)").matches;
const sizeAt = ({ clientX, clientY }) => (isBeside() ? window.innerWidth - clientX : window.innerHeight - clientY);

grip.addEventListener("pointerdown", (event) => {
  grip.setPointerCapture(event.pointerId);
  document.body.classList.add("resizing");
});
grip.addEventListener("pointermove", (event) => grip.hasPointerCapture(event.pointerId) && resize(sizeAt(event)));
grip.addEventListener("pointerup", () => document.body.classList.remove("resizing"));
grip.addEventListener("keydown", ({ key }) => {
  const step = { ArrowLeft: 24, ArrowUp: 24, ArrowRight: -24, ArrowDown: -24 }[key];
  const now = isBeside() ? panels.node.offsetWidth : panels.node.offsetHeight;
  if (step) resize(now + step);
});

document.body.append(controls.node, switcher, row, grip, panels.node, lost);
if (chosen.panelSize) document.documentElement.style.setProperty("--panel", `${chosen.panelSize}px`);
onChoice((names) => names.forEach((name) => FOLLOW[name] && FOLLOW[name]()));
translated();
fit();
new ResizeObserver(gathered(fit, 30)).observe(row);
link(phones);
phones.forEach((phone) => (phone.isThere ? phone.start() : phone.draw()));
listen(phones, (kind) => panels.changed(kind));

/* For tests and for the curious: the phones by name. */
window.preview = { phones: Object.fromEntries(phones.map((phone) => [phone.name, phone])), told };
