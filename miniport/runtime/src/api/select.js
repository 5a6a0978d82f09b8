/* my.optionsSelect and my.multiLevelSelect: choices from wheels. */

import { Component, fail, h } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import { Column, wheels } from "miniport:part/wheel";
import { textOf } from "../lib/given.js";
import { head } from "./lib/head.js";
import { ask } from "./lib/modal.js";

/* `columns(indexes)` gives [[label, ...], ...]. */
class Columns extends Component {
  constructor(props) {
    super(props);
    this.state = { indexes: props.indexes };
  }

  render({ words, columns, answer }, { indexes }) {
    const shown = columns(indexes);
    const column = (items, at) => {
      const aim = (index) => this.setState({ indexes: indexes.map((old, i) => (i === at ? index : old)) });
      const label = words.title || String(at + 1);
      return h(Column, { key: at, items, at: Math.min(indexes[at], items.length - 1), label, aim });
    };
    return [
      head(
        words,
        () => answer(null),
        () => answer(indexes.map((index, at) => Math.min(index, (shown[at] || []).length - 1)))
      ),
      wheels(shown.map(column)),
    ];
  }
}

const select = (words, columns, indexes) =>
  ask({ kind: "mp--panel", place: "mp--low", label: words.title || "请选择", cancel: null, isLight: true }, (answer) =>
    h(Columns, { words, columns, indexes, answer })
  );

function optionsSelect({ title, optionsOne, optionsTwo, selectedOneIndex, selectedTwoIndex, positiveString, negativeString }) {
  if (!Array.isArray(optionsOne) || !optionsOne.length) {
    throw fail(2, "optionsSelect: optionsOne is needed");
  }
  const lists = [optionsOne, optionsTwo].filter((list) => Array.isArray(list) && list.length);
  const indexes = [+selectedOneIndex || 0, +selectedTwoIndex || 0].slice(0, lists.length);
  const words = { title: textOf(title), done: positiveString, cancel: negativeString };
  return select(words, () => lists.map((list) => list.map(textOf)), indexes).then((picked) => {
    const chosen = (at) => (picked ? [picked[at], lists[at][picked[at]]] : ["", ""]);
    const [selectedOneIndex, selectedOneOption] = chosen(0);
    if (lists.length === 1) {
      return { selectedOneIndex, selectedOneOption };
    }
    const [selectedTwoIndex, selectedTwoOption] = chosen(1);
    return { selectedOneIndex, selectedOneOption, selectedTwoIndex, selectedTwoOption };
  });
}

/* The items of each level, as far as the choices so far lead. */
function levels(list, indexes) {
  const found = [];
  for (let items = list, at = 0; Array.isArray(items) && items.length; at++) {
    found.push(items);
    items = items[Math.min(indexes[at] || 0, items.length - 1)].subList;
  }
  return found;
}

const depth = (list) => (Array.isArray(list) && list.length ? 1 + Math.max(...list.map((item) => depth(item.subList))) : 0);

function multiLevelSelect({ title, list }) {
  if (!depth(list)) {
    throw fail(2, "multiLevelSelect: list is needed");
  }
  const labels = (indexes) => levels(list, indexes).map((items) => items.map((item) => textOf(item.name)));
  return select({ title: textOf(title) }, labels, new Array(depth(list)).fill(0)).then((picked) =>
    picked
      ? { success: true, result: levels(list, picked).map((items, at) => ({ name: items[picked[at]].name })) }
      : { success: false }
  );
}

api({
  optionsSelect: asynchronous(optionsSelect, "optionsSelect"),
  multiLevelSelect: asynchronous(multiLevelSelect, "multiLevelSelect"),
});
