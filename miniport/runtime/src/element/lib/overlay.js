/* Lines, shapes and circles of a map as SVG; `pixel(place)` gives a point of the picture. */

import { h } from "miniport:core";

const path = (points, pixel) =>
  (points || [])
    .map((at) => pixel(at))
    .map(({ x, y }, at) => (at ? "L" : "M") + x.toFixed(1) + " " + y.toFixed(1))
    .join("");

/* A line with a list of colours changes them from point to point; the last one goes on to the end. */
const parts = ({ points = [], colorList }) =>
  Array.isArray(colorList) && colorList.length
    ? points.slice(1).map((to, at) => [[points[at], to], colorList[Math.min(at, colorList.length - 1)]])
    : [[points, undefined]];

export const lines = (list, pixel) =>
  [].concat(
    ...list.map((line) =>
      parts(line).map(([points, colour]) =>
        h("path", {
          d: path(points, pixel),
          fill: "none",
          stroke: colour || line.color || "#000",
          "stroke-width": line.width || 1,
          "stroke-linecap": "round",
          "stroke-linejoin": "round",
          "stroke-dasharray": line.dottedLine ? (line.width || 1) * 2 + " " + (line.width || 1) * 2 : undefined,
        }),
      ),
    ),
  );

export const shapes = (list, pixel) =>
  list.map(({ points, color, fillColor, width, strokeColor, strokeWidth }) =>
    h("path", {
      d: path(points, pixel) + "Z",
      fill: fillColor || "none",
      stroke: color || strokeColor || "#000",
      "stroke-width": width || strokeWidth || 1,
    }),
  );

export const circles = (list, pixel, metres) =>
  list.map(({ latitude, longitude, radius, color, fillColor, strokeWidth }) => {
    const { x, y } = pixel({ latitude, longitude });
    const r = (+radius || 0) / metres(+latitude);
    return h("circle", { cx: x, cy: y, r, fill: fillColor || "none", stroke: color || "#000", "stroke-width": strokeWidth || 1 });
  });
