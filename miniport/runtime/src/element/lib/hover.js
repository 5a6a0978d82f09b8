/* The hover class of elements that can be pressed. */

import { Component, h, root } from "miniport:core";
import { numberOf } from "../../lib/given.js";

/* A node that has a class while it is pressed. `look` is the class without a hover-class, "none" switches it off. */
export class Hover extends Component {
  constructor(props) {
    super(props);
    this.state = { isPressed: false };
    this.onPress = (event) => {
      const { props: user, start } = this.props;
      if (user["hover-class"] === "none" || event.mpHovered) {
        return;
      }
      event.mpHovered = Boolean(user["hover-stop-propagation"]);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.setState({ isPressed: true }), numberOf(user["hover-start-time"], start || 50));
    };
    this.onRelease = () => {
      clearTimeout(this.timer);
      const { props: user, stay } = this.props;
      this.timer = setTimeout(() => this.setState({ isPressed: false }), numberOf(user["hover-stay-time"], stay || 400));
    };
  }

  componentWillUnmount() {
    clearTimeout(this.timer);
  }

  render({ tag, props, more, look, children }, { isPressed }) {
    const node = root(props, more);
    const given = props["hover-class"];
    if (isPressed && given !== "none") {
      node.class = [node.class, given || look].filter(Boolean).join(" ");
    }
    if (given !== "none" && (given || look)) {
      const { onPress, onRelease } = this;
      const listeners = { onTouchStart: onPress, onMouseDown: onPress, onTouchEnd: onRelease, onMouseUp: onRelease };
      Object.assign(node, listeners, { onTouchCancel: onRelease, onMouseLeave: onRelease });
    }
    return h(tag, node, children);
  }
}
