import { ACTIONS, rows, tree } from "../../rows.js";

let times = 0;

const changes = {
  create: () => ({ rows: rows(1000) }),
  update: ({ rows: old }) => {
    const patch = {};
    for (let at = 0; at < old.length; at += 10) {
      patch["rows[" + at + "].label"] = old[at].label + " !";
    }
    return patch;
  },
  swap: ({ rows: old }) => ({ "rows[1]": old[998], "rows[998]": old[1] }),
  clear: () => ({ rows: [] }),
  plant: () => ({ tree: tree() }),
  touch: () => ({ "tree[25].leaves[20].text": "touched " + ++times }),
  fell: () => ({ tree: [] }),
};

Page({
  data: { actions: ACTIONS, count: 1, rows: [], chosen: 0, tree: [] },
  run(event) {
    const { name } = event.currentTarget.dataset;
    if (name === "append") {
      this.$spliceData({ rows: [this.data.rows.length, 0].concat(rows(100)) });
    } else {
      this.setData(changes[name](this.data));
    }
  },
});
