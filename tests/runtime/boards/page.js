/* The first board is changed step by step, as a seed says; the second is made anew from what the first has then. */

const app = getApp();
const next = () => (app.seed = (app.seed * 48271) % 2147483647) / 2147483647;
const some = (list) => list[Math.floor(next() * list.length)];
const upTo = (most) => Math.floor(next() * (most + 1));
const word = () => some(["a", "bc", "", "茶", "🍵x"]);
const row = () => ({ id: upTo(30) + 1, text: word(), tags: Array.from({ length: upTo(3) }, word) });

const distinct = (rows) => {
  const seen = {};
  return rows.filter(({ id }) => !seen[id] && (seen[id] = true));
};

const at = ({ rows }) => "rows[" + upTo(Math.max(0, rows.length - 1)) + "]";
const within = (data, patch) => (data.rows.length ? patch(at(data)) : {});

const steps = {
  rows: () => ({ rows: distinct(Array.from({ length: upTo(6) }, row)) }),
  text: (data) => within(data, (place) => ({ [place + ".text"]: word() })),
  both: (data) => within(data, (place) => ({ [place + ".text"]: word(), [place + ".tags"]: [word()] })),
  tag: (data) => within(data, (place) => ({ [place + ".tags[" + upTo(2) + "]"]: word() })),
  turn: ({ rows }) => ({ rows: rows.slice().reverse() }),
  same: ({ rows }) => ({ rows }),
  swap: ({ rows }) => (rows.length > 1 ? { "rows[0]": rows[1], "rows[1]": rows[0] } : {}),
  label: () => ({ label: word() + word() }),
  chosen: () => ({ chosen: upTo(4) }),
  deep: () => ({ "nested.deep.word": word() }),
  nested: () => ({ nested: { deep: { word: word() }, list: [word(), word()] } }),
  listed: () => ({ ["nested.list[" + upTo(3) + "]"]: word() }),
  group: () => ({ ["groups." + some(["x", "y", "z"])]: [word() + 1, word() + 2] }),
  inGroup: () => ({ ["groups.x[" + upTo(1) + "]"]: word() + 3 }),
  groups: () => ({ groups: { [some(["x", "y"])]: [word()] } }),
};

const kidSteps = [
  () => ({ turned: upTo(3) }),
  () => ({ "own[1].text": word() }),
  () => ({ own: [] }),
  () => ({ own: [{ id: 1, text: "o" }] }),
];

Page({
  data: { isOther: false, alive: 0 },
  live(board) {
    this.board = board;
  },
  step() {
    const { board } = this;
    const name = some(Object.keys(steps).concat("splice", "kid"));
    if (name in steps) {
      board.setData(steps[name](board.data));
    } else {
      this[name]();
    }
  },
  splice() {
    const { rows } = this.board.data;
    const more = distinct(rows.concat(row())).slice(rows.length);
    this.board.$spliceData({ rows: [upTo(rows.length), upTo(1), ...more] });
  },
  kid() {
    this.changed = some(Array.from(app.kids));
    if (this.changed) {
      this.changed.setData(some(kidSteps)());
    }
  },
  /* One step, or two that are painted together. */
  change() {
    this.step();
    if (next() > 0.5) {
      this.step();
    }
  },
  /* A kid has data of its own, which the other board's kid would not have. */
  back() {
    app.kids.forEach((kid) => kid.setData({ turned: 0, own: [{ id: 1, text: "o" }, { id: 2, text: "p" }] }));
  },
  show() {
    app.state = this.board.data;
    this.setData({ isOther: true, alive: app.kids.size });
  },
  hide() {
    this.setData({ isOther: false });
  },
});
