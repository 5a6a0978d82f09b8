/* Bytes as base64 and back. */

const STEP = 0x8000;

export function toBase64(buffer) {
  const bytes = new Uint8Array(buffer);
  let text = "";
  for (let at = 0; at < bytes.length; at += STEP) {
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + STEP));
  }
  return btoa(text);
}

export function fromBase64(text) {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) {
    bytes[at] = binary.charCodeAt(at);
  }
  return bytes.buffer;
}
