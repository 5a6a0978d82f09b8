Component({
  props: {
    drink: {},
    isPlain: false,
    onOpen() {},
  },

  methods: {
    onTap() {
      this.props.onOpen(this.props.drink.id);
    },
  },
});
