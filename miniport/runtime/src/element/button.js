/* A button with the platform's look: type, size, plain, disabled, loading, hover. In a form it submits or resets. */

import { clone, element, h, host, openTypes, router, warn } from "miniport:core";
import { Control, pressed, usable } from "./lib/control.js";
import { Hover } from "./lib/hover.js";

/* What an event says of the button. */
const targetOf = (dom) => ({ id: dom.id, tagName: "button", dataset: (dom.mp && clone(dom.mp.d)) || {} });

/* Ask the page what it shares, and give that to whoever can show it. */
function share(dom) {
  const page = router().top();
  const content = clone(page.call("onShareAppMessage", { from: "button", target: targetOf(dom) })) || null;
  if (host().share) {
    host().share(content);
  } else if (content && navigator.share) {
    const { title, desc, path } = content;
    const url = location.href.split("#")[0] + (path ? "#/" + path.replace(/^\//, "") : location.hash);
    navigator.share({ title, text: desc, url }).catch(() => {});
  } else {
    warn("nothing can be shared: " + (content ? "this browser has no way to share" : page.route + " has no onShareAppMessage"));
  }
}

class Button extends Control {
  constructor(props) {
    super(props);
    this.onClick = () => {
      const { disabled, "form-type": work, "open-type": door } = this.props;
      if (!disabled && (work || door)) {
        // Listeners of the tap come first; they hear of it further out.
        setTimeout(() => this.act(work, door));
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

  act(work, door) {
    const { base } = this;
    const form = base.closest("mp-form");
    if ((work === "submit" || work === "reset") && form && form.mpForm) {
      form.mpForm[work](targetOf(base));
    }
    if (door === "share") {
      share(base);
    } else if (openTypes[door]) {
      const { id, tagName, dataset } = targetOf(base);
      openTypes[door]({ scope: this.props.scope, id, tagName, dataset }).then(
        (result) => this.tell(door, result || {}),
        (problem) => this.tell("error", Object.assign({ type: door }, problem)),
      );
    } else if (door) {
      this.tell("error", { type: door, errorMessage: 'open-type "' + door + '" is not supported' });
    }
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
