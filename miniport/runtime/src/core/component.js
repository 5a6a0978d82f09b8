/* Components: made and updated while their parent's template is evaluated. */

import { h } from "preact";
import { MOUNT, UPDATE, later } from "./batch.js";
import { Record, evaluating, shared } from "./record.js";
import { hostNames, scopeOf } from "./scope.js";
import { attempt, warn } from "./report.js";
import { style } from "./style.js";
import { clone, own } from "./value.js";
import { optionsOf, unitAt } from "./units.js";


/* Props as code sees them (`props`, a copy) and as the template does (`shown`). */
function propsOf(defaults, attributes) {
  const props = Object.assign({}, defaults);
  const shown = Object.assign({}, defaults);
  Object.keys(attributes).forEach((name) => {
    const value = attributes[name];
    if (value !== undefined || !(name in props)) {
      props[name] = typeof value === "function" ? value : clone(value);
      shown[name] = value;
    }
  });
  return { props, shown };
}

class ComponentRecord extends Record {
  constructor(unit, options, parent, owner) {
    super(unit, Object.create(shared), parent, parent.page);
    this.options = options;
    this.owner = owner;
    this.render = parent.page.template(unit).render;
    this.scope = scopeOf(parent.page.unit.path, unit.path);
    const { self } = this;
    Object.keys(options).forEach((name) => {
      if (["data", "props", "methods", "mixins", "options"].indexOf(name) < 0) {
        self[name] = options[name];
      }
    });
    Object.assign(self, options.methods);
    self.is = unit.path;
    self.$id = this.id;
    self.$page = parent.page.self;
  }

  hook(name, ...values) {
    return attempt(this.place(name), this.options[name], this.self, ...values);
  }

  names() {
    return Object.assign(Object.create(null), this.shown, this.view, { $id: this.id, $slots: this.filled });
  }

  start(attributes, slots) {
    const { options, self } = this;
    this.take(attributes, slots);
    this.begin(typeof options.data === "function" ? attempt(this.place("data"), options.data) || {} : own(options.data || {}));
    self.props = this.next;
    this.hook("onInit");
    this.hook("deriveDataFromProps", this.next);
    this.previous = null;
    this.draw();
    this.isShown = true;
    later(MOUNT, () => {
      if (!this.isGone) {
        this.hook("didMount");
        this.refer();
      }
    });
  }

  take(attributes, slots) {
    const { props, shown } = propsOf(this.options.props, attributes);
    this.attributes = attributes;
    this.next = props;
    this.shown = shown;
    this.slots = slots || {};
    this.filled = {};
    Object.keys(this.slots).forEach((name) => {
      this.filled[name] = true;
    });
  }

  /* ref="name": the owner's method gets the instance, or what its own ref() returns. */
  refer() {
    const name = this.attributes.ref;
    const { self, owner } = this;
    if (typeof name === "string" && typeof owner.self[name] === "function") {
      owner.call(name, typeof this.options.ref === "function" ? this.hook("ref") : self);
    }
  }

  /* One update: `this.next` holds the new props, which are the old ones after a setData of its own. */
  update() {
    const { self } = this;
    const before = self.props;
    // A setData in deriveDataFromProps joins this update.
    this.isShown = false;
    this.hook("deriveDataFromProps", this.next);
    this.isShown = true;
    self.props = this.next;
    const data = this.previous || self.data;
    this.previous = null;
    this.draw();
    later(UPDATE, () => this.isGone || this.hook("didUpdate", before, data));
  }

  evaluate() {
    this.update();
  }

  draw() {
    super.draw();
    if (this.options.options && this.options.options.virtualHost === false) {
      const { attributes } = this;
      const host = { class: hostNames(this.owner.scope, this.scope, attributes.class), id: attributes.id };
      this.output = h("mp-" + this.tag, Object.assign(host, { "mp-box": "", style: style(attributes.style) }), this.output);
    }
  }

  ended() {
    this.hook("didUnmount");
  }
}

function make(unit, tag, owner, attributes, slots, site) {
  const parent = evaluating();
  const record = new ComponentRecord(unit, optionsOf(unit), parent, owner);
  record.tag = tag.toLowerCase();
  record.seen = parent.turn;
  parent.children.set(site, record);
  record.start(attributes, slots);
  return record;
}

/* A tag that its owner declares as a component; undefined where it declares none. */
export function component(owner, tag, site, attributes, slots) {
  const unit = unitAt(owner.unit.components[tag]);
  if (!unit) {
    return undefined;
  }
  const parent = evaluating();
  let record = parent.children.get(site);
  if (record && record.seen === parent.turn) {
    warn("two components share a key (" + tag + " in " + owner.place() + ")");
    return component(owner, tag, site + "+", attributes, slots);
  }
  if (record && record.unit !== unit) {
    record.remove();
    record = undefined;
  }
  if (record) {
    record.seen = parent.turn;
    record.owner = owner;
    record.take(attributes, slots);
    record.update();
  } else {
    record = make(unit, tag, owner, attributes, slots, site);
  }
  return record.vnode();
}

