import { addToCart } from "../../utils/cart";
import { find } from "../../utils/products";

Page({
  data: { product: {} },

  onLoad({ id }) {
    this.setData({ product: find(id) || {} });
  },

  add() {
    addToCart(this.data.product.id, 1);
    my.navigateBack();
  },
});
