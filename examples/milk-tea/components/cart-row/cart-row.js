/** 购物车里的一行。展开与否是它自己的事，跟着这一行走。 */
Component({
  data: {
    isOpen: false,
  },

  props: {
    line: {},
    onCount() {},
  },

  methods: {
    onTap() {
      this.setData({ isOpen: !this.data.isOpen });
    },

    onStep(count) {
      this.props.onCount(this.props.line.key, count);
    },
  },
});
