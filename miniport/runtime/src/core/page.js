/* One page: its instance, its place in the document, its life. */

import { render } from "preact";
import { READY, invalidate, later } from "./batch.js";
import { tellListeners } from "./hooks.js";
import { compose, declared, join } from "./compose.js";
import { Record, shared } from "./record.js";
import { scopeOf } from "./scope.js";
import { attempt, report } from "./report.js";
import { clone } from "./value.js";
import { optionsOf } from "./units.js";

export class PageRecord extends Record {
  /* `runtime` has: createRequire(), frame(page), app(). */
  constructor(unit, query, url, runtime) {
    const { one: options, data, watches } = compose(optionsOf(unit));
    super(unit, Object.create(shared));
    this.options = options;
    this.watches = watches;
    this.app = runtime.app;
    this.query = query;
    this.url = url;
    this.route = unit.path.slice(1);
    this.read = runtime.createRequire();
    this.scope = scopeOf(unit.path, unit.path);
    this.render = this.template(unit).render;
    this.frame = runtime.frame(this);
    const { self } = this;
    join(self, options);
    self.route = this.route;
    // Nested values are shared with the next visit, as on the platform.
    this.begin(declared(data, this.place("data")));
    tellListeners("page", this);
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
    later(READY, () => {
      if (!this.isGone) {
        // The components were not there yet when the page was shown.
        this.echo("onShow", []);
        this.tell("onReady");
      }
    });
  }

  evaluate() {
    this.observe();
    this.draw();
  }

  /* An event of the page: its method of that name, then what listens. */
  tell(name, ...values) {
    this.call(name, ...values);
    this.sound(name, ...values);
  }

  /* An event that no method of the page hears: `events`, then the components. */
  sound(name, ...values) {
    attempt(this.place("events " + name), (this.options.events || {})[name], this.self, ...values);
    this.echo(name, values);
  }

  show() {
    this.isVisible = true;
    this.frame.show();
    this.tell("onShow");
    tellListeners("pageShow", this);
  }

  /* To the background, where it stays drawn. */
  leave() {
    if (this.isVisible) {
      this.isVisible = false;
      this.tell("onHide");
    }
  }

  hide() {
    this.leave();
    this.frame.hide();
  }

  unload() {
    this.tell("onUnload");
    this.remove();
    render(null, this.frame.content);
    this.frame.remove();
  }
}
