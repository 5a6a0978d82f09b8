/* What the app keeps in storage, by its own names. */

const prefix = (core) => "mp:" + (core.config().id || "") + ":";

export function stored(core) {
  const start = prefix(core);
  const names = Object.keys(localStorage).filter((name) => name.indexOf(start) === 0);
  return names.sort().map((name) => ({ key: name.slice(start.length), text: localStorage.getItem(name) }));
}

/* Set a value given as JSON; null takes it away. */
export function store(core, { key, text }) {
  if (text === null) {
    localStorage.removeItem(prefix(core) + key);
  } else {
    localStorage.setItem(prefix(core) + key, JSON.stringify(JSON.parse(text)));
  }
  return stored(core);
}
