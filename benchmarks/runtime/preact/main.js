/* The page as one would write it for the browser by hand. */

import { Component, h, render } from "preact";
import { ACTIONS, rows, tree } from "../rows.js";

let times = 0;

const changes = {
  create: () => ({ rows: rows(1000) }),
  append: ({ rows: old }) => ({ rows: old.concat(rows(100)) }),
  update: ({ rows: old }) => ({
    rows: old.map((row, at) => (at % 10 ? row : Object.assign({}, row, { label: row.label + " !" }))),
  }),
  swap: ({ rows: old }) => {
    const list = old.slice();
    list[1] = old[998];
    list[998] = old[1];
    return { rows: list };
  },
  clear: () => ({ rows: [] }),
  plant: () => ({ tree: tree() }),
  touch: ({ tree: old }) => {
    const next = old.slice();
    next[25] = Object.assign({}, old[25], { leaves: old[25].leaves.slice() });
    next[25].leaves[20] = Object.assign({}, old[25].leaves[20], { text: "touched " + ++times });
    return { tree: next };
  },
  fell: () => ({ tree: [] }),
};

class Page extends Component {
  constructor() {
    super();
    this.state = { count: 1, rows: [], chosen: 0, tree: [] };
  }

  render(props, { count, rows: list, chosen, tree: groups }) {
    const run = (name) => () => this.setState(changes[name](this.state));
    return h(
      "div",
      { class: "bench" },
      h("div", { id: "first" }, "ready " + count),
      ACTIONS.map((name) => h("div", { key: name, id: name, class: "action", onClick: run(name) }, name)),
      h(
        "div",
        { id: "rows" },
        list.map(({ id, label }) =>
          h(
            "div",
            { key: id, class: "row" + (id === chosen ? " on" : "") },
            h("div", { class: "id" }, id),
            h("div", { class: "label" }, label),
          ),
        ),
      ),
      h(
        "div",
        { id: "nodes" },
        groups.map(({ id, leaves }) =>
          h(
            "div",
            { key: id, class: "group" },
            leaves.map((leaf) => h("div", { key: leaf.id, class: "leaf" }, leaf.text)),
          ),
        ),
      ),
    );
  }
}

render(h(Page), document.getElementById("app"));
