/* The texts of the page whose contrast is below 4.5 (WCAG 2.2, 1.4.3): [[element, contrast, text]]. What is disabled is exempt. */
() => {
  const numbers = (text) => text.match(/[\d.]+/g).map(Number);
  const colour = (text) => {
    const [red, green, blue, alpha = 1] = numbers(text.replace(/^color\(srgb/, ""));
    const scale = text.startsWith("color(") ? 255 : 1;
    return [red * scale, green * scale, blue * scale, alpha];
  };
  const over = (top, below) => [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3]));
  const light = (parts) => {
    const [red, green, blue] = parts.map((part) => part / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (node) => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) {
      const layer = colour(getComputedStyle(at).backgroundColor);
      layers.unshift(layer);
      if (layer[3] === 1) break;
    }
    return layers.reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const holdsText = (node) => node.matches("input, textarea, select") || [...node.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim());
  const isSeen = (node) => node.getClientRects().length && getComputedStyle(node).visibility === "visible" && !node.closest(":disabled");
  return [...document.querySelectorAll("body *")]
    .filter((node) => holdsText(node) && isSeen(node))
    .map((node) => {
      const below = ground(node);
      const [darker, lighter] = [light(over(colour(getComputedStyle(node).color), below)), light(below)].sort((a, b) => a - b);
      return [`${node.localName}.${node.className}`, (lighter + 0.05) / (darker + 0.05), node.textContent.trim().slice(0, 40)];
    })
    .filter(([, contrast]) => contrast < 4.5);
}
