Component({
  props: {
    item: {},
    city: 0,
    isLast: false,
    onOpen() {},
  },

  methods: {
    onTap() {
      this.props.onOpen(this.props.item.id);
    },
  },
});
