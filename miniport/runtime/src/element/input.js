/* A line of text to type in. Without `controlled` it keeps what was typed, whatever the data say. */

import { Component, element, emit, h, root } from "miniport:core";

const TYPES = { number: ["text", "numeric"], digit: ["text", "decimal"], idcard: ["text", "text"], numberpad: ["text", "numeric"] };
const KEYS = { done: "done", go: "go", next: "next", search: "search", send: "send" };

const valueOf = (value) => (value === undefined || value === null ? "" : String(value));

class Input extends Component {
  constructor(props) {
    super(props);
    this.keep = (node) => {
      this.field = node || this.field;
    };
    this.onInput = () => this.typed();
    this.onFocus = () => emit(this.base, "focus", { value: this.field.value });
    this.onBlur = () => emit(this.base, "blur", { value: this.field.value });
    this.onKeyDown = (event) => {
      if (event.key === "Enter" && !event.isComposing) {
        emit(this.base, "confirm", { value: this.field.value });
        if (!this.props["confirm-hold"]) {
          this.field.blur();
        }
      }
    };
  }

  typed() {
    const { field, props } = this;
    const { value, selectionStart } = field;
    emit(this.base, "input", { value, cursor: selectionStart === null ? value.length : selectionStart });
    if (props.controlled) {
      Promise.resolve().then(() => this.force());
    }
  }

  force() {
    const value = valueOf(this.props.value);
    if (this.field.value !== value) {
      this.field.value = value;
    }
  }

  componentDidMount() {
    this.field.value = valueOf(this.props.value);
    if (this.props.focus || this.props["auto-focus"]) {
      this.field.focus();
    }
  }

  componentDidUpdate(before) {
    const { props } = this;
    if (props.controlled || props.value !== before.value) {
      this.force();
    }
    if (Boolean(props.focus) !== Boolean(before.focus)) {
      this.field[props.focus ? "focus" : "blur"]();
    }
  }

  render(props) {
    const [type, mode] = TYPES[props.type] || ["text", undefined];
    const limit = +props.maxlength;
    const field = {
      class: "mp--field" + (props["placeholder-class"] ? " " + props["placeholder-class"] : ""),
      ref: this.keep,
      type: props.password ? "password" : type,
      inputMode: mode,
      enterKeyHint: KEYS[props["confirm-type"]],
      placeholder: valueOf(props.placeholder),
      maxLength: props.maxlength === undefined ? 140 : limit >= 0 ? limit : undefined,
      name: props.name,
      disabled: Boolean(props.disabled),
      "aria-label": props["aria-label"],
      onInput: this.onInput,
      onFocus: this.onFocus,
      onBlur: this.onBlur,
      onKeyDown: this.onKeyDown,
    };
    return h("mp-input", root(props), h("input", field));
  }
}

element("input", Input);
