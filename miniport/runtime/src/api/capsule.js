/* my.getMenuButtonBoundingClientRect of a made-up device: its menu button lies at the end of the title bar. */

import { api } from "miniport:part/call";

const [WIDTH, HEIGHT, GAP] = [88, 32, 12];
const BAR = 44;

function box() {
  const bar = document.querySelector(".mp--bar");
  const { top, height } = bar && !bar.hidden ? bar.getBoundingClientRect() : { top: 0, height: BAR };
  const at = { left: window.innerWidth - GAP - WIDTH, top: top + (height - HEIGHT) / 2 };
  return Object.assign(at, { right: at.left + WIDTH, bottom: at.top + HEIGHT, width: WIDTH, height: HEIGHT });
}

api({ getMenuButtonBoundingClientRect: () => Object.assign({ success: true }, box()) });
