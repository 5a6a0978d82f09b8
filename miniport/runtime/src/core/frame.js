/* The document around the pages: title bar, page frames, tab bar, layers. */

import { Fragment, h, render } from "preact";
import { parts } from "./parts.js";

const make = (name, parent) => {
  const node = document.createElement("div");
  node.className = "mp--" + name;
  parent.appendChild(node);
  return node;
};

/* `actions`: {back(), title()}; `media(path)` gives an address. `kind()` says which title bar there is: "own" on every page,
 * "push" on pages above the first, "back" the same, and low, with the title of the page that it leads to, "none". */
export function createFrame({ kind, actions, media }) {
  const app = make("app", document.body);
  const bar = make("bar", app);
  const pages = make("pages", app);
  const drawTabs = parts.tabs ? parts.tabs(make("tabs", app)) : () => {};
  const layers = make("layers", app);
  const blank = make("blank", app);
  let shown = { title: "", depth: 1, route: "" };

  const drawBar = () => {
    const { title, depth, color, background, line, below } = shown;
    const wanted = kind();
    const isDrawn = wanted === "own" || (wanted !== "none" && depth > 1);
    const back =
      depth > 1
        ? h("button", { class: "mp--back", type: "button", "aria-label": "返回", onClick: actions.back }, wanted === "back" && below)
        : parts.home && parts.home();
    const written = parts.title ? parts.title(shown, media) : title;
    const label = h("div", { class: "mp--title", role: "heading", "aria-level": 1, onClick: actions.title }, written);
    bar.hidden = !isDrawn;
    bar.classList.toggle("mp--low", wanted === "back");
    bar.style.color = color || "";
    bar.style.backgroundColor = background || "";
    bar.style.borderBottomColor = line || "";
    render(h(Fragment, null, back, wanted !== "back" && label), bar);
  };

  /* The window of the platform ends where the bars begin. */
  const measure = () => app.style.setProperty("--mp-vh", pages.clientHeight / 100 + "px");
  window.addEventListener("resize", measure);

  const show = (more) => {
    shown = Object.assign({}, shown, more);
    render(null, blank);
    drawBar();
    drawTabs(shown);
    measure();
  };

  const page = (record) => {
    const box = make("page", pages);
    const scroller = make("scroll", box);
    const content = document.createElement("mp-page");
    content.className = record.scope.root();
    scroller.appendChild(content);
    let top = 0;
    box.hidden = true;
    return {
      box,
      content,
      scroller,
      show() {
        // One that was in the background stayed where it is.
        if (box.hidden) {
          box.hidden = false;
          scroller.scrollTop = top;
        }
      },
      hide() {
        top = scroller.scrollTop;
        box.hidden = true;
      },
      remove: () => box.remove(),
    };
  };

  /* Draw a vnode above everything, or above what is in `parent`; null removes it. */
  const layer = (parent) => {
    const box = make("layer", parent || layers);
    return (node) => {
      render(node, box);
      if (!node) {
        box.remove();
      }
    };
  };

  /* Say something in place of a page; the next page takes it away. */
  const notice = (node) => render(node, blank);

  return { app, page, show, layer, notice };
}
