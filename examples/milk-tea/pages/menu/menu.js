import { add, line, total } from "../../utils/cart";
import { categories, groups, standard } from "../../utils/menu";
import { readCart, writeCart } from "../../utils/store";

Page({
  data: {
    categories: [{ id: "", name: "全部" }, ...categories],
    chosen: "",
    groups: groups(""),
    total: total([]),
  },

  onShow() {
    this.setData({ total: total(readCart()) });
  },

  onChoose(event) {
    const chosen = event.currentTarget.dataset.id;
    this.setData({ chosen, groups: groups(chosen) });
  },

  onOpen(id) {
    my.navigateTo({ url: `/pages/drink/drink?id=${id}` });
  },

  onAdd(event) {
    const lines = add(readCart(), line(event.currentTarget.dataset.id, standard, 1));
    writeCart(lines);
    this.setData({ total: total(lines) });
  },

  onCart() {
    my.switchTab({ url: "/pages/cart/cart" });
  },

  onShareAppMessage() {
    return {
      title: "一杯云：今天想喝点什么？",
      desc: "云南高山茶，现萃现做",
      path: "/pages/menu/menu",
      imageUrl: "/assets/share/menu.png",
    };
  },
});
