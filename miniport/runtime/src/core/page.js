/* One page: its instance, its place in the document, its life. */

import { render } from "preact";
import { READY, invalidate, later } from "./batch.js";
import { Record, shared } from "./record.js";
import { scopeOf } from "./scope.js";
import { attempt, report } from "./report.js";
import { clone } from "./value.js";
import { optionsOf } from "./units.js";

export class PageRecord extends Record {
  /* `runtime` has: createRequire(), frame(page), tables of the start configuration. */
  constructor(unit, query, url, runtime) {
    const options = optionsOf(unit);
    super(unit, Object.create(shared));
    this.options = options;
    this.query = query;
    this.url = url;
    this.route = unit.path.slice(1);
    this.read = runtime.createRequire();
    this.scope = scopeOf(unit.path, unit.path);
    this.render = this.template(unit).render;
    this.frame = runtime.frame(this);
    const { self } = this;
    Object.keys(options).forEach((name) => {
      if (name !== "data") {
        self[name] = options[name];
      }
    });
    self.route = this.route;
    // Nested values are shared with the next visit, as on the platform.
    const { data } = options;
    this.begin(Object.assign({}, typeof data === "function" ? attempt(this.place("data"), data) : data));
  }

  template(unit) {
    try {
      if (unit.template) {
        return this.read(unit.template);
      }
    } catch (error) {
      report(error, unit.template);
    }
    return { render: () => null };
  }

  /* onLoad and onShow, then the first frame with what they set, then onReady. */
  open() {
    this.call("onLoad", clone(this.query));
    this.show();
    this.isShown = true;
    render(this.vnode(), this.frame.content);
    invalidate(this);
    later(READY, () => this.isGone || this.call("onReady"));
  }

  show() {
    this.isVisible = true;
    this.frame.show();
    this.call("onShow");
  }

  hide() {
    if (this.isVisible) {
      this.isVisible = false;
      this.call("onHide");
    }
    this.frame.hide();
  }

  unload() {
    this.call("onUnload");
    this.remove();
    render(null, this.frame.content);
    this.frame.remove();
  }
}
