/* Text with mark-up: a list of nodes, or HTML. Only known tags and attributes get through; nothing in it runs or leads away. */

import { Component, element, h, media, root } from "miniport:core";
import { style } from "miniport:part/style";
import { SPACES } from "./lib/space.js";

const words = (text) => text.split(" ");

/* Every tag takes class and style; these take more. */
const MORE = {
  bdo: ["dir"],
  col: ["span", "width"],
  colgroup: ["span", "width"],
  img: ["alt", "src", "height", "width"],
  ol: ["start", "type"],
  table: ["width"],
  td: ["colspan", "height", "rowspan", "width"],
  th: ["colspan", "height", "rowspan", "width"],
};
const TAGS = new Set(
  words(
    "a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em " +
      "fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section small " +
      "span strong sub sup table tbody td tfoot th thead tr tt u ul",
  ),
);
// What is within these is no text to be read.
const SILENT = new Set(words("script style template iframe object embed noscript title textarea select svg math"));
const SAFE = /^(?:https?:|blob:|data:image\/|[^:]*(?:[/?#]|$))/i;

// A strict policy complains of style attributes even in a document that is never shown.
const STYLE = "data-mp-style";
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const IN_TAG = /"[^"]*"|'[^']*'|(\s)style(?=\s*=)/gi;
const set = (html) => html.replace(TAG, (tag) => tag.replace(IN_TAG, (all, space) => (space ? space + STYLE : all)));

const parsed = (html) => new DOMParser().parseFromString(set(html), "text/html").body;
const decoded = (text) => (text.indexOf("&") < 0 ? text : parsed(text.replace(/</g, "&lt;")).textContent);

/* A node of the document that the parser made, in the form of `nodes`. */
function nodeOf(dom) {
  if (dom.nodeType === 3) {
    return { type: "text", text: dom.data, isPlain: true };
  }
  if (dom.nodeType !== 1) {
    return null;
  }
  const attrs = {};
  Array.from(dom.attributes).forEach(({ name, value }) => (attrs[name === STYLE ? "style" : name] = value));
  return { name: dom.tagName.toLowerCase(), attrs, children: Array.from(dom.childNodes).map(nodeOf) };
}

class RichText extends Component {
  componentDidMount() {
    this.base.mpEvent = (type, told, inner) => {
      if (type === "tap" || type === "longTap") {
        told.detail = Object.assign({}, told.detail, { marks: this.marksAt(inner) });
      }
    };
  }

  /* The marks of a node and those around it; the inner ones win. */
  marksAt(inner) {
    const path = [];
    for (let dom = inner; dom && dom !== this.base; dom = dom.parentNode) {
      path.unshift(dom.mpMarks);
    }
    return Object.assign({}, ...path);
  }

  text(text) {
    const space = SPACES[this.props.space];
    return space ? text.replace(/ /g, space) : text;
  }

  attributes(name, attrs) {
    const { scope } = this.props;
    const given = {};
    Object.keys(attrs || {}).forEach((key) => {
      const lower = key.toLowerCase();
      const value = attrs[key];
      if (lower === "class") {
        given.class = scope ? scope.classes(value) : undefined;
      } else if (lower === "style") {
        given.style = style(value);
      } else if (MORE[name] && MORE[name].indexOf(lower) >= 0) {
        given[lower] = lower === "src" ? this.source(String(value)) : value;
      }
    });
    return given;
  }

  source(path) {
    const text = path.trim();
    return SAFE.test(text) ? media(text) : undefined;
  }

  node(node) {
    if (typeof node === "string") {
      return this.text(decoded(node));
    }
    if (!node || typeof node !== "object") {
      return null;
    }
    if (node.type === "text") {
      const text = node.text === undefined || node.text === null ? "" : String(node.text);
      return this.text(node.isPlain ? text : decoded(text));
    }
    const name = String(node.name || "").toLowerCase();
    const inside = Array.isArray(node.children) ? node.children.map((child) => this.node(child)) : null;
    if (!TAGS.has(name)) {
      return SILENT.has(name) ? null : inside;
    }
    const given = this.attributes(name, node.attrs);
    if (node.marks) {
      given.ref = (dom) => dom && (dom.mpMarks = node.marks);
    }
    return h(name, given, name === "img" || name === "br" || name === "hr" ? null : inside);
  }

  /* HTML is parsed once for as long as it stays the same. */
  nodes() {
    const { nodes } = this.props;
    if (typeof nodes === "string" && this.html !== nodes) {
      this.html = nodes;
      this.list = Array.from(parsed(nodes).childNodes).map(nodeOf);
    }
    return typeof nodes === "string" ? this.list : Array.isArray(nodes) ? nodes : [];
  }

  render(props) {
    const more = { "aria-label": props["aria-label"], role: props.role };
    return h("mp-rich-text", root(props, more), this.nodes().map((node) => this.node(node)));
  }
}

element("rich-text", RichText);
