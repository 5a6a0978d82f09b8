// One load of the web view's content, seen from the shell: its channel and what is done for it.

import { Channel } from "../link/channel.js";
import { ARGUMENTS, DENIED, failure, toFailure } from "../link/error.js";
import { pack, unpack } from "../link/binary.js";
import { decode, encode } from "../link/message.js";
import { callAsync, callSync, has, listen } from "./call.js";
import { pathOf } from "./query.js";

function own(table, name) {
  return typeof name === "string" && Object.prototype.hasOwnProperty.call(table, name) ? table[name] : null;
}

export class Session {
  /** `owner`: {config, api(), nextTick, timer, report, transmit(frame, done), greeting(), keep(content)}. */
  constructor(owner, load) {
    this.owner = owner;
    this.load = load;
    this.tasks = {};
    this.heard = {};
    this.channel = new Channel(
      {
        transmit: (frame, done) => owner.transmit(Object.assign({ load }, frame), done),
        deliver: (text) => this.take(decode(text, unpack)),
        defer: owner.nextTick,
        timer: owner.timer,
        report: owner.report,
      },
      { retry: owner.config.retry, limit: owner.config.limit },
    );
  }

  send(message) {
    this.channel.send(encode(message, pack));
  }

  take(message) {
    if (!message) return;
    if (message.t === "hello") this.welcome();
    else if (message.t === "call") this.call(message);
    else if (message.t === "abort") this.abort(message.id);
    else if (message.t === "listen") this.listen(message.name);
    else if (message.t === "share") this.owner.keep(message.content);
  }

  welcome() {
    const { members } = this.owner.config;
    const api = this.owner.api();
    const snapshot = {};
    const present = Object.keys(members).filter((name) => has(api, name));
    present.forEach((name) => {
      if (!members[name].snapshot) return;
      const result = callSync(api, name, members[name]);
      if (result.isOk) snapshot[name] = result.value;
    });
    this.send(Object.assign({ t: "welcome", present, snapshot, timeouts: this.timeouts(present) }, this.owner.greeting()));
  }

  /** Return how long the members take that have a time-out of their own. */
  timeouts(present) {
    const { members } = this.owner.config;
    const table = {};
    present.filter((name) => members[name].timeout > 0).forEach((name) => {
      table[name] = members[name].timeout;
    });
    return table;
  }

  /** Return why a call is refused, or null. */
  refusal(rule, name, args) {
    const { routes, pages } = this.owner.config;
    if (!rule) return failure(DENIED, `"${name}" is not a member that this app may call`);
    if (routes.indexOf(name) >= 0 && pages.indexOf(pathOf(args && args.url)) < 0) {
      return failure(ARGUMENTS, `"${(args && args.url) || ""}" is not a page of this app`);
    }
    return null;
  }

  call({ id, name, args }) {
    const rule = own(this.owner.config.members, name);
    const refusal = this.refusal(rule, name, args);
    if (refusal) this.reply(id, false, refusal);
    else if (rule.kind === "listen") this.reply(id, false, failure(ARGUMENTS, `"${name}" is listened to, not called`));
    else if (rule.kind === "sync") this.callSync(id, name, rule, args);
    else this.callAsync(id, name, rule, args);
  }

  callSync(id, name, rule, args) {
    const result = callSync(this.owner.api(), name, rule, args);
    const promise = result.isOk && result.value && typeof result.value.then === "function" ? result.value : null;
    if (promise) promise.then((value) => this.reply(id, true, value), (error) => this.reply(id, false, toFailure(error)));
    else this.reply(id, result.isOk, result.value);
  }

  callAsync(id, name, rule, args) {
    const answer = (isOk, value) => {
      delete this.tasks[id];
      this.reply(id, isOk, value);
    };
    const returned = callAsync(this.owner.api(), name, rule, args, answer, this.owner.nextTick);
    if (returned && typeof returned.abort === "function") this.tasks[id] = returned;
  }

  reply(id, isOk, value) {
    try {
      this.send({ t: "reply", id, isOk, value });
    } catch (error) {
      this.send({ t: "reply", id, isOk: false, value: failure(ARGUMENTS, "the result cannot be sent as JSON") });
    }
  }

  abort(id) {
    const task = this.tasks[id];
    delete this.tasks[id];
    if (task) task.abort();
  }

  /** Pass on what a member tells from now on. */
  listen(name) {
    const rule = own(this.owner.config.members, name);
    if (!rule || rule.kind !== "listen" || this.heard[name]) return;
    this.heard[name] = listen(this.owner.api(), name, (value) => this.send({ t: "event", name, value }));
  }

  close() {
    this.channel.close();
    this.tasks = {};
  }
}
