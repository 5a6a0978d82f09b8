/* Lines of text to type in, with a count below and a height that follows where asked. */

import { element, h, root } from "miniport:core";
import { Field, limitOf } from "./lib/field.js";

const KEYS = ["done", "go", "next", "search", "send"];

class Textarea extends Field {
  constructor(props) {
    super(props);
    this.keepCount = (node) => {
      this.count = node;
    };
  }

  entered(event) {
    if (KEYS.indexOf(this.props["confirm-type"]) >= 0) {
      event.preventDefault();
      this.confirm();
    }
  }

  componentDidUpdate(before) {
    super.componentDidUpdate(before);
    this.changed();
  }

  changed() {
    const { field, count, props } = this;
    if (count) {
      const limit = limitOf(props);
      count.textContent = field.value.length + (limit >= 0 ? "/" + limit : "");
    }
    field.style.height = "";
    if (props["auto-height"]) {
      field.style.height = "auto";
      const height = field.scrollHeight;
      field.style.height = height ? height + "px" : "";
    }
  }

  render(props) {
    const isCounted = props["show-count"] === undefined || Boolean(props["show-count"]);
    const isHigh = Boolean(props["auto-height"]);
    const key = props["confirm-type"];
    const more = { rows: 1, enterKeyHint: KEYS.indexOf(key) < 0 ? "enter" : key };
    const hint = this.hint();
    const own = { "auto-height": isHigh ? "" : undefined, style: (props.style || "") + (isHigh ? ";height:auto" : "") };
    return h(
      "mp-textarea",
      root(props, own),
      h("div", { class: "mp--entry" + (hint ? " mp--hinted" : "") }, h("textarea", Object.assign(this.marks(), more)), hint),
      isCounted ? h("div", { class: "mp--count", "aria-hidden": "true", ref: this.keepCount }) : null,
    );
  }
}

element("textarea", Textarea);
