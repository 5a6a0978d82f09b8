import { find } from "./products";

const KEY = "cart";

/* The cart as {id: count}. */
export function readCart() {
  return my.getStorageSync({ key: KEY }).data || {};
}

export function addToCart(id, count) {
  const cart = readCart();
  const left = (cart[id] || 0) + count;
  if (left > 0) {
    cart[id] = left;
  } else {
    delete cart[id];
  }
  my.setStorageSync({ key: KEY, data: cart });
}

/* The lines of the cart, and what they cost. */
export function bill() {
  const cart = readCart();
  const lines = Object.keys(cart).map((id) => Object.assign({ count: cart[id] }, find(id)));
  const total = lines.reduce((sum, line) => sum + line.price * line.count, 0);
  return { lines, total };
}
