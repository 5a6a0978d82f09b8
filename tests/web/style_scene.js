/* Builds the DOM that the runtime would build from a scene, and measures it. */
import { scopeOf, useStyles } from "./core/scope.js";
import { hostNames } from "./part/lib/host.js";

const make = (tag, attributes, children) => {
  const element = document.createElement(tag);
  Object.keys(attributes).forEach((name) => {
    if (attributes[name] !== undefined) {
      element.setAttribute(name, attributes[name]);
    }
  });
  children.forEach((child) => element.append(child));
  return element;
};

/* A node of a template: {tag, class, id, name, children}, {inner: DOM tag}, or {use: unit, host, externals, nodes}. */
const build = (node, scope, page, externals) => {
  if (node.inner) {
    return [make(node.inner, { "data-name": node.name }, [])];
  }
  const own = { id: node.id, "data-name": node.name, "data-x": node.x };
  if (!node.use) {
    const children = (node.children || []).flatMap((child) => build(child, scope, page));
    return [make("mp-" + node.tag, Object.assign(own, { class: scope.names(node.class || "") }), children)];
  }
  const handed = {};
  Object.keys(node.externals || {}).forEach((name) => {
    handed[name] = scope.classes(node.externals[name]);
  });
  const inside = scopeOf(page, node.use, node.externals && handed);
  const nodes = node.nodes.flatMap((child) =>
    child.slot ? build(child.slot, scope, page) : build(child, inside, page),
  );
  if (!node.host) {
    return nodes;
  }
  return [make("mp-" + node.host, Object.assign(own, { class: hostNames(scope, inside, node.class || "") }), nodes)];
};

window.show = (text, table, pages) => {
  document.querySelector("style").textContent = text;
  document.body.textContent = "";
  useStyles(table);
  pages.forEach(({ path, nodes }) => {
    const scope = scopeOf(path, path);
    const children = nodes.flatMap((node) => build(node, scope, path));
    document.body.append(make("mp-page", { class: scope.root(), "data-name": path }, children));
  });
};

window.measure = (name, property, pseudo) => {
  const element = document.querySelector(`[data-name="${name}"]`);
  return getComputedStyle(element, pseudo || undefined).getPropertyValue(property);
};
