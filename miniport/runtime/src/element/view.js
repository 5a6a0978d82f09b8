/* A view that does more than hold children: hover class, scroll lock, role. */

import { Component, element, h } from "miniport:core";
import { Hover } from "./lib/hover.js";

class View extends Component {
  render(props) {
    const more = { role: props.role, "aria-label": props["aria-label"] };
    if (props["disable-scroll"]) {
      more.style = (props.style || "") + ";touch-action:none";
    }
    return h(Hover, { tag: "mp-view", props, more }, props.children);
  }
}

element("view", View);
