/* The pages and components that live, their data, and changing them by hand. */

import { plain } from "./plain.js";

const pages = (core) => {
  const { stack, tabs } = core.router();
  return [...new Set(stack.concat([...tabs.values()]))];
};

/* Every record of a page, owners first. */
export function recordsOf(page) {
  const found = [page];
  page.children.forEach((child) => found.push(...recordsOf(child)));
  return found;
}

export const records = (core) => [].concat(...pages(core).map(recordsOf));

const described = (record) => ({
  id: record.id,
  path: record.unit.path,
  data: plain(record.self.data),
  props: record.self.props === undefined ? null : plain(record.self.props),
  children: [...record.children.values()].map(described),
});

/* The tree of the page that is shown, null before the first one. */
export function tree(core) {
  const page = core.router() && core.router().top();
  return page ? described(page) : null;
}

export function setData(core, { id, patch }) {
  const record = records(core).find((each) => each.id === id);
  if (!record) {
    throw new Error("it is not there any more");
  }
  record.self.setData(patch);
  return true;
}

/* Where a record is drawn, as a node of the document. */
export function nodeOf(core, id) {
  const record = records(core).find((each) => each.id === id);
  const base = record && record.painter && record.painter.base;
  return base && base.nodeType === 1 ? base : base && base.parentNode;
}

export function stackOf(core) {
  const router = core.router();
  return router ? router.stack.map((page) => ({ path: page.route, query: plain(page.query), url: page.url })) : [];
}

export { pages };
