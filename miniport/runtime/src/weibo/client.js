// The content's end of the bridge: calls that are answered once, and what the shell tells. Knows no DOM.

import { Channel } from "../link/channel.js";
import { ABSENT, ARGUMENTS, TIMEOUT, failure } from "../link/error.js";
import { decode, encode } from "../link/message.js";

const PROTOCOL = 1;
const PATIENCE = 30000;
// A call with a time-out of its own gets this much more, so that the container's own answer comes first.
const GRACE = 2000;
const POLL = 2000;
const SLOWEST_POLL = 8000;
// How often a shell that does not greet back is asked.
const GREETINGS = 10;

function nothing() {}

export class Client {
  /**
   * `transport`: {token, load, post(frame), defer(run), timer(run, ms) -> cancel, report(error)}, and pack and unpack of
   * link/binary.js.
   * `heard`: {visible(is), theme(name), event(name, value), unload()}.
   */
  constructor(transport, heard, { timeout = PATIENCE, retry, limit } = {}) {
    this.transport = transport;
    this.heard = heard;
    this.timeout = timeout;
    this.calls = new Map();
    this.next = 1;
    this.present = new Set();
    this.timeouts = {};
    this.snapshot = {};
    this.isWelcome = false;
    this.welcomed = nothing;
    this.greetings = 0;
    this.asking = null;
    this.channel = new Channel(
      {
        transmit: (frame, done) => {
          const { token, load } = transport;
          transport.post(Object.assign({ miniport: PROTOCOL, token, load }, frame));
          done();
        },
        deliver: (text) => this.take(decode(text, transport.unpack)),
        defer: transport.defer,
        timer: transport.timer,
        report: transport.report,
      },
      { retry, limit },
    );
  }

  /** Greet the shell. Resolves with whether it answered within `patience` ms. */
  hello(patience) {
    this.send({ t: "hello" });
    this.greetings = GREETINGS;
    this.ask();
    return new Promise((resolve) => {
      const cancel = this.transport.timer(() => resolve(false), patience);
      this.welcomed = () => {
        cancel();
        resolve(true);
      };
    });
  }

  /** Take the data of a message of the shell; what is not for this load is dropped. */
  receive(frame) {
    if (!frame || frame.miniport !== PROTOCOL) return;
    if (frame.token !== this.transport.token || frame.load !== this.transport.load) return;
    this.channel.receive(frame);
  }

  has(member) {
    return this.present.has(member);
  }

  /** Call a member of the container. Resolves or rejects once, at the latest when the time is over. */
  call(member, args) {
    if (this.isWelcome && !this.has(member)) {
      return Promise.reject(failure(ABSENT, `the container has no "${member}"`));
    }
    return new Promise((resolve, reject) => {
      const id = this.next;
      const cancel = this.transport.timer(() => this.settle(id, false, this.late(member)), this.patience(member, args));
      this.next += 1;
      this.calls.set(id, { resolve, reject, cancel });
      try {
        this.send({ t: "call", id, name: member, args });
      } catch (error) {
        this.settle(id, false, failure(ARGUMENTS, `what "${member}" is given cannot be sent as JSON`));
      }
      this.ask();
    });
  }

  late(member) {
    return failure(TIMEOUT, `"${member}" was not answered in time`);
  }

  patience(member, args) {
    const asked = args && typeof args.timeout === "number" ? args.timeout + GRACE : 0;
    return Math.max(this.timeouts[member] || this.timeout, asked);
  }

  settle(id, isOk, value) {
    const call = this.calls.get(id);
    if (!call) return;
    this.calls.delete(id);
    call.cancel();
    (isOk ? call.resolve : call.reject)(value);
  }

  /** Keep what the page shares in the shell, which must answer the container at once. */
  share(content) {
    this.send({ t: "share", content });
  }

  /** Have the shell pass on what a member tells; it comes as heard.event(member, value). */
  listen(member) {
    this.send({ t: "listen", name: member });
  }

  send(message) {
    this.channel.send(encode(message, this.transport.pack));
  }

  take(message) {
    if (!message) return;
    if (message.t === "welcome") this.welcome(message);
    else if (message.t === "reply") this.settle(message.id, message.isOk, message.value);
    else if (message.t === "event") this.heard.event(message.name, message.value);
    else if (message.t === "visible") this.heard.visible(message.isVisible);
    else if (message.t === "theme") this.heard.theme(message.theme);
    else if (message.t === "unload") this.heard.unload();
  }

  welcome({ present, snapshot, timeouts, isVisible, theme }) {
    this.isWelcome = true;
    this.present = new Set(present);
    this.snapshot = snapshot || {};
    this.timeouts = timeouts || {};
    this.welcomed();
    if (theme) this.heard.theme(theme);
    if (isVisible === false) this.heard.visible(false);
  }

  /** While an answer is due, ask the shell now and then: it may have no timers to send again by itself. */
  ask(wait = POLL) {
    if (this.asking) return;
    this.asking = this.transport.timer(() => {
      this.asking = null;
      if (!this.isWelcome) this.greetings -= 1;
      const isDue = this.calls.size > 0 || (!this.isWelcome && this.greetings > 0);
      if (!isDue) return;
      this.channel.poll();
      this.ask(Math.min(wait * 2, SLOWEST_POLL));
    }, wait);
  }

  flush() {
    this.channel.flush();
  }

  close() {
    this.channel.close();
    if (this.asking) this.asking();
  }
}
