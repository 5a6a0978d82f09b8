/* my.datePicker: a date or a time from wheels. */

import { Component, fail, h } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import { Column, wheels } from "miniport:part/wheel";
import { clamp, now, rangeOf, read, wordsOf, write } from "./lib/date.js";
import { head } from "./lib/head.js";
import { ask } from "./lib/modal.js";

const NAMES = { yyyy: "年", MM: "月", dd: "日", HH: "时", mm: "分", ss: "秒" };

class Wheels extends Component {
  constructor(props) {
    super(props);
    this.state = { values: props.values };
  }

  column(word, at) {
    const { words, start, end } = this.props;
    const { values } = this.state;
    const [first, last] = rangeOf(words, values, at, start, end);
    const items = Array.from({ length: last - first + 1 }, (_, offset) => first + offset + NAMES[word]);
    const aim = (index) => {
      const turned = values.slice();
      turned[at] = first + index;
      this.setState({ values: clamp(words, turned, start, end) });
    };
    return h(Column, { key: word, items, at: values[at] - first, label: NAMES[word], aim });
  }

  render({ words, answer }) {
    const done = () => answer(this.state.values);
    return [
      head({}, () => answer(null), done),
      wheels(words.map((word, at) => this.column(word, at))),
    ];
  }
}

function datePicker({ format = "yyyy-MM-dd", currentDate, startDate, endDate }) {
  const words = wordsOf(String(format));
  if (!words.length) {
    throw fail(2, 'datePicker: there is no date in the format "' + format + '"');
  }
  const [start, end] = [startDate, endDate].map((limit) => (limit ? read(format, limit) : null));
  const given = (currentDate && read(format, currentDate)) || now(words);
  const values = clamp(words, given, start, end);
  const look = { kind: "mp--panel", place: "mp--low", label: "选择日期", cancel: null, isLight: true };
  return ask(look, (answer) => h(Wheels, { words, values, start, end, answer })).then((picked) => {
    if (!picked) {
      throw fail(11, "datePicker: cancelled");
    }
    return { date: write(format, picked) };
  });
}

api({ datePicker: asynchronous(datePicker, "datePicker") });
