/* Components: made and updated while their parent's template is evaluated. */

import { h } from "preact";
import { MOUNT, UPDATE, later } from "../core/batch.js";
import { compose, declared, join } from "../core/compose.js";
import { parts } from "../core/parts.js";
import { Record, evaluating, shared } from "../core/record.js";
import { classText, scopeOf } from "../core/scope.js";
import { attempt, warn } from "../core/report.js";
import { BOX, template } from "../core/template.js";
import { optionsOf, unitAt } from "../core/units.js";
import { clone, keysOf, manner, own } from "../core/value.js";
import { hostNames } from "./lib/host.js";
import { getAt, same } from "./lib/path.js";
import { style } from "./style.js";

/* How many didUpdate run now. */
let told = 0;

/* Real components set what is shown already in every didUpdate; what changes nothing asks for no update then. */
parts.isIdle = (record, patch, paths) =>
  told > 0 &&
  !record.watches &&
  paths.every((path) => same(getAt(record.view, keysOf(path)), clone(patch[path])));

const GENERIC = "generic:";

/* The path of the component that a tag means in an owner's template: one that was handed in for it, or its own. */
const meant = (owner, tag) => (owner.generics && owner.generics[tag]) || owner.unit.components[tag];

/* Props as code sees them (`props`, a copy) and as the template does (`shown`). */
function propsOf(defaults, attributes) {
  const props = Object.assign({}, defaults);
  const shown = Object.assign({}, defaults);
  Object.keys(attributes).forEach((name) => {
    const value = attributes[name];
    if (name.indexOf(GENERIC) !== 0 && (value !== undefined || !(name in props))) {
      props[name] = typeof value === "function" ? value : (manner.pass || clone)(value);
      shown[name] = value;
    }
  });
  return { props, shown };
}

class ComponentRecord extends Record {
  constructor(unit, options, parent, owner) {
    super(unit, Object.create(shared), parent, parent.page);
    const { one, data, props, lives, watches } = compose(options);
    this.options = one;
    this.declared = data;
    this.defaults = declared(props, this.place("props"));
    this.lives = lives;
    this.watches = watches;
    this.owner = owner;
    const { render, isRestless } = parent.page.template(unit);
    this.render = render;
    this.isRestless = isRestless;
    this.scope = scopeOf(parent.page.unit.path, unit.path);
    const { self } = this;
    join(self, one);
    self.is = unit.path;
    self.$id = this.id;
    self.$page = parent.page.self;
  }

  /* Data as they were before the first change since the last update; nested values are copied when a path reaches in. */
  remember(keys) {
    const { data } = this.self;
    if (this.options.didUpdate) {
      this.previous = this.previous || Object.assign({}, data);
      if (keys.length > 1 && this.previous[keys[0]] === data[keys[0]]) {
        this.previous[keys[0]] = own(data[keys[0]]);
      }
    }
  }

  hook(name, ...values) {
    if (manner.skipped.indexOf(name) >= 0) {
      return undefined;
    }
    return attempt(this.place(name), this.options[name], this.self, ...values);
  }

  names() {
    return Object.assign(Object.create(null), this.shown, this.view, { $id: this.id, $slots: this.filled });
  }

  start(attributes, slots) {
    const { self } = this;
    this.take(attributes, slots);
    this.begin(declared(this.declared, this.place("data"), own));
    self.props = this.next;
    if (this.watches) {
      this.touch(parts.changedProps(null, this.next));
    }
    this.hook("onInit");
    this.hook("deriveDataFromProps", this.next);
    this.observe();
    this.live("created");
    this.live("attached");
    this.observe();
    this.previous = null;
    this.draw();
    this.isShown = true;
    later(MOUNT, () => {
      if (!this.isGone) {
        this.hook("didMount");
        this.live("ready");
        this.refer();
      }
    });
  }

  take(attributes, slots) {
    const { props, shown } = propsOf(this.defaults, attributes);
    this.attributes = attributes;
    this.generics = {};
    Object.keys(attributes).forEach((name) => {
      if (name.indexOf(GENERIC) === 0) {
        this.generics[name.slice(GENERIC.length)] = meant(this.owner, attributes[name]);
      }
    });
    this.classes();
    this.next = props;
    this.shown = shown;
    this.slots = slots || {};
    this.filled = {};
    Object.keys(this.slots).forEach((name) => {
      // A list: real components ask for its length.
      this.filled[name] = [true];
    });
    Object.defineProperty(props, "$slots", { value: this.filled });
  }

  /* Whether nobody would hear or see of an update with equal props: no hook of it or of those in it, and no template that
   * gives something else for the same.
   */
  isQuiet() {
    const { deriveDataFromProps, didUpdate } = this.options;
    return !(deriveDataFromProps || didUpdate || this.isRestless) && Array.from(this.children.values()).every((child) => child.isQuiet());
  }

  /* Whether its owner gives what it gave before, as far as can be told without drawing it. */
  isGiven(owner, attributes, slots) {
    const before = this.attributes;
    const names = Object.keys(attributes);
    return (
      this.owner === owner &&
      !this.given &&
      ![slots || {}, this.slots, this.generics].some((one) => Object.keys(one).length) &&
      names.length === Object.keys(before).length &&
      names.every((name) => name in before && attributes[name] === before[name])
    );
  }

  /* External classes: the owner's names, put where the component's template says so. */
  classes() {
    const { externalClasses, options } = this.options;
    if (externalClasses && options && options.externalClasses) {
      const given = {};
      externalClasses.forEach((name) => {
        given[name] = this.owner.scope.classes(this.attributes[name] || "");
      });
      const text = JSON.stringify(given);
      if (text !== this.given) {
        this.given = text;
        this.scope = scopeOf(this.page.unit.path, this.unit.path, given);
      }
    }
  }

  live(name) {
    attempt(this.place("lifetimes " + name), this.lives[name], this.self);
  }

  /* Something happened to the page. */
  hear(name, values) {
    const { rootEvents = {}, pageEvents = {} } = this.options;
    attempt(this.place("rootEvents " + name), rootEvents[name] || pageEvents[name], this.self, ...values);
  }

  /* ref="name": the owner's method gets the instance, or what its own ref() returns. */
  refer() {
    const name = this.attributes.ref;
    const { self, owner } = this;
    if (typeof name === "string" && typeof owner.self[name] === "function" && manner.skipped.indexOf("ref") < 0) {
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
    self.props = this.next;
    this.observe();
    this.isShown = true;
    const data = this.previous || self.data;
    this.previous = null;
    this.draw();
    later(UPDATE, () => this.isGone || this.updated(before, data));
  }

  updated(before, data) {
    told++;
    this.hook("didUpdate", before, data);
    told--;
  }

  evaluate() {
    this.update();
  }

  draw() {
    super.draw();
    const { virtualHost = (this.unit.config || {}).virtualHost } = this.options.options || {};
    if (virtualHost === false) {
      const { attributes } = this;
      const host = { class: hostNames(this.owner.scope, this.scope, classText(attributes.class)), id: attributes.id };
      this.output = h("mp-" + this.tag, Object.assign(host, { "mp-box": "", style: style(attributes.style) }), this.output);
    }
  }

  ended() {
    this.hook("didUnmount");
    this.live("detached");
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

/* A component of a page that stands in no template. */
export function standing(unit, tag, page) {
  const record = new ComponentRecord(unit, optionsOf(unit), page, page);
  record.tag = tag;
  record.start({}, {});
  return record;
}

/* A tag that its owner declares as a component; undefined where it declares none. */
function component(owner, tag, site, attributes, slots) {
  const unit = unitAt(meant(owner, tag));
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
    if (!record.isGiven(owner, attributes, slots) || !record.isQuiet()) {
      record.owner = owner;
      record.take(attributes, slots);
      if (record.watches) {
        const changed = parts.changedProps(record.self.props, record.next);
        if (changed.length) {
          record.touch(changed);
        }
      }
      record.update();
    }
  } else {
    record = make(unit, tag, owner, attributes, slots, site);
  }
  const { drawing } = parent;
  if (drawing && drawing.turn === parent.turn) {
    (drawing.kids = drawing.kids || []).push(record);
  }
  return record.vnode();
}

/* A tag that may be a component: else a box that keeps its children. */
function tag(owner, name, site, attributes, slots, key) {
  const node = component(owner, name, site, attributes, slots);
  if (node) {
    return node;
  }
  const { names } = owner.scope;
  const content = Object.keys(slots || {}).map((slotName) => slots[slotName](site + "~", {}));
  const props = { class: names(attributes.class), style: style(attributes.style), id: attributes.id, key };
  return h("mp-" + name.toLowerCase(), Object.assign(props, BOX), content);
}

/* The method of the owner that an on* attribute of a component names, bound; undefined where there is none. */
function bound(owner, name) {
  if (typeof name === "function") {
    return name;
  }
  if (typeof name !== "string" || typeof owner.self[name] !== "function") {
    return undefined;
  }
  if (!owner.bound[name]) {
    owner.bound[name] = (...values) => owner.self[name](...values);
  }
  return owner.bound[name];
}

Object.assign(template, { bound, tag });
