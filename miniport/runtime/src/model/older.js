/* The older form of components: props are the owner's own objects, and three hooks are not there yet. */

import { clone, manner } from "miniport:core";

const origins = new WeakMap();

const isObject = (value) => value !== null && typeof value === "object";

/* The view keeps its copies apart from the data all the same: only code sees what its owner holds. */
manner.keep = (copy, value) => origins.set(copy, origins.get(value) || value);
manner.pass = (value) => (isObject(value) && origins.get(value)) || clone(value);
manner.skipped = ["onInit", "deriveDataFromProps", "ref"];
