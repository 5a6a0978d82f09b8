/* A column of choices that turns: by touch, by wheel, by a tap on a choice, by the keys. */

import { Component, h } from "miniport:core";
import { freshId } from "./modal.js";

const HEIGHT = 40;
const STEPS = { ArrowUp: -1, ArrowDown: 1, PageUp: -5, PageDown: 5, Home: -1e9, End: 1e9 };

export class Wheel extends Component {
  constructor(props) {
    super(props);
    this.id = freshId();
    this.onScroll = () => this.pick(Math.round(this.base.scrollTop / HEIGHT));
    this.onKeyDown = (event) => {
      const step = STEPS[event.key];
      if (step) {
        event.preventDefault();
        this.pick(this.props.index + step);
      }
    };
  }

  pick(index) {
    const { items, index: before, onPick } = this.props;
    const next = Math.max(0, Math.min(items.length - 1, index));
    if (next !== before) {
      onPick(next);
    }
  }

  componentDidMount() {
    this.base.scrollTop = this.props.index * HEIGHT;
  }

  componentDidUpdate() {
    // While a finger turns the wheel, it stands between two choices and must not be pulled back.
    if (Math.abs(this.base.scrollTop - this.props.index * HEIGHT) >= HEIGHT / 2) {
      this.base.scrollTop = this.props.index * HEIGHT;
    }
  }

  render({ items, index, label, isFirst }) {
    const node = {
      class: "mp--column",
      role: "listbox",
      tabIndex: 0,
      "aria-label": label,
      "aria-activedescendant": this.id + index,
      "data-first": isFirst ? "" : undefined,
      onScroll: this.onScroll,
      onKeyDown: this.onKeyDown,
    };
    return h(
      "div",
      node,
      items.map((item, at) =>
        h("div", { role: "option", id: this.id + at, "aria-selected": String(at === index), onClick: () => this.pick(at) }, item)
      )
    );
  }
}

/* The line above the wheels: cancel, what it is about, done. */
export const head = ({ cancel = "取消", title, done = "确定" }, onCancel, onDone) =>
  h(
    "div",
    { class: "mp--head" },
    h("button", { type: "button", onClick: onCancel }, cancel),
    h("span", null, title),
    h("button", { type: "button", onClick: onDone }, done)
  );
