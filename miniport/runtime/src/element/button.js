/* A button with the platform's look: type, size, plain, disabled, loading, hover. In a form it submits or resets. */

import { clone, element, emit, h, openTypes } from "miniport:core";
import { Control, pressed, usable } from "./lib/control.js";
import { Hover } from "./lib/hover.js";

/* What an event says of the button. */
const targetOf = (dom) => ({ id: dom.id, tagName: "button", dataset: (dom.mp && clone(dom.mp.d)) || {} });

function act(dom, form, { "form-type": work, "open-type": door, scope }) {
  const target = targetOf(dom);
  if (form && (work === "submit" || work === "reset")) {
    form[work](target);
  }
  if (openTypes[door]) {
    // What is only done, as sharing, answers nothing.
    const work = openTypes[door](Object.assign({ scope }, target));
    if (work) {
      work.then(
        (result) => emit(dom, door, result || {}),
        (problem) => emit(dom, "error", Object.assign({ type: door }, problem)),
      );
    }
  } else if (door) {
    emit(dom, "error", { type: door, errorMessage: 'open-type "' + door + '" is not supported' });
  }
}

class Button extends Control {
  constructor(props) {
    super(props);
    this.onClick = () => {
      const { base, props } = this;
      if (!props.disabled && (props["form-type"] || props["open-type"])) {
        const form = base.closest("mp-form");
        // Listeners of the tap come first, further out; they may take the button away.
        setTimeout(() => act(base, form && form.mpForm, props));
      }
    };
  }

  componentDidMount() {
    super.componentDidMount();
    this.base.mpDisabled = Boolean(this.props.disabled);
  }

  componentDidUpdate() {
    this.base.mpDisabled = Boolean(this.props.disabled);
  }

  press() {
    this.base.click();
  }

  // A button is named by what it holds.
  named() {}

  render(props) {
    const { disabled } = props;
    const more = usable(props, "button", {
      type: props.type || "default",
      size: props.size || "default",
      plain: props.plain ? "" : undefined,
      loading: props.loading ? "" : undefined,
      "aria-busy": props.loading ? "true" : undefined,
      onClick: this.onClick,
      onKeyDown: pressed,
    });
    const spin = props.loading ? h("span", { class: "mp--spin", "aria-hidden": "true" }) : null;
    const own = Object.assign({}, props, { "hover-class": disabled ? "none" : props["hover-class"] || "" });
    return h(Hover, { tag: "mp-button", props: own, more, start: 20, stay: 70, look: "mp--hover" }, spin, props.children);
  }
}

element("button", Button);
