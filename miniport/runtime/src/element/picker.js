/* A picker: a tap on what it holds opens a sheet of columns. */

import { Component, element, frame, h, root, warn } from "miniport:core";
import { Column, wheels } from "miniport:part/wheel";
import { textOf } from "../lib/given.js";
import { choicesOf } from "./lib/choices.js";
import { Control, pressed, usable } from "./lib/control.js";

class Sheet extends Component {
  constructor(props) {
    super(props);
    this.state = { at: props.choices.at };
    this.wheels = [];
    this.onKeyDown = (event) => this.key(event);
    this.onClick = (event) => event.target === this.base && props.cancel();
  }

  componentDidMount() {
    this.base.querySelector("[role=spinbutton]").focus();
  }

  componentDidUpdate(before) {
    const { at } = this.props.choices;
    if (String(at) !== String(before.choices.at)) {
      this.setState({ at });
    }
  }

  /* Where the columns stand, or are about to. */
  at() {
    return this.wheels.map((column) => column.wheel.index);
  }

  key(event) {
    if (event.key === "Escape") {
      this.props.cancel();
    } else if (event.key === "Enter" && event.target.getAttribute("role") === "spinbutton") {
      this.props.done(this.at());
    } else if (event.key === "Tab") {
      const stops = Array.from(this.base.querySelectorAll("button,[tabindex]"));
      const next = stops.indexOf(document.activeElement) + (event.shiftKey ? -1 : 1);
      event.preventDefault();
      stops[(next + stops.length) % stops.length].focus();
    }
  }

  column(items, part) {
    const keep = (column) => {
      if (column) {
        this.wheels[part] = column;
      }
    };
    const rest = (value) => {
      const at = this.at();
      this.setState({ at });
      this.props.turned(part, value);
    };
    return h(Column, { key: part, ref: keep, items, at: this.state.at[part], label: this.props.title, rest });
  }

  render({ choices, title, cancel, done }, { at }) {
    const columns = choices.columns(at);
    this.wheels.length = Math.min(this.wheels.length, columns.length);
    const button = (name, text, onClick) => h("button", { class: "mp--picker-tool " + name, type: "button", onClick }, text);
    return h(
      "div",
      { class: "mp--picker", onClick: this.onClick, onKeyDown: this.onKeyDown },
      h(
        "div",
        { class: "mp--picker-panel", role: "dialog", "aria-modal": "true", "aria-label": title },
        h(
          "div",
          { class: "mp--picker-tools" },
          button("mp--picker-no", "取消", cancel),
          h("div", { class: "mp--picker-name" }, title),
          button("mp--picker-yes", "确定", () => done(this.at())),
        ),
        wheels(columns.map((items, part) => this.column(items, part))),
      ),
    );
  }
}

class Picker extends Control {
  constructor(props) {
    super(props);
    this.value = this.first = props.value;
    this.onClick = () => this.open();
  }

  componentWillReceiveProps(next) {
    if (JSON.stringify(next.value) !== JSON.stringify(this.props.value)) {
      this.value = next.value;
    }
  }

  componentDidUpdate() {
    // The columns of a sheet that is open may be others by now.
    if (this.draw && this.props.mode === "multiSelector") {
      this.show();
    }
  }

  componentWillUnmount() {
    this.close();
  }

  choices() {
    return choicesOf(Object.assign({}, this.props, { value: this.value }));
  }

  open() {
    const choices = this.choices();
    if (!choices) {
      warn('a picker has no mode "' + this.props.mode + '"');
    } else if (!this.props.disabled && !this.draw && choices.columns(choices.at).length) {
      this.before = document.activeElement;
      this.draw = frame().layer();
      this.show();
    }
  }

  show() {
    const title = textOf(this.props.title || this.props["header-text"]);
    const choices = this.choices();
    this.draw(
      h(Sheet, {
        choices,
        title,
        cancel: () => this.close("cancel", {}),
        done: (at) => this.choose(at),
        turned: (column, value) => this.tell("columnchange", { column, value }),
      }),
    );
  }

  choose(at) {
    const choices = this.choices();
    const isEmpty = choices.columns(at).some((items) => !items.length);
    if (isEmpty) {
      this.close("cancel", {});
      return;
    }
    this.value = choices.value(at);
    this.close("change", { value: this.value });
  }

  close(type, detail) {
    if (this.draw) {
      this.draw(null);
      this.draw = null;
      if (this.before && this.before.focus) {
        this.before.focus();
      }
      if (type) {
        this.tell(type, detail);
      }
    }
  }

  read() {
    const choices = this.choices();
    return choices ? choices.value(choices.at) : "";
  }

  reset() {
    this.value = this.first;
  }

  render(props) {
    const { onClick } = this;
    const marks = { "aria-haspopup": "dialog", onClick, onKeyDown: pressed };
    return h("mp-picker", root(props, usable(props, "button", marks)), props.children);
  }
}

element("picker", Picker);
