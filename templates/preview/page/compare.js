/* Linked phones: what is done in one is done in the others, and what they show is compared. */

import { el, gathered, refill } from "./dom.js";
import { chosen } from "./state.js";
import { say } from "./words.js";

const MOST = 1200;
const QUIET = 350;

let result = null;

/* The texts that only one of two lists has, in order, by their longest common sequence. */
export function difference(left, right) {
  const a = left.slice(0, MOST);
  const b = right.slice(0, MOST);
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      table[at] = a[i].text === b[j].text ? table[at + width + 1] + 1 : Math.max(table[at + width], table[at + 1]);
    }
  }
  const found = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i].text === b[j].text) {
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && table[(i + 1) * width + j] >= table[i * width + j + 1])) found.push({ side: 0, item: a[i++] });
    else found.push({ side: 1, item: b[j++] });
  }
  return paired(found);
}

/* A text that is gone here and another that is new there, next to each other, are one difference. */
function paired(found) {
  const rows = [];
  found.forEach(({ side, item }) => {
    const last = rows[rows.length - 1];
    if (last && !last[side] && last[1 - side]) last[side] = item;
    else rows.push(side ? [null, item] : [item, null]);
  });
  return rows;
}

/* Compare the first phone with each other one, and point at what differs. */
export async function compareNow(phones) {
  const [first, ...rest] = phones;
  const mine = await first.ask("texts");
  const pairs = [];
  for (const phone of rest) pairs.push({ phone, rows: difference(mine, await phone.ask("texts")) });
  result = { first, pairs };
  const paths = (side, rows) => rows.map((row) => row[side]).filter(Boolean).map(({ path }) => path);
  await first.ask("point", { paths: pairs.flatMap(({ rows }) => paths(0, rows)) });
  for (const { phone, rows } of pairs) await phone.ask("point", { paths: paths(1, rows) });
  phones.forEach((phone) => phone.tell("compared"));
  const count = pairs.reduce((sum, { rows }) => sum + rows.length, 0);
  phones.forEach((phone) => phone.agree(() => (count ? say("differ", { count }) : say("same"))));
  return result;
}

export function link(phones) {
  const soon = gathered(() => void compareNow(phones).catch(() => {}), QUIET);
  phones.forEach((phone) =>
    phone.on((from, kind, value) => {
      if (!chosen.isLinked || phones.length < 2) return;
      if (kind === "action") {
        const others = phones.filter((each) => each !== from);
        void Promise.all(others.map((each) => each.ask("replay", value).catch(() => false))).then(soon);
      } else if (kind === "drawn") soon();
    }),
  );
}

export function unpoint(phones) {
  phones.forEach((phone) => {
    phone.agree(null);
    phone.send("point", { paths: [] });
  });
}

/* The panel. */
export function compare(body, phone, { phones }) {
  const bar = el("div", { class: "bar" }, el("button", { type: "button", onClick: () => void compareNow(phones) }, say("compareNow")));
  const tables = (result ? result.pairs : []).map(({ phone: other, rows }) =>
    rows.length
      ? el(
          "table",
          { class: "differences" },
          el("tr", {}, el("th", {}, result.first.title), el("th", {}, other.title)),
          rows.map(([mine, theirs]) => el("tr", {}, el("td", {}, mine ? mine.text : "—"), el("td", {}, theirs ? theirs.text : "—"))),
        )
      : el("p", { class: "empty" }, say("same")),
  );
  refill(body, bar, tables);
}
