// The query a page is opened with, and the address of the page inside the web view.

function decoded(value) {
  const text = String(value);
  try {
    return decodeURIComponent(text);
  } catch (error) {
    return text;
  }
}

function fromText(text) {
  const query = {};
  text
    .replace(/^\?/, "")
    .split("&")
    .filter(Boolean)
    .forEach((part) => {
      const at = part.indexOf("=");
      query[decoded(at < 0 ? part : part.slice(0, at))] = at < 0 ? "" : decoded(part.slice(at + 1));
    });
  return query;
}

function fromObject(given) {
  const query = {};
  Object.keys(given).forEach((key) => {
    const value = given[key];
    if (value === undefined || value === null || typeof value === "function") return;
    query[key] = typeof value === "object" ? JSON.stringify(value) : decoded(value);
  });
  return query;
}

// A link has a name that the container keeps for itself behind this: the `prefix` of a pack's links.
const PREFIX = "mp.";

/** Return a query under the names that the page knows; what the container put under one of them yields. */
function named(query) {
  const found = Object.assign({}, query);
  const hidden = Object.keys(query).filter((key) => key.startsWith(PREFIX));
  hidden.forEach((key) => delete found[key]);
  hidden.forEach((key) => {
    found[key.slice(PREFIX.length)] = query[key];
  });
  return found;
}

/** Return the query in the options of a page's onLoad, decoded once: `queryParams`, else `query`, else {}. */
export function queryOf(options) {
  const given = options && (options.queryParams || options.query);
  if (typeof given === "string") return named(fromText(given));
  return given && typeof given === "object" ? named(fromObject(given)) : {};
}

function encoded(text) {
  try {
    return encodeURIComponent(text);
  } catch (error) {
    // Half of a surrogate pair has no encoding.
    return "";
  }
}

/** Return `home#!token/path?query`; the token tells the web view's content whom to answer. */
export function address(home, token, path, query) {
  const pairs = Object.keys(query).map((key) => `${encoded(key)}=${encoded(query[key])}`);
  return `${home}#!${token}/${path}${pairs.length ? `?${pairs.join("&")}` : ""}`;
}

/** Return the page path that a url names, without slash and query. */
export function pathOf(url) {
  return String(url || "").split("?")[0].split("#")[0].replace(/^\/+/, "");
}
