/* A box over the pages that keeps the focus until it is answered. */

import { Component, frame, h } from "miniport:core";

const STOPS = "button:not([disabled]),input,[tabindex='0']";
let count = 0;

/* An id that nothing else in the document has. */
export const freshId = () => "mp--" + ++count;

class Modal extends Component {
  constructor(props) {
    super(props);
    this.before = document.activeElement;
    this.leave = () => "cancel" in this.props && this.props.answer(this.props.cancel);
    this.onClick = (event) => event.target === event.currentTarget && this.props.isLight && this.leave();
    this.onKeyDown = (event) => {
      event.stopPropagation();
      event.currentTarget.setAttribute("data-keys", "");
      if (event.key === "Escape") {
        this.leave();
      } else if (event.key === "Tab") {
        this.turn(event);
      }
    };
  }

  stops() {
    return Array.from(this.box.querySelectorAll(STOPS));
  }

  /* Tab goes round within the box. */
  turn(event) {
    const stops = this.stops();
    const at = stops.indexOf(document.activeElement);
    const next = at + (event.shiftKey ? -1 : 1);
    if (next < 0 || next >= stops.length) {
      event.preventDefault();
      (stops[next < 0 ? stops.length - 1 : 0] || this.box).focus();
    }
  }

  componentDidMount() {
    (this.box.querySelector("[data-first],[role=spinbutton]") || this.stops()[0] || this.box).focus();
  }

  componentWillUnmount() {
    if (this.before && this.before.focus) {
      this.before.focus({ preventScroll: true });
    }
  }

  render({ role, label, about, kind, place, children }) {
    const keep = (node) => {
      this.box = node || this.box;
    };
    const box = {
      class: kind,
      role,
      "aria-modal": "true",
      "aria-label": label,
      "aria-describedby": about,
      tabIndex: -1,
      ref: keep,
    };
    const { onClick, onKeyDown } = this;
    return h("div", { class: "mp--mask " + (place || ""), onClick, onKeyDown }, h("div", box, children));
  }
}

/* Show a box and resolve with the answer. `content(answer)` draws what is in it.
 *
 * `look`: role, label, about (id of the describing node), kind (class of the box), place (class of the mask),
 * cancel (the answer of Escape; without it the box cannot be left), isLight (a tap beside the box cancels, too).
 */
export function ask(look, content) {
  return new Promise((resolve) => {
    const draw = frame().layer();
    const answer = (value) => {
      draw(null);
      resolve(value);
    };
    draw(h(Modal, Object.assign({ role: "dialog", answer }, look), content(answer)));
  });
}
