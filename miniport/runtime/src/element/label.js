/* A label: a tap on it is a tap on its control, the one that `for` names or the first inside. */

import { Component, element, h, root } from "miniport:core";

/* What is written in a node, the controls in it aside. */
const words = (dom) =>
  dom.mpControl ? "" : dom.nodeType === Node.TEXT_NODE ? dom.data : Array.from(dom.childNodes, words).join("");

class Label extends Component {
  constructor(props) {
    super(props);
    this.onClick = (event) => {
      const control = this.control();
      // A label within a label has done it; a tap on a control is that control's own.
      if (control && !event.mpLabelled && !this.isOfControl(event.target)) {
        event.mpLabelled = true;
        control.press();
      }
    };
  }

  control() {
    const { base, props } = this;
    const around = props.for ? base.closest("mp-page") || document : base;
    const found = Array.from(around.querySelectorAll("*")).find(
      (dom) => dom.mpControl && dom.mpControl.press && (!props.for || dom.id === String(props.for)),
    );
    return found && found.mpControl;
  }

  isOfControl(target) {
    for (let dom = target; dom && dom !== this.base; dom = dom.parentNode) {
      if (dom.mpControl && dom.mpControl.press) {
        return true;
      }
    }
    return false;
  }

  name() {
    if (!this.base) {
      return;
    }
    const control = this.control();
    const text = words(this.base).trim();
    if (control && text) {
      control.named(text);
    }
  }

  componentDidMount() {
    // The control may stand further down the page.
    Promise.resolve().then(() => this.name());
  }

  componentDidUpdate() {
    this.name();
  }

  render(props) {
    return h("mp-label", root(props, { onClick: this.onClick }), props.children);
  }
}

element("label", Label);
