/* Making elements. */

/* An element: `props` are properties, or attributes where there is a dash; `on` + Name listens; children are nodes or texts. */
export function el(tag, props, ...children) {
  const node = document.createElement(tag);
  Object.entries(props || {}).forEach(([name, value]) => {
    if (value === undefined || value === null || value === false) return;
    if (name.startsWith("on")) node.addEventListener(name.slice(2).toLowerCase(), value);
    else if (name === "class") node.className = value;
    else if (name.includes("-") || name === "role" || name === "for") node.setAttribute(name, value === true ? "" : value);
    else node[name] = value;
  });
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/* Put new children into a node. Its scroll position stays. */
export function refill(node, ...children) {
  const { scrollTop } = node;
  node.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  node.scrollTop = scrollTop;
}

/* Run once after the present work, however often it is asked for. */
export function gathered(run, ms = 0) {
  let timer = 0;
  return () => {
    timer = timer || setTimeout(() => {
      timer = 0;
      run();
    }, ms);
  };
}

/* A drop-down of [value, text] pairs. */
export function select(props, pairs, value) {
  const options = pairs.map(([each, text]) => el("option", { value: each, selected: String(each) === String(value) }, text));
  return el("select", props, options);
}
