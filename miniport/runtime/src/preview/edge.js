/* What an app shows at the edges of its screen, for what a phone has around it. */

const isClear = (colour) => colour === "transparent" || /[, ]0\)$/.test(colour);

function below(node) {
  for (let at = node; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (!isClear(backgroundColor)) {
      return backgroundColor;
    }
  }
  return "";
}

/* The app may lie in frames of its container; those are looked into. */
function shade(view, x, y) {
  const node = view.document.elementFromPoint(x, y);
  if (node && node.tagName === "IFRAME" && node.contentDocument) {
    const { left, top } = node.getBoundingClientRect();
    return shade(node.contentWindow, x - left, y - top) || below(node);
  }
  return below(node);
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
