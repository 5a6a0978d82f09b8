/* A form: its buttons collect the values of every named control inside it, or put them back. */

import { Component, element, emit, h, root } from "miniport:core";

class Form extends Component {
  componentDidMount() {
    this.base.mpForm = this;
  }

  /* Controls are found in the document, so those of components count too. */
  controls() {
    return Array.from(this.base.querySelectorAll("*"), (dom) => dom.mpControl).filter(Boolean);
  }

  submit(buttonTarget) {
    if (!this.base) {
      return;
    }
    const value = {};
    this.controls().forEach((control) => {
      const { name } = control.props;
      if (control.read && name !== undefined && name !== "") {
        value[name] = control.read();
      }
    });
    emit(this.base, "submit", { value, buttonTarget });
  }

  reset(buttonTarget) {
    if (!this.base) {
      return;
    }
    this.controls().forEach((control) => control.reset && control.reset());
    emit(this.base, "reset", { buttonTarget });
  }

  render(props) {
    return h("mp-form", root(props, { role: "form", "aria-label": props["aria-label"] }), props.children);
  }
}

element("form", Form);
