// Random names for one load of a page.

function strong() {
  if (typeof crypto === "undefined" || !crypto || typeof crypto.getRandomValues !== "function") return null;
  return Array.from(crypto.getRandomValues(new Uint32Array(4)));
}

function weak() {
  return [0, 0, 0, 0].map(() => Math.floor(Math.random() * 0x100000000));
}

/** Return a random name of letters and digits; from a strong source where the engine has one. */
export function token() {
  return (strong() || weak()).map((number) => number.toString(36)).join("");
}
