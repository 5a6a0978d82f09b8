// How many bytes a text takes inside a JSON string, and how to cut one without breaking a character.

const QUOTE = 34;
const BACKSLASH = 92;

function isHigh(code) {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code) {
  return code >= 0xdc00 && code <= 0xdfff;
}

function cost(code) {
  if (code < 32) return 6;
  if (code === QUOTE || code === BACKSLASH) return 2;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  // Half of a pair: the pair takes four bytes; alone it is written as an escape of six.
  return isHigh(code) || isLow(code) ? 6 : 3;
}

/** Return the UTF-8 bytes of a text written as a JSON string, never too few. */
export function bytes(text) {
  let sum = 2;
  for (let at = 0; at < text.length; at += 1) sum += cost(text.charCodeAt(at));
  return sum;
}

/** Cut a text into pieces of at most `limit` bytes each; a surrogate pair stays whole. */
export function cut(text, limit) {
  if (text.length * 6 + 2 <= limit || bytes(text) <= limit) return [text];
  const pieces = [];
  let from = 0;
  let sum = 2;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const size = cost(code);
    const isInside = isLow(code) && at > 0 && isHigh(text.charCodeAt(at - 1));
    // A low half is charged to the pair it ends, so the room for it is asked for at the high half.
    const need = isHigh(code) ? size * 2 : size;
    if (sum + need > limit && at > from && !isInside) {
      pieces.push(text.slice(from, at));
      from = at;
      sum = 2;
    }
    sum += size;
  }
  pieces.push(text.slice(from));
  return pieces;
}
