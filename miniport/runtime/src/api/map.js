/* my.createMapContext: what a map element does and tells when app code asks. */

import { fail } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import { contextOf } from "./lib/element.js";

const NAMES = [
  "getCenterLocation",
  "getScale",
  "getRotate",
  "getSkew",
  "getRegion",
  "moveToLocation",
  "includePoints",
  "gestureEnable",
  "mapToScreen",
  "screenToMap",
  "clearRoute",
  "showsScale",
  "updateComponents",
];
/* What a map of tiles does not do: a call fails and does not throw. */
const LACKING = [
  "addGroundOverlay",
  "addMarkers",
  "calculateDistance",
  "changeMarkers",
  "getMapProperties",
  "initMarkerCluster",
  "polygonContainsPoint",
  "removeGroundOverlay",
  "removeMarkers",
  "setCenterOffset",
  "setMapType",
  "setProps",
  "showRoute",
  "showsCompass",
  "smoothDrawPolyline",
  "smoothMoveMarker",
  "smoothMovePolyline",
  "stopSmoothDrawPolyline",
  "translateMarker",
  "updateGroundOverlay",
];

/* Each is an API of its own: with callbacks, a function alone being that of success, and with a promise. */
function createMapContext(id) {
  const context = contextOf(id, NAMES);
  LACKING.forEach((name) => {
    context[name] = () => {
      throw fail(1, "MapContext." + name + " is not supported");
    };
  });
  NAMES.concat(LACKING).forEach((name) => {
    const run = asynchronous(context[name], name);
    context[name] = (options) => run(typeof options === "function" ? { success: options } : options);
  });
  return context;
}

api({ createMapContext });
