/* The tree of living instances. A record is our side of a page or component; `self` is the `this` of its code.
 *
 * The view sees only `view` (a copy of what setData was given) and `shown` (what the owner passed); never `self.data`.
 * Components are found again by their site: the number of their tag in its template, with the keys of the loops around it.
 */

import { Component, h } from "preact";
import { CALLBACK, invalidate, later, validate } from "./batch.js";
import { parts } from "./parts.js";
import { attempt, report, warn } from "./report.js";
import { clone, keysOf, setAt } from "./value.js";

let count = 0;
let current = null;
const records = new WeakMap();

/* The record whose render function runs now. */
export const evaluating = () => current;

export const recordOf = (self) => records.get(self);

export class Painter extends Component {
  constructor(props) {
    super(props);
    props.record.painter = this;
  }

  shouldComponentUpdate() {
    return this.painted !== this.props.record.version;
  }

  render({ record }) {
    this.painted = record.version;
    record.painter = this;
    return record.output;
  }
}

export class Record {
  constructor(unit, self, parent, page) {
    this.id = ++count;
    this.unit = unit;
    this.self = self;
    this.page = page || this;
    this.depth = parent ? parent.depth + 1 : 0;
    this.children = new Map();
    this.slots = {};
    this.bound = {};
    this.view = {};
    this.shown = null;
    this.output = null;
    this.version = 0;
    this.turn = 0;
    this.seen = 0;
    this.isGone = false;
    this.isShown = false;
    this.watches = null;
    this.touched = [];
    this.fresh = new Set();
    records.set(self, this);
  }

  place(what) {
    return this.unit.path + (what ? " " + what : "");
  }

  /* Take declared data as one's own; the view gets a copy. */
  begin(data) {
    this.self.data = data;
    this.view = Object.assign(Object.create(null), clone(data));
  }

  call(method, ...values) {
    return attempt(this.place(method), this.self[method], this.self, ...values);
  }

  /* What a template of this record reads names from. */
  names() {
    return this.view;
  }

  draw() {
    validate(this);
    this.fresh.clear();
    const outer = current;
    current = this;
    this.turn++;
    try {
      this.output = this.render(this.names(), this, "");
      this.children.forEach((child, site) => {
        if (child.seen !== this.turn) {
          this.children.delete(site);
          child.remove();
        }
      });
    } catch (error) {
      report(error, this.place("template"));
    } finally {
      current = outer;
    }
    this.version++;
    if (this.painter) {
      this.painter.setState({});
    }
  }

  evaluate() {
    this.draw();
  }

  vnode() {
    return h(Painter, { record: this, key: this.id });
  }

  remove() {
    if (!this.isGone) {
      this.isGone = true;
      validate(this);
      this.ended();
      this.children.forEach((child) => child.remove());
    }
  }

  ended() {}

  /* Tell the components of an event of the page. */
  echo(name, values) {
    this.children.forEach((child) => {
      child.hear(name, values);
      child.echo(name, values);
    });
  }

  touch(paths) {
    if (this.watches) {
      this.touched.push(paths);
    }
  }

  /* Observers, whose setData join what runs now. */
  observe() {
    if (this.touched.length) {
      const { isShown } = this;
      this.isShown = false;
      parts.observe(this);
      this.isShown = isShown;
    }
  }

  remember() {}

  /* Put a value where the template sees it. */
  put(keys, value) {
    // What is copied while templates run may be drawn before the next change.
    if (current) {
      this.fresh.clear();
    }
    setAt(this.view, keys, value, this.fresh);
  }

  changed(callback, isIdle) {
    if (this.isShown && !isIdle) {
      invalidate(this);
    }
    if (typeof callback === "function") {
      later(CALLBACK, () => this.isGone || attempt(this.place("setData callback"), callback, this.self));
    }
  }

  setData(patch, callback) {
    if (this.isGone) {
      warn("setData(...) can only update a mounted component (" + this.place() + ")");
      return;
    }
    const paths = Object.keys(patch || {}).filter((path) => {
      const isSet = patch[path] !== undefined;
      if (!isSet) {
        warn('setData: "' + path + '" is undefined and was not set (' + this.place() + ")");
      }
      return isSet;
    });
    const isIdle = parts.isIdle && parts.isIdle(this, patch, paths);
    const touched = paths.map((path) => {
      const keys = keysOf(path);
      this.remember(keys);
      setAt(this.self.data, keys, patch[path]);
      this.put(keys, clone(patch[path]));
      return keys;
    });
    this.touch(touched);
    this.changed(callback, isIdle);
  }
}

/* Members of every `this` of app code that has data. */
export const shared = {
  setData(patch, callback) {
    recordOf(this).setData(patch, callback);
  },
  $batchedUpdates(run) {
    run.call(this);
  },
};

