const ADDRESS = "https://tea.example.com/notices.json";

Page({
  data: {
    state: "loading",
    notices: [],
    why: "",
  },

  onLoad() {
    this.load();
  },

  onRetry() {
    this.load();
  },

  load() {
    this.setData({ state: "loading" });
    my.request({
      url: ADDRESS,
      success: ({ data }) => this.setData({ state: "ready", notices: data.notices || [] }),
      fail: ({ error }) => this.setData({ state: "trouble", why: `错误码 ${error}` }),
    });
  },
});
