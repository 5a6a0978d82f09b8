Page({
  data: { names: ["badge", "cell"] },

  open(name) {
    my.navigateTo({ url: `/pages/${name}/${name}` });
  },
});
