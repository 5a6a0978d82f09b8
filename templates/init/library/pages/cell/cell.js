Page({
  data: { touched: "" },

  touch(title) {
    this.setData({ touched: title });
  },
});
