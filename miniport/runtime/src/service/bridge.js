// The shell page's end of the bridge. Runs in the container's logic thread: no window, no document.

import { token as newToken } from "../link/token.js";
import { hubOf } from "./hub.js";
import { address, queryOf } from "./query.js";
import * as realm from "./realm.js";
import { Session } from "./session.js";

const PROTOCOL = 1;
const FAREWELL = 2000;

function complete(config) {
  return Object.assign({ pages: [], members: {}, routes: [], home: "index.html" }, config);
}

class Bridge {
  constructor(vm, path, config) {
    this.vm = vm;
    this.path = path;
    this.config = complete(config);
    this.token = newToken();
    this.src = "";
    this.hasQuery = false;
    this.isVisible = true;
    this.isUnloaded = false;
    this.content = null;
    this.session = null;
    this.retired = [];
    this.sent = null;
    this.api = realm.api;
    this.timer = realm.timer();
    this.report = realm.report;
    this.nextTick = realm.nextTick(vm);
    this.hub = hubOf(realm.app());
  }

  /**
   * Return the address of the web view, from the options of onLoad.
   *
   * A second call changes nothing, except that options which come after a start without any
   * are taken over as long as they hold a query.
   */
  start(options) {
    const query = queryOf(options);
    const isLate = this.src !== "" && !this.hasQuery && Object.keys(query).length > 0;
    if (this.src !== "" && !isLate) return this.src;
    if (this.src === "") this.hub.bridges.push(this);
    this.hasQuery = Object.keys(query).length > 0;
    this.src = address(this.config.home, this.token, this.path, query);
    return this.src;
  }

  /** Take the `data` of a message event of the web view. */
  receive(frame) {
    if (!frame || frame.miniport !== PROTOCOL || frame.token !== this.token || this.isUnloaded) return;
    if (typeof frame.load !== "string" || this.retired.indexOf(frame.load) >= 0) return;
    if (!this.session || this.session.load !== frame.load) this.open(frame.load);
    this.session.channel.receive(frame);
  }

  /** Start anew for a content that has just loaded; what the old one asked for is not answered any more. */
  open(load) {
    if (this.session) {
      this.retired.push(this.session.load);
      this.session.close();
    }
    this.sent = null;
    this.session = new Session(this, load);
  }

  /** Hand a frame to the page's `data`; two in one tick would lose the first. */
  transmit(frame, done) {
    this.vm.data = Object.freeze(Object.assign({ miniport: PROTOCOL, token: this.token }, frame));
    this.nextTick(done);
  }

  /** A hook of the page: "show", "hide" or "unload". */
  life(name) {
    if (name === "unload") this.stop();
    else {
      this.isVisible = name === "show";
      this.changed();
    }
  }

  state() {
    return { isVisible: this.isVisible && this.hub.isVisible, theme: this.hub.theme };
  }

  /** Return the state for the first answer to a content. */
  greeting() {
    this.sent = this.state();
    return this.sent;
  }

  /** Keep what the page shares, for the hook that must answer at once. */
  keep(content) {
    this.content = content && typeof content === "object" ? content : null;
  }

  /** Tell the content what has changed since it was last told. */
  changed() {
    if (!this.session || !this.sent) return;
    const state = this.state();
    const before = this.sent;
    if (state.isVisible !== before.isVisible) this.session.send({ t: "visible", isVisible: state.isVisible });
    if (state.theme !== before.theme) this.session.send({ t: "theme", theme: state.theme });
    this.sent = state;
  }

  /** A hook that brings an event of the container: {type, args}. */
  custom(event) {
    if (this.session) this.session.send({ t: "event", name: "custom", value: event || {} });
  }

  share() {
    return this.content;
  }

  stop() {
    if (this.isUnloaded) return;
    this.isUnloaded = true;
    if (this.session) this.leave(this.session);
    this.hub.bridges = this.hub.bridges.filter((bridge) => bridge !== this);
  }

  leave(session) {
    session.send({ t: "unload" });
    // The web view may be gone already; nobody acknowledges then, and sending again must end.
    if (this.timer) this.timer(() => session.close(), FAREWELL);
  }
}

/**
 * Open the bridge of a shell page.
 *
 * `vm`: the page, whose `data` is bound to the web view's. `path`: the page's own path.
 * `config`: {pages, members, routes, home, retry?, limit?}, written by the build.
 */
export function createBridge(vm, path, config) {
  return new Bridge(vm, path, config);
}
