/* A text with entities to decode, kept spaces, a limit of lines, or text that can be selected. */

import { Component, element, h, root } from "miniport:core";
import { SPACES } from "./lib/space.js";

const ENTITIES = Object.assign({ lt: "<", gt: ">", amp: "&", apos: "'", quot: '"' }, SPACES);

const decode = (text) => text.replace(/&(\w+);/g, (all, name) => ENTITIES[name] || all);

function change(node, run) {
  return Array.isArray(node) ? node.map((child) => change(child, run)) : typeof node === "string" ? run(node) : node;
}

class Text extends Component {
  render(props) {
    const space = SPACES[props.space];
    const lines = +props["number-of-lines"];
    const run = (text) => {
      const decoded = props.decode ? decode(text) : text;
      return space ? decoded.replace(/ /g, space) : decoded;
    };
    const more = { selectable: props.selectable ? "" : undefined };
    if (lines > 0) {
      more.style = (props.style || "") + ";display:-webkit-box;-webkit-box-orient:vertical;overflow:hidden;-webkit-line-clamp:" + lines;
    }
    return h("mp-text", root(props, more), change(props.children, run));
  }
}

element("text", Text);
