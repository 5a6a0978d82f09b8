/* The bar of controls: what to open, and what the phones are like. */

import { compareNow, unpoint } from "./compare.js";
import { el, refill, select } from "./dom.js";
import { queryText } from "./phone.js";
import { choose, chosen } from "./state.js";
import { say, speak } from "./words.js";

export const DEVICES = [
  ["320x568", "320 × 568"],
  ["375x667", "375 × 667"],
  ["390x844", "390 × 844"],
  ["430x932", "430 × 932"],
  ["360x800", "360 × 800"],
  ["412x915", "412 × 915"],
  ["768x1024", "768 × 1024"],
];
const SYSTEMS = [["ios", "iOS"], ["android", "Android"]];
const TEXTS = [[0.85, "85%"], [1, "100%"], [1.15, "115%"], [1.3, "130%"], [1.6, "160%"]];

const field = (key, node) => el("label", { class: "field" }, el("span", {}, say(key)), node);

const toggle = (key, isOn, run, hint) =>
  el("button", { type: "button", class: "toggle", "data-control": key, "aria-pressed": String(isOn), title: hint, onClick: run }, say(key));

function choice(key, name, pairs, read = String) {
  const node = select({ "data-control": key, onChange: () => choose({ [name]: read(node.value) }) }, pairs, chosen[name]);
  return field(key, node);
}

function query(text) {
  return Object.fromEntries(new URLSearchParams(text.replace(/^\?/, "")));
}

export class Controls {
  constructor(phones) {
    this.phones = phones;
    this.node = el("header", { class: "controls", onScroll: () => this.hint() });
    new ResizeObserver(() => this.hint()).observe(this.node);
    this.pages = "";
    // Whether what stands in the box of the query was typed for what is opened next.
    this.isTyped = false;
    this.path = "";
    phones.forEach((phone) => phone.on((from, kind) => (kind === "started" || kind === "drawn") && this.follow()));
  }

  /* The picker shows where the phones are, and the box with which query, unless somebody is in them. */
  follow() {
    const pages = [...new Set(this.phones.flatMap((phone) => phone.pages))].join(" ");
    if (pages !== this.pages) {
      this.pages = pages;
      this.draw();
    }
    const [{ top }] = this.phones;
    if (!top || !this.picker) return;
    if (document.activeElement !== this.picker) this.picker.value = top.path;
    // What was typed on one page is not another's.
    if (top.path !== this.path) this.isTyped = this.isTyped && document.activeElement === this.query;
    this.path = top.path;
    if (!this.isTyped && document.activeElement !== this.query) this.query.value = queryText(top.query);
  }

  /* Another page has another query: only one that was typed since is meant for it. */
  pick() {
    if (!this.isTyped) this.query.value = "";
    this.open();
  }

  open() {
    const given = query(this.query.value);
    this.isTyped = false;
    this.phones.forEach((phone) => {
      const path = this.picker.value;
      // What a page threw is not the next one's; it covers that one again if it throws, too.
      if (phone.problem && !phone.problem.isOfBuild) phone.show(null);
      if (phone.isRunning) phone.ask("open", { path, query: given }).catch(() => phone.start({ path, query: given }));
      else phone.start({ path, query: given });
    });
  }

  /* Start again where each phone is; a query that was typed is for all. */
  relaunch() {
    const given = { path: this.picker.value, query: query(this.query.value) };
    this.phones.forEach((phone) => phone.start(this.isTyped || !phone.top ? given : phone.top));
    this.isTyped = false;
  }

  draw() {
    const before = { path: this.picker && this.picker.value, query: this.query ? this.query.value : "" };
    const pages = this.pages.split(" ").filter(Boolean).map((path) => [path, path]);
    this.picker = select({ "data-control": "page", onChange: () => this.pick() }, pages, before.path);
    this.query = el("input", { type: "text", "data-control": "query", placeholder: "a=1&b=2", value: before.query, spellcheck: false, onInput: () => (this.isTyped = true) });
    const scene = el("input", { type: "text", "data-control": "scene", inputMode: "numeric", placeholder: "1000", value: chosen.scene, onChange: () => choose({ scene: scene.value.trim() }) });
    const opening = el("form", { class: "group opening", onSubmit: (event) => (event.preventDefault(), this.open()) },
      field("page", this.picker), field("query", this.query), field("scene", scene), el("button", { type: "submit", "data-control": "go" }, say("go")));
    refill(
      this.node,
      el("strong", { class: "brand" }, "miniport"),
      opening,
      el("div", { class: "group" },
        el("button", { type: "button", "data-control": "restart", onClick: () => this.relaunch() }, say("restart")),
        this.phones.length > 1 && toggle("linked", chosen.isLinked, () => this.link(), say("linkedHint")),
        toggle("dark", chosen.isDark, () => choose({ isDark: !chosen.isDark })),
        toggle("mocks", chosen.mocks, () => choose({ mocks: !chosen.mocks })),
        el("button", { type: "button", "data-control": "shot", onClick: () => void this.shoot() }, say("shot"))),
      el("div", { class: "group" },
        choice("device", "device", DEVICES),
        choice("system", "system", SYSTEMS),
        choice("text", "textSize", TEXTS, Number),
        choice("network", "network", [["fast", say("fast")], ["slow", say("slow")], ["off", say("off")]])),
      el("button", { type: "button", class: "quiet language", "data-control": "language", onClick: () => this.translate() }, say("language")),
    );
    this.hint();
  }

  /* A narrow bar is scrolled: its end fades as long as something follows. */
  hint() {
    const { scrollLeft, clientWidth, scrollWidth } = this.node;
    this.node.classList.toggle("cut", scrollLeft + clientWidth < scrollWidth - 1);
  }

  link() {
    choose({ isLinked: !chosen.isLinked });
    this.draw();
    if (chosen.isLinked) void compareNow(this.phones).catch(() => {});
    else unpoint(this.phones);
  }

  translate() {
    const language = chosen.language === "zh" ? "en" : "zh";
    speak(language);
    choose({ language });
  }

  async shoot() {
    for (const phone of this.phones) {
      const picture = await phone.shot();
      const { top } = phone;
      const address = URL.createObjectURL(picture);
      el("a", { href: address, download: `${phone.name}-${top ? top.path.replace(/\//g, "-") : "app"}.png` }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
    }
  }
}
