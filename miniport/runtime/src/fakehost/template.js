// The template of a shell page as a plain tree. Knows `:name`, `@name`, static attributes; values are names only.

const NAME = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/;

function checked(value, attribute) {
  if (!NAME.test(value)) throw new Error(`this host understands only names, not ${attribute.name}="${value}"`);
  return value.split(".");
}

function describe(element) {
  const node = { tag: element.localName, attributes: [], events: [], style: "", children: [] };
  [...element.attributes].forEach((attribute) => {
    const { name, value } = attribute;
    if (name === "style") node.style = value;
    else if (name.startsWith(":")) node.attributes.push({ name: name.slice(1), path: checked(value, attribute) });
    else if (name.startsWith("@")) node.events.push({ type: name.slice(1), path: checked(value, attribute) });
    else node.attributes.push({ name, text: value });
  });
  node.children = [...element.children].map(describe);
  return node;
}

/** Return the tree of a template's one root element. */
export function parseTemplate(document, text) {
  const holder = document.createElement("template");
  holder.innerHTML = text;
  const [root, second] = holder.content.children;
  if (!root || second) throw new Error("a page's template has exactly one root element");
  return describe(root);
}
