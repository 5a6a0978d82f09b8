/* A switch. With `controlled` it shows what the data say and nothing else. */

import { element, h, root } from "miniport:core";
import { Toggle } from "./lib/control.js";

class Switch extends Toggle {
  given(props) {
    return Boolean(props.checked === undefined ? props["default-checked"] : props.checked);
  }

  press() {
    if (this.props.disabled) {
      return;
    }
    const value = !this.isOn;
    if (!this.props.controlled) {
      this.turn(value);
    }
    this.tell("change", { value });
  }

  read() {
    return this.isOn;
  }

  render(props) {
    const style = this.isOn && props.color ? "background-color:" + props.color : "";
    return h("mp-switch", root(props, this.marks("switch")), h("span", { class: "mp--rail", style }));
  }
}

element("switch", Switch);
