Page({
  data: { platform: "" },

  onLoad() {
    this.setData({ platform: my.getSystemInfoSync().app });
  },
});
