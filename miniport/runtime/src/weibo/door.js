// How the content finds its shell: the token in the hash, kept over a reload, and the message events between both.

const MARK = "#!";
const NAME = "miniport:";

/** Split a hash `#!token/path?query`, or one without token, into {token, rest}; rest begins with "/" or is "". */
export function split(hash) {
  if (!hash.startsWith(MARK)) return { token: "", rest: hash.replace(/^#/, "") };
  const slash = hash.indexOf("/");
  if (slash < 0) return { token: hash.slice(MARK.length), rest: "" };
  return { token: hash.slice(MARK.length, slash), rest: hash.slice(slash) };
}

/** Return the token of this load, "" where no shell gave one. */
export function tokenOf(view) {
  const { token } = split(view.location.hash);
  // The frame's name outlives a reload, which finds the hash already rewritten by the router.
  if (token) view.name = NAME + token;
  return view.name.startsWith(NAME) ? view.name.slice(NAME.length) : "";
}

/** Tell whether the content sits in a shell that gave it a token. */
export function isInside(view) {
  return view.parent !== view && tokenOf(view) !== "";
}

/** Call `receive(data)` for messages of the parent, and for no others. */
export function hear(view, receive) {
  view.addEventListener("message", (event) => {
    if (event.source === view.parent) receive(event.data);
  });
}

/** Start again when the shell gives a new address to a content that is already there. */
export function reopen(view) {
  view.addEventListener("hashchange", () => {
    if (view.location.hash.startsWith(MARK)) view.location.reload();
  });
}
