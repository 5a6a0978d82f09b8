import { addToCart, bill } from "../../utils/cart";

Page({
  data: { lines: [], total: 0 },

  onShow() {
    this.setData(bill());
  },

  change(event) {
    const { id, by } = event.target.dataset;
    addToCart(id, Number(by));
    this.setData(bill());
  },
});
