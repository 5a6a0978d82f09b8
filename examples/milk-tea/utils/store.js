function read(key, otherwise) {
  return my.getStorageSync({ key }).data || otherwise;
}

export function readCart() {
  return read("cart", { lines: [] }).lines;
}

export function writeCart(lines) {
  my.setStorageSync({ key: "cart", data: { lines } });
  getApp().badge();
}

export function readOrders() {
  return read("orders", { orders: [] }).orders;
}

export function writeOrders(orders) {
  my.setStorageSync({ key: "orders", data: { orders } });
}
