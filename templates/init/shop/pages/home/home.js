import { addToCart } from "../../utils/cart";
import { products } from "../../utils/products";

Page({
  data: { products },

  add(id) {
    addToCart(id, 1);
    my.showToast({ content: "已加入购物车" });
  },
});
