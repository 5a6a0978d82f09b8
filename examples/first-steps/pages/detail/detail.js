import { find } from "../../utils/teas";

Page({
  data: {
    tea: null,
    count: 1,
  },

  onLoad(query) {
    this.setData({ tea: find(query.id) || null });
  },

  onStep(event) {
    const count = this.data.count + Number(event.currentTarget.dataset.by);
    this.setData({ count: Math.max(1, count) });
  },

  onAdd() {
    getApp().add(this.data.tea.id, this.data.count);
    my.navigateBack();
  },
});
