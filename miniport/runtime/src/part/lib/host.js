const words = (text) => text.split(/\s+/).filter(Boolean);

/* The class of a component's real host node: its owner's names, and `:host` of its own sheet. */
export function hostNames(owner, own, text) {
  if (own.host === undefined) {
    return owner.names(text);
  }
  const hosted = words(own.host);
  const mark = "_" + own.own + "h";
  const marks = words(text)
    .filter((word) => hosted.indexOf(word) >= 0)
    .map((word) => mark + "_" + word);
  return [owner.names(text), mark, ...marks].filter(Boolean).join(" ");
}
