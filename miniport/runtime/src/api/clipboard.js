/* The clipboard. A browser asks the user before it lets a page read it. */

import { fail } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";

/* What browsers had before navigator.clipboard, which is there on secure addresses only. */
function copy(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.style.cssText = "position:fixed;opacity:0";
  document.body.appendChild(field);
  field.select();
  const isDone = document.execCommand("copy");
  field.remove();
  if (!isDone) {
    throw fail(4, "setClipboard: the browser refuses");
  }
}

function setClipboard({ text }) {
  if (text === undefined) {
    throw fail(2, "setClipboard: text is needed");
  }
  const { clipboard } = navigator;
  const written = clipboard ? clipboard.writeText(String(text)).catch(() => copy(String(text))) : copy(String(text));
  return Promise.resolve(written).then(() => ({ success: true }));
}

function getClipboard() {
  const { clipboard } = navigator;
  if (!clipboard || !clipboard.readText) {
    throw fail(1, "getClipboard: this browser lets no page read the clipboard");
  }
  return clipboard.readText().then(
    (text) => ({ text }),
    () => {
      throw fail(4, "getClipboard: the browser or the user refuses");
    }
  );
}

const read = asynchronous(getClipboard, "getClipboard");
read.isReady = () => Boolean(navigator.clipboard && navigator.clipboard.readText);

api({ setClipboard: asynchronous(setClipboard, "setClipboard"), getClipboard: read });
