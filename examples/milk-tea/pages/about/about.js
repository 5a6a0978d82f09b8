Page({
  data: {
    isDemo: false,
    taps: 0,
    errors: 0,
  },

  onLoad() {
    this.setData({ isDemo: my.getStorageSync({ key: "demo" }).data === true });
  },

  onDemo(event) {
    const isDemo = event.detail.value;
    my.setStorageSync({ key: "demo", data: isDemo });
    this.setData({ isDemo });
  },

  /** 没有 shop 这个数据：这里会抛出错误，后面的点击照常有效。 */
  onBad() {
    this.data.shop.open();
  },

  onCount() {
    this.setData({ taps: this.data.taps + 1, errors: getApp().globalData.errors.length });
  },
});
