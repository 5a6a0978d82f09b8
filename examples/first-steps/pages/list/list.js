import { kinds, search } from "../../utils/teas";

Page({
  data: {
    kinds,
    chosen: kinds[0],
    words: "",
    teas: search(kinds[0], ""),
    count: 0,
  },

  onShow() {
    this.setData({ count: getApp().total() });
  },

  onSearch(event) {
    this.show(this.data.chosen, event.detail.value);
  },

  onChoose(event) {
    this.show(event.currentTarget.dataset.kind, this.data.words);
  },

  onOpen(event) {
    const { id } = event.currentTarget.dataset;
    my.navigateTo({ url: `/pages/detail/detail?id=${id}` });
  },

  show(chosen, words) {
    this.setData({ chosen, words, teas: search(chosen, words) });
  },
});
