import { setCount, sorted, total } from "../../utils/cart";
import { readCart, writeCart } from "../../utils/store";

Page({
  data: {
    order: "added",
    lines: [],
    total: total([]),
  },

  onShow() {
    this.show(readCart());
  },

  onOrder(event) {
    this.setData({ order: event.currentTarget.dataset.order });
    this.show(readCart());
  },

  onCount(key, count) {
    if (count > 0) {
      this.save(setCount(readCart(), key, count));
      return;
    }
    my.confirm({
      title: "不要这一杯了？",
      content: "删掉以后可以在点单页再加回来",
      confirmButtonText: "不要了",
      cancelButtonText: "留着",
      success: ({ confirm }) => {
        if (confirm) {
          this.save(setCount(readCart(), key, 0));
        }
      },
    });
  },

  onMenu() {
    my.switchTab({ url: "/pages/menu/menu" });
  },

  onBuy() {
    my.navigateTo({ url: "/pages/order/order" });
  },

  save(lines) {
    writeCart(lines);
    this.show(lines);
  },

  show(lines) {
    this.setData({ lines: sorted(lines, this.data.order), total: total(lines) });
  },
});
