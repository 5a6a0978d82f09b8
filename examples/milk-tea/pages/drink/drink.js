import { add, line, unitPrice } from "../../utils/cart";
import { find, ices, sizes, standard, sugars, toppings } from "../../utils/menu";
import { readCart, writeCart } from "../../utils/store";

const FROM = { feed: "你在动态里看到的这一杯", share: "朋友请你看的这一杯 ☕️" };

Page({
  data: {
    drink: null,
    from: "",
    sizes,
    sugars,
    ices,
    toppings,
    choice: standard,
    count: 1,
    price: 0,
  },

  onLoad(query) {
    const drink = find(query.id) || null;
    this.setData({ drink, from: FROM[query.from] || "" });
    if (drink) {
      this.choose({ ...standard, ice: drink.isSoldOut ? "hot" : standard.ice });
    }
  },

  onSize(size) {
    this.choose({ ...this.data.choice, size });
  },

  onSugar(sugar) {
    this.choose({ ...this.data.choice, sugar });
  },

  onIce(ice) {
    this.choose({ ...this.data.choice, ice });
  },

  onTopping(id) {
    const { choice } = this.data;
    const kept = choice.toppings.filter((chosen) => chosen !== id);
    const isOff = kept.length < choice.toppings.length;
    this.choose({ ...choice, toppings: isOff ? kept : [...kept, id] });
  },

  onCount(count) {
    this.setData({ count });
  },

  onAdd() {
    const { drink, choice, count } = this.data;
    writeCart(add(readCart(), line(drink.id, choice, count)));
    my.showToast({ type: "success", content: `已加入 ${count} 杯`, duration: 1500 });
    this.setData({ count: 1 });
  },

  onHome() {
    my.switchTab({ url: "/pages/menu/menu" });
  },

  choose(choice) {
    this.setData({ choice, price: unitPrice(this.data.drink, choice) });
  },

  onShareAppMessage() {
    const { drink, price } = this.data;
    return {
      title: drink ? `${drink.name}，¥${price / 100} 一杯` : "一杯云",
      desc: drink ? drink.lead : "云南高山茶，现萃现做",
      path: drink ? `/pages/drink/drink?id=${drink.id}&from=share` : "/pages/menu/menu",
      imageUrl: drink ? drink.card : "/assets/share/menu.png",
    };
  },
});
