/* A line of text to type in. */

import { element, h, root } from "miniport:core";
import { Field } from "./lib/field.js";

const MODES = { number: "numeric", numberpad: "numeric", digit: "decimal", digitpad: "decimal" };
const KEYS = ["done", "go", "next", "search", "send"];

class Input extends Field {
  entered() {
    this.confirm();
  }

  render(props) {
    const key = props["confirm-type"];
    const more = { type: props.password ? "password" : "text", inputMode: MODES[props.type] };
    more.enterKeyHint = KEYS.indexOf(key) < 0 ? "done" : key;
    const hint = this.hint();
    const field = h("input", Object.assign(this.marks(), more));
    return h("mp-input", root(props), h("div", { class: "mp--entry" + (hint ? " mp--hinted" : "") }, field, hint));
  }
}

element("input", Input);
