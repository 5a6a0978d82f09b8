/* What an app shows at the edges of its screen, for what a phone has around it. */

const isClear = (colour) => colour === "transparent" || /[, ]0\)$/.test(colour);
const isThin = (colour) => /[,/] ?0?\.\d+\)$/.test(colour);

/* The colours that lie over each other at a point, the uppermost first. The app may lie in frames of its container. */
function colours(view, x, y) {
  return view.document.elementsFromPoint(x, y).flatMap((node) => {
    const { left, top } = node.getBoundingClientRect();
    const inner = node.tagName === "IFRAME" && node.contentDocument ? colours(node.contentWindow, x - left, y - top) : [];
    return inner.concat(getComputedStyle(node).backgroundColor);
  });
}

/* A background that looks as the point does: a mask goes on over what it covers. */
function shade(view, x, y) {
  const seen = colours(view, x, y).filter((colour) => !isClear(colour));
  const base = seen.findIndex((colour) => !isThin(colour));
  const above = seen.slice(0, base < 0 ? seen.length : base).map((colour) => `linear-gradient(${colour}, ${colour})`);
  return above.concat(base < 0 ? [] : seen[base]).join(", ");
}

function outermost() {
  let view = window;
  while (view.parent !== window.top && view.parent !== view) {
    view = view.parent;
  }
  return view;
}

export function edges() {
  const view = outermost();
  return { top: shade(view, view.innerWidth / 2, 1), bottom: shade(view, view.innerWidth / 2, view.innerHeight - 2) };
}
