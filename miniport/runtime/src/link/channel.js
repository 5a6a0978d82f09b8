// Messages in order, each exactly once, over a transport that may lose, repeat, delay or reorder frames.
//
// Both ends of the bridge run this file. A frame is a small plain object:
//   seq    number of the first text in `batch` (numbers start at 1); 0 where there is none
//   batch  texts, "." + text or, for a long text cut in pieces, "+" + piece ... "." + last piece
//   ack    the highest number up to which everything has arrived
//   poll   true where the other end is asked to send again what has not been acknowledged
// One batch is under way at a time; the next one leaves after the acknowledgement.

import { bytes, cut } from "./bytes.js";

export const LIMIT = 256 * 1024;
// What the frame's own keys may take.
const ENVELOPE = 1024;
export const RETRY = 1000;
export const SLOWEST = 8000;
const WHOLE = ".";
const MORE = "+";

function isCount(value) {
  return typeof value === "number" && value >= 0 && value % 1 === 0;
}

function isFrame(frame) {
  return (
    !!frame &&
    isCount(frame.seq) &&
    isCount(frame.ack) &&
    Array.isArray(frame.batch) &&
    frame.batch.every((text) => typeof text === "string")
  );
}

/**
 * One end of a channel. The transport, given as an object:
 *
 * transmit(frame, done)  hand over a frame; no further frame comes before done() was called
 * deliver(text)          a text has arrived; called in order, once for each
 * defer(run)             run after the present turn, so that what one turn sends shares a frame
 * timer(run, ms)         run later, return a function that cancels; absent where the engine has no
 *                        timers: the other end's polls then cause what has to be sent again
 * report(error)          deliver has thrown
 */
export class Channel {
  constructor(transport, { limit = LIMIT, retry = RETRY } = {}) {
    this.transport = transport;
    this.room = limit - ENVELOPE;
    this.retry = retry;
    this.delay = retry;
    this.queue = [];
    this.last = 0;
    this.flight = 0;
    this.received = 0;
    this.partial = "";
    this.owes = false;
    this.asks = false;
    this.resends = false;
    this.isBusy = false;
    this.isPlanned = false;
    this.isClosed = false;
    this.cancel = null;
  }

  /** Send a text; it arrives once, after all texts sent before it. */
  send(text) {
    if (this.isClosed) return;
    const pieces = cut(text, this.room - 2);
    pieces.forEach((piece, index) => {
      const entry = (index < pieces.length - 1 ? MORE : WHOLE) + piece;
      this.last += 1;
      this.queue.push({ seq: this.last, text: entry, size: bytes(entry) + 1 });
    });
    this.plan();
  }

  /** Take a frame from the transport; what is no frame is dropped. */
  receive(frame) {
    if (this.isClosed || !isFrame(frame)) return;
    this.acknowledge(frame.ack);
    if (frame.seq > 0 && frame.batch.length) this.arrive(frame.seq, frame.batch);
    if (frame.poll) {
      this.owes = true;
      this.resends = this.flight > 0;
    }
    this.plan();
  }

  /** Ask the other end to send again what was lost, and tell it what has arrived here. */
  poll() {
    this.asks = true;
    this.plan();
  }

  /** Hand over now what waits, also behind a batch that is under way: this end may be about to go. */
  flush() {
    if (!this.queue.length) return;
    this.flight = this.last;
    this.resends = true;
    this.pump();
  }

  /** Stop: nothing is sent or delivered any more. */
  close() {
    this.isClosed = true;
    this.stopTimer();
    this.queue.length = 0;
  }

  plan() {
    if (this.isPlanned || this.isClosed) return;
    this.isPlanned = true;
    this.transport.defer(() => {
      this.isPlanned = false;
      this.pump();
    });
  }

  pump() {
    if (this.isBusy || this.isClosed) return;
    const isDue = this.flight ? this.resends : this.queue.length > 0;
    if (!isDue && !this.owes && !this.asks) return;
    const items = isDue ? this.batch() : [];
    const frame = { seq: items.length ? items[0].seq : 0, batch: items.map((item) => item.text), ack: this.received };
    if (this.asks) frame.poll = true;
    this.owes = false;
    this.asks = false;
    this.resends = false;
    if (items.length) this.startTimer();
    this.isBusy = true;
    this.transport.transmit(frame, () => {
      this.isBusy = false;
      this.pump();
    });
  }

  /** Return the batch under way, or make the next one of what waits. */
  batch() {
    let count = 0;
    if (this.flight) {
      while (count < this.queue.length && this.queue[count].seq <= this.flight) count += 1;
      return this.queue.slice(0, count);
    }
    let sum = 0;
    while (count < this.queue.length && (count === 0 || sum + this.queue[count].size <= this.room)) {
      sum += this.queue[count].size;
      count += 1;
    }
    this.flight = this.queue[count - 1].seq;
    return this.queue.slice(0, count);
  }

  acknowledge(upTo) {
    // Batches are taken whole, so a smaller number is an old frame, a larger one is not ours.
    if (!this.flight || upTo !== this.flight) return;
    let count = 0;
    while (count < this.queue.length && this.queue[count].seq <= upTo) count += 1;
    this.queue.splice(0, count);
    this.flight = 0;
    this.delay = this.retry;
    this.resends = false;
    this.stopTimer();
  }

  arrive(first, texts) {
    this.owes = true;
    // A gap: the frame before this one was lost and will come again, and this one after it.
    if (first > this.received + 1) return;
    texts.slice(this.received + 1 - first).forEach((text) => {
      this.received += 1;
      this.accept(text);
    });
  }

  accept(text) {
    this.partial += text.slice(1);
    if (text.charAt(0) === MORE) return;
    const whole = this.partial;
    this.partial = "";
    try {
      this.transport.deliver(whole);
    } catch (error) {
      if (this.transport.report) this.transport.report(error);
    }
  }

  startTimer() {
    this.stopTimer();
    if (!this.transport.timer) return;
    this.cancel = this.transport.timer(() => {
      this.cancel = null;
      this.delay = Math.min(this.delay * 2, SLOWEST);
      this.resends = this.flight > 0;
      this.plan();
    }, this.delay);
  }

  stopTimer() {
    if (this.cancel) this.cancel();
    this.cancel = null;
  }
}
