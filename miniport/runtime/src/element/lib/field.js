/* A field to type in. Without `controlled` it keeps what was typed, whatever the data say. */

import { h } from "miniport:core";
import { numberOf, textOf } from "../../lib/given.js";
import { Control } from "./control.js";

const LIMIT = 140;

const given = (props) => textOf(props.value === undefined ? props["default-value"] : props.value);

export const limitOf = (props) => numberOf(props.maxlength, LIMIT);

export class Field extends Control {
  constructor(props) {
    super(props);
    this.first = given(props);
    this.keep = (node) => {
      this.field = node || this.field;
    };
    this.listeners = {
      onInput: () => this.typed(),
      // In lower case: elements have no property of these names, so the name is taken as it stands.
      oncompositionstart: () => {
        this.isComposing = true;
      },
      oncompositionend: () => {
        this.isComposing = false;
        this.follow();
      },
      onFocus: () => {
        this.place();
        this.tell("focus", { value: this.read() });
      },
      onBlur: () => this.field && this.tell("blur", { value: this.read() }),
      onKeyDown: (event) => event.key === "Enter" && !event.isComposing && this.entered(event),
    };
  }

  componentDidMount() {
    super.componentDidMount();
    this.put(given(this.props));
    if (this.props.focus || this.props["auto-focus"]) {
      this.field.focus();
    }
  }

  componentDidUpdate(before) {
    const { props } = this;
    if (given(props) !== given(before)) {
      this.put(given(props));
    } else {
      this.follow();
    }
    if (Boolean(props.focus) !== Boolean(before.focus)) {
      this.field[props.focus ? "focus" : "blur"]();
    }
    if (["cursor", "selection-start", "selection-end"].some((name) => props[name] !== before[name])) {
      this.place();
    }
  }

  read() {
    return this.field.value;
  }

  /* The text of the field; the cursor stays where it is. */
  put(value) {
    const { field } = this;
    if (field.value !== value) {
      const isActive = document.activeElement === field;
      const at = isActive ? field.selectionStart : 0;
      const isAtEnd = at === field.value.length;
      field.value = value;
      if (isActive && !isAtEnd) {
        field.setSelectionRange(at, at);
      }
    }
    this.changed();
  }

  /* Cursor and selection count from the moment the field has the focus. */
  place() {
    const { field, props } = this;
    const start = numberOf(props["selection-start"], -1);
    const end = numberOf(props["selection-end"], -1);
    const cursor = numberOf(props.cursor, -1);
    if (document.activeElement !== field) {
      return;
    }
    if (start >= 0 && end >= start) {
      field.setSelectionRange(start, end);
    } else if (cursor >= 0) {
      field.setSelectionRange(cursor, cursor);
    }
  }

  typed() {
    const { value, selectionStart } = this.field;
    this.changed();
    this.tell("input", { value, cursor: selectionStart === null ? value.length : selectionStart });
    // What the handler set is painted by then.
    Promise.resolve().then(() => this.follow());
  }

  /* With `controlled` the data rule; but a word that is being composed is not cut short. */
  follow() {
    if (this.props.controlled && !this.isComposing) {
      this.put(given(this.props));
    }
  }

  confirm() {
    this.tell("confirm", { value: this.read() });
    if (!this.props["confirm-hold"]) {
      this.field.blur();
    }
  }

  /* For those who show something else about the text. */
  changed() {}

  reset() {
    this.put(this.first);
  }

  press() {
    if (!this.props.disabled) {
      this.field.focus();
    }
  }

  marks() {
    const { props } = this;
    const limit = limitOf(props);
    const more = {
      class: "mp--field",
      ref: this.keep,
      placeholder: textOf(props.placeholder),
      maxLength: limit >= 0 ? limit : undefined,
      name: props.name,
      disabled: Boolean(props.disabled),
    };
    // What a label said stays where the app says nothing.
    if (props["aria-label"]) {
      more["aria-label"] = props["aria-label"];
    }
    return Object.assign(more, this.listeners);
  }

  /* A placeholder with a look of its own: it lies over the field's, which cannot have one. */
  hint() {
    const { props } = this;
    const look = { class: props["placeholder-class"] || "", style: props["placeholder-style"] || "" };
    const isPlain = !look.class && !look.style;
    return isPlain ? null : h("div", { class: "mp--hint", "aria-hidden": "true" }, h("span", look, textOf(props.placeholder)));
  }
}
