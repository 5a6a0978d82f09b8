/* Addresses: "#/pages/a/a?x=1", relative urls, queries. */

const decode = (text) => {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    // Kept as it is: a lone % is no reason to lose a page.
    return text;
  }
};

/* An object of texts; the last of equal keys wins, `+` stays. */
export function parseQuery(text, isRaw) {
  const read = isRaw ? String : decode;
  const query = {};
  String(text || "")
    .split("&")
    .filter(Boolean)
    .forEach((part) => {
      const at = part.indexOf("=");
      const key = at < 0 ? part : part.slice(0, at);
      query[read(key)] = at < 0 ? "" : read(part.slice(at + 1));
    });
  return query;
}

/* What is undefined does not cross. */
export const stringifyQuery = (query) =>
  Object.keys(query || {})
    .filter((key) => query[key] !== undefined)
    .map((key) => encodeURIComponent(key) + "=" + encodeURIComponent(query[key]))
    .join("&");

export function splitUrl(url) {
  const at = url.indexOf("?");
  return at < 0 ? [url, ""] : [url.slice(0, at), url.slice(at + 1)];
}

/* A page path without leading slash, seen from the page `base`. */
export function resolve(url, base) {
  const [path, query] = splitUrl(String(url));
  const parts = path[0] === "/" ? [] : base.split("/").slice(0, -1);
  path.split("/").forEach((part) => {
    if (part === "..") {
      parts.pop();
    } else if (part && part !== ".") {
      parts.push(part);
    }
  });
  return { path: parts.join("/"), query };
}
