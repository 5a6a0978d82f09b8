/* A button with the platform's look: type, size, plain, disabled, loading, hover. */

import { Component, element, h } from "miniport:core";
import { Hover } from "./lib/hover.js";

class Button extends Component {
  constructor(props) {
    super(props);
    this.onKeyDown = (event) => {
      if (event.target === this.base && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        this.base.click();
      }
    };
  }

  componentDidMount() {
    this.base.mpDisabled = Boolean(this.props.disabled);
  }

  componentDidUpdate() {
    this.base.mpDisabled = Boolean(this.props.disabled);
  }

  render(props) {
    const { disabled } = props;
    const more = {
      role: "button",
      tabIndex: disabled ? -1 : 0,
      "aria-disabled": disabled ? "true" : undefined,
      type: props.type || "default",
      size: props.size || "default",
      plain: props.plain ? "" : undefined,
      disabled: disabled ? "" : undefined,
      loading: props.loading ? "" : undefined,
      onKeyDown: this.onKeyDown,
    };
    const spin = props.loading ? h("span", { class: "mp--spin", "aria-hidden": "true" }) : null;
    const own = Object.assign({}, props, { "hover-class": disabled ? "none" : props["hover-class"] || "" });
    return h(Hover, { tag: "mp-button", props: own, more, start: 20, stay: 70, look: "mp--hover" }, spin, props.children);
  }
}

element("button", Button);
