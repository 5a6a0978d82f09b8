function read(key, otherwise) {
  const { data } = my.getStorageSync({ key });
  return data === null || data === undefined ? otherwise : data;
}

export function readCity() {
  return Number(read("city", "0"));
}

export function writeCity(city) {
  my.setStorageSync({ key: "city", data: String(city) });
}

export function isKept() {
  return read("keep", "on") === "on";
}

export function keep(isOn) {
  my.setStorageSync({ key: "keep", data: isOn ? "on" : "off" });
}

export function readHistory() {
  return read("history", { ids: [] }).ids;
}

/** 最近查的在最前，同一样只留一次。 */
export function remember(id) {
  if (isKept()) {
    my.setStorageSync({ key: "history", data: { ids: [id, ...readHistory().filter((seen) => seen !== id)] } });
  }
}

export function forget() {
  my.removeStorageSync({ key: "history" });
}

export function readLikes() {
  return read("likes", { ids: [] }).ids;
}

export function writeLikes(ids) {
  my.setStorageSync({ key: "likes", data: { ids } });
}
