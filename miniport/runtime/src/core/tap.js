/* A click of the browser is a tap. */

import { dispatch } from "./events.js";
import { parts } from "./parts.js";

const isOff = (dom) => Boolean(dom) && (dom.mpDisabled || isOff(dom.parentNode));

export function listenTo(root) {
  const isTap = parts.touches ? parts.touches(root) : () => true;
  root.addEventListener("click", ({ target, clientX, clientY, pageX, pageY }) => {
    if (isTap() && !isOff(target)) {
      dispatch(target, "tap", { clientX, clientY, pageX, pageY });
    }
  });
}
