/* What form controls have in common. A control's root node has it as `mpControl`, so that labels, groups and forms find
 * it wherever it is drawn:
 *
 * read()   its value in a form (only what can have a name)
 * reset()  back to what it was at first
 * press()  what a tap on its label does
 */

import { Component, emit } from "miniport:core";

/* The controls below a node that are drawn by one of `tags`, in document order. */
export const controlsIn = (node, tags) => Array.from(node.querySelectorAll(tags), (dom) => dom.mpControl).filter(Boolean);

/* Enter and the space bar do what a tap does. */
export function pressed(event) {
  if (event.target === event.currentTarget && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    event.currentTarget.click();
  }
}

/* Attributes of a node that can be pressed, or turned. */
export const usable = (props, role, more) =>
  Object.assign(
    {
      role,
      tabIndex: props.disabled ? -1 : 0,
      disabled: props.disabled ? "" : undefined,
      "aria-disabled": props.disabled ? "true" : undefined,
      "aria-label": props["aria-label"],
    },
    more,
  );

export class Control extends Component {
  componentDidMount() {
    this.base.mpControl = this;
  }

  tell(type, detail) {
    emit(this.base, type, detail);
  }

  /* What a label says is the name of its control. */
  named(text) {
    if (!this.props["aria-label"]) {
      (this.field || this.base).setAttribute("aria-label", text);
    }
  }
}

/* A control that is on or off. It follows `checked` when that changes; in between, it does what it is told by taps. */
export class Toggle extends Control {
  constructor(props) {
    super(props);
    this.first = this.isOn = this.given(props);
    this.onClick = () => this.press();
  }

  given(props) {
    return Boolean(props.checked);
  }

  componentWillReceiveProps(next) {
    if (this.given(next) !== this.given(this.props) || next.controlled) {
      this.isOn = this.given(next);
    }
  }

  turn(isOn) {
    this.isOn = isOn;
    this.setState({});
  }

  reset() {
    this.turn(this.first);
  }

  marks(role) {
    const { onClick, props } = this;
    const wide = props.children && props.children.length !== 0 ? "" : undefined;
    return usable(props, role, { "aria-checked": String(this.isOn), wide, onClick, onKeyDown: pressed });
  }
}
