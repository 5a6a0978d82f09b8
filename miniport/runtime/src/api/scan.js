/* my.scan: the camera and the browser's own reader of bar codes, where it has one. */

import { Component, fail, h } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import { ask } from "./lib/modal.js";

const REST = 200;
const isReady = () => "BarcodeDetector" in window && Boolean(navigator.mediaDevices);

class Finder extends Component {
  componentDidMount() {
    const [video] = this.base.children;
    const detector = new window.BarcodeDetector();
    const look = () => {
      if (this.isGone) {
        return;
      }
      detector.detect(video).then(
        ([found]) => (found ? this.props.answer({ found }) : this.rest(look)),
        () => this.rest(look)
      );
    };
    navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).then(
      (stream) => {
        this.stream = stream;
        if (this.isGone) {
          this.stop();
          return;
        }
        video.srcObject = stream;
        video.play().then(look, look);
      },
      () => this.props.answer({ isRefused: true })
    );
  }

  rest(look) {
    this.timer = setTimeout(look, REST);
  }

  stop() {
    if (this.stream) {
      this.stream.getTracks().forEach((track) => track.stop());
    }
  }

  componentWillUnmount() {
    this.isGone = true;
    clearTimeout(this.timer);
    this.stop();
  }

  render({ answer }) {
    const leave = h("button", { type: "button", "aria-label": "关闭", onClick: () => answer({}) }, "×");
    return h("div", { class: "mp--scan" }, h("video", { muted: true, playsInline: true }), leave);
  }
}

function scan() {
  if (!isReady()) {
    throw fail(1, "scan: this browser reads no codes");
  }
  return ask({ kind: "mp--scan", label: "扫码", cancel: {} }, (answer) => h(Finder, { answer })).then(({ found, isRefused }) => {
    if (!found) {
      throw isRefused ? fail(2001, "scan: the camera was refused") : fail(11, "scan: cancelled");
    }
    const code = found.rawValue;
    const isSquare = found.format === "qr_code";
    return {
      code,
      result: code,
      scanType: isSquare ? "QR_CODE" : found.format.toUpperCase(),
      [isSquare ? "qrCode" : "barCode"]: code,
    };
  });
}

api({ scan: Object.assign(asynchronous(scan, "scan"), { isReady }) });
