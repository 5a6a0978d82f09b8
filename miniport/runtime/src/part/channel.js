/* What a page and the one that opened it say to each other: `events` and the answer of my.navigateTo, getOpenerEventChannel. */

import { listen } from "miniport:core";
import { parts } from "../core/parts.js";
import { attempt } from "../core/report.js";

/* One end: what it hears, and how it is told. */
function end() {
  const heard = Object.create(null);
  const of = (name) => (heard[name] = heard[name] || []);
  const off = (name, run) => {
    heard[name] = run ? of(name).filter((one) => one !== run && one.run !== run) : [];
  };
  const on = (name, run) => {
    of(name).push(run);
  };
  const once = (name, run) => {
    const first = (...values) => {
      off(name, first);
      run(...values);
    };
    on(name, Object.assign(first, { run }));
  };
  const told = (name, ...values) => of(name).slice().forEach((run) => attempt("page event " + name, run, undefined, ...values));
  return { told, open: { on, once, off } };
}

/* What is said at one end is heard at the other. A page that nobody opened speaks to nobody. */
listen("page", (page) => {
  const [opener, opened] = [end(), end()];
  opener.open.emit = opened.told;
  opened.open.emit = opener.told;
  page.opener = opener.open;
  page.self.getOpenerEventChannel = () => opened.open;
});

parts.channel = (page, events) => {
  Object.keys(events || {}).forEach((name) => page.opener.on(name, events[name]));
  return { eventChannel: page.opener };
};
