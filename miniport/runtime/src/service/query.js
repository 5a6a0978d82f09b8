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

/** Return the query in the options of a page's onLoad, decoded once: `queryParams`, else `query`, else {}. */
export function queryOf(options) {
  const given = options && (options.queryParams || options.query);
  if (typeof given === "string") return fromText(given);
  return given && typeof given === "object" ? fromObject(given) : {};
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
