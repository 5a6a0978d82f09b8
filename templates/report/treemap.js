// The files of a package as a tree of folders, and as rectangles that are as square as can be.
const GROUPS = {
  script: ["js", "mjs", "cjs", "sjs", "ts", "map"],
  style: ["acss", "css", "wxss"],
  markup: ["axml", "html", "vue", "wxml"],
  image: ["png", "jpg", "jpeg", "gif", "svg", "webp", "ico"],
  data: ["json", "txt", "yaml"],
};

function groupOf(path) {
  const suffix = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return Object.keys(GROUPS).find((name) => GROUPS[name].includes(suffix)) || "other";
}

function tree(files) {
  const root = { name: "", size: 0, children: new Map() };
  for (const file of files) {
    let at = root;
    at.size += file.size;
    for (const part of file.path.split("/")) {
      if (!at.children) at.children = new Map();
      if (!at.children.has(part)) at.children.set(part, { name: part, size: 0, path: file.path });
      at = at.children.get(part);
      at.size += file.size;
    }
  }
  return root;
}

// The way down to where a package branches: a folder that is next to all of its parent is not worth a look.
function heart(root) {
  const path = [];
  let at = root;
  for (;;) {
    const most = [...at.children.values()].reduce((a, b) => (b.size > a.size ? b : a));
    if (!most.children || most.size < 0.95 * root.size) return path;
    path.push(most.name);
    at = most;
  }
}

// Squarified: a row is filled as long as that makes its worst rectangle squarer.
function squares(items, box) {
  const placed = [];
  const rest = items.filter((item) => item.size > 0).sort((a, b) => b.size - a.size);
  let { x, y, width, height } = box;
  let left = rest.reduce((sum, item) => sum + item.size, 0);
  while (rest.length && left > 0) {
    const scale = (width * height) / left;
    const side = Math.min(width, height);
    const row = [rest.shift()];
    while (rest.length && worst([...row, rest[0]], side, scale) <= worst(row, side, scale)) row.push(rest.shift());
    const total = row.reduce((sum, item) => sum + item.size, 0);
    const depth = (total * scale) / side;
    let along = 0;
    for (const item of row) {
      const length = (item.size * scale) / depth;
      placed.push(width >= height
        ? { item, x, y: y + along, width: depth, height: length }
        : { item, x: x + along, y, width: length, height: depth });
      along += length;
    }
    if (width >= height) { x += depth; width -= depth; } else { y += depth; height -= depth; }
    left -= total;
  }
  return placed;
}

function worst(row, side, scale) {
  const total = row.reduce((sum, item) => sum + item.size, 0) * scale;
  const sizes = row.map((item) => item.size * scale);
  const most = Math.max(...sizes), least = Math.min(...sizes);
  return Math.max((side * side * most) / (total * total), (total * total) / (side * side * least));
}

// What is inside of a folder shows faintly in its tile.
function tile(placed, open, share) {
  const { item, x, y, width, height } = placed;
  const isFolder = Boolean(item.children);
  const style = { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
  const label = `${item.name}${isFolder ? "/" : ""}, ${bytes(item.size)}, ${share}`;
  const texts = width > 54 && height > 34
    ? [el("span", { class: "tile-name" }, item.name + (isFolder ? "/" : "")), el("span", { class: "tile-size" }, bytes(item.size))]
    : [];
  const group = isFolder ? "folder" : groupOf(item.name);
  if (!isFolder) return el("div", { class: `tile ${group}`, role: "img", "aria-label": label, title: label, style }, texts);
  return el("button", { type: "button", class: `tile ${group}`, "aria-label": label, title: label, style, onclick: () => open(item) },
    inner(item, width, height), texts);
}

const LEAST = 14, DEEPEST = 4;

function inner(item, width, height, depth = 1) {
  if (width < 24 || height < 24) return [];
  const top = depth === 1 && height > 60 ? 42 : 2;
  const box = { x: 2, y: top, width: Math.max(1, width - 6), height: Math.max(1, height - top - 4) };
  return squares([...item.children.values()], box).filter((each) => each.width > 2 && each.height > 2).map((each) => {
    const style = { left: `${each.x}px`, top: `${each.y}px`, width: `${each.width}px`, height: `${each.height}px` };
    const isOpen = each.item.children && depth < DEEPEST && each.width > LEAST * 2 && each.height > LEAST * 2;
    return isOpen
      ? el("span", { class: "inner box", "aria-hidden": "true", style }, inner(each.item, each.width, each.height, depth + 1))
      : el("span", { class: `inner ${mostOf(each.item)}`, "aria-hidden": "true", style });
  });
}

// The kind of file that most of a folder is made of.
function mostOf(item) {
  const sizes = {};
  const pending = [item];
  while (pending.length) {
    const each = pending.pop();
    if (each.children) pending.push(...each.children.values());
    else sizes[groupOf(each.name)] = (sizes[groupOf(each.name)] || 0) + each.size;
  }
  return Object.keys(sizes).reduce((most, name) => (sizes[name] > (sizes[most] || 0) ? name : most), "other");
}
