/* The panels about one phone: which are there, and the one that is shown. */

import { compare } from "./compare.js";
import { el, gathered, refill } from "./dom.js";
import { concerning, counted, tally } from "./findings.js";
import { drawBridge, drawCalls, drawConsole, drawRequests, isStopped } from "./logs.js";
import { drawFindings, drawStack, drawStorage } from "./places.js";
import { choose, chosen, onChoice } from "./state.js";
import { drawTree } from "./tree.js";
import { say } from "./words.js";

const PANELS = {
  console: { draw: drawConsole, on: ["log", "blocked", "starting"], count: (phone) => phone.logs.filter(({ level }) => level === "error").length, isBad: true },
  requests: { draw: drawRequests, on: ["request", "response", "frame", "blocked", "starting"], count: (phone) => phone.requests.filter(isStopped).length, isBad: true },
  calls: { draw: drawCalls, on: ["call", "result", "starting"] },
  bridge: { draw: drawBridge, on: ["member", "memberResult", "bridge", "starting"], isThere: (phone) => phone.isContained },
  tree: { draw: drawTree, on: ["drawn", "started"] },
  storage: { draw: drawStorage, on: ["drawn", "started", "result"] },
  stack: { draw: drawStack, on: ["drawn", "started"] },
  findings: { draw: drawFindings, on: ["drawn", "started", "build"], count: (phone) => counted(concerning(phone)).slice(0, 2).reduce((sum, each) => sum + each), about: (phone) => tally(concerning(phone)) },
  compare: { draw: compare, on: ["compared"], isThere: (phone, phones) => phones.length > 1 },
};

export class Panels {
  constructor(phones) {
    this.phones = phones;
    this.tabs = el("div", { class: "tabs", role: "tablist", onKeydown: (event) => this.move(event) });
    this.picker = el("div", { class: "segments", role: "group" });
    this.body = el("div", { class: "panel-body", role: "tabpanel", tabIndex: 0 });
    this.node = el("aside", { class: "panel" }, el("div", { class: "panel-head" }, this.tabs, this.picker), this.body);
    this.soon = gathered(() => this.fill(), 50);
    this.count = gathered(() => this.drawTabs(), 100);
    phones.forEach((phone) => phone.on((from, kind) => this.heard(from, kind)));
    onChoice((names) => (names.includes("panel") || names.includes("selected")) && this.draw());
  }

  get phone() {
    return this.phones.find(({ name }) => name === chosen.selected) || this.phones[0];
  }

  get names() {
    return Object.keys(PANELS).filter((name) => !PANELS[name].isThere || PANELS[name].isThere(this.phone, this.phones));
  }

  get name() {
    return this.names.includes(chosen.panel) ? chosen.panel : "console";
  }

  heard(phone, kind) {
    if (phone === this.phone && PANELS[this.name].on.includes(kind)) this.soon();
    if (phone === this.phone) this.count();
  }

  changed(kind) {
    if (PANELS[this.name].on.includes(kind)) this.soon();
    this.count();
  }

  move({ key }) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!step) return;
    const { names } = this;
    const at = (names.indexOf(this.name) + step + names.length) % names.length;
    choose({ panel: names[at] });
    this.tabs.children[at].focus();
  }

  draw() {
    this.drawTabs();
    const segment = (phone) =>
      el("button", { type: "button", "aria-pressed": String(phone === this.phone), onClick: () => choose({ selected: phone.name }) }, phone.title);
    refill(this.picker, this.phones.length > 1 && this.phones.map(segment));
    this.body.replaceChildren();
    this.fill();
  }

  drawTabs() {
    const focused = [...this.tabs.children].indexOf(document.activeElement);
    const tab = (name) => {
      const { count, about, isBad } = PANELS[name];
      const number = count ? count(this.phone) : 0;
      const isOn = name === this.name;
      const badge = number ? el("span", { class: isBad ? "badge bad" : "badge" }, String(number)) : null;
      return el(
        "button",
        { type: "button", role: "tab", "aria-selected": String(isOn), tabIndex: isOn ? 0 : -1, "data-panel": name, title: about && about(this.phone), onClick: () => choose({ panel: name }) },
        say(name),
        badge,
      );
    };
    refill(this.tabs, this.names.map(tab));
    if (focused >= 0) this.tabs.children[focused].focus();
  }

  /* What is being typed into a panel is not drawn away. */
  fill() {
    if (this.body.contains(document.activeElement) && document.activeElement.matches("input, textarea")) return;
    this.body.dataset.panel = this.name;
    PANELS[this.name].draw(this.body, this.phone, this);
  }
}
