/* Named templates, and script modules. */

import { template } from "../core/template.js";

/* Draw a template by name; an unknown one draws nothing. */
export function use(templates, name, data, owner, site) {
  const draw = templates[name];
  return draw ? draw(Object.assign(Object.create(null), data), owner, site) : null;
}

/* The templates a file sees: its own, then those of the files it imports. */
export const visible = (own, imported) => Object.assign(Object.create(null), ...imported.reverse(), own);

/* The default binding of a script module: its default export, else the whole of it. */
export const main = (module) => (module && "default" in module ? module.default : module);

Object.assign(template, { main, use, visible });
