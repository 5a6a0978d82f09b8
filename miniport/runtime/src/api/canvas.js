/* my.createCanvasContext: the older way to draw on a canvas. */

import { api } from "miniport:part/call";
import { createContext } from "../element/lib/context2d.js";
import { elementOf } from "./lib/element.js";

function createCanvasContext(id) {
  const find = elementOf(id);
  return createContext(() => {
    const node = find();
    return (node && node.mpCanvas) || null;
  });
}

api({ createCanvasContext });
