Component({
  props: {
    drink: {},
    onOpen() {},
  },

  methods: {
    onTap() {
      this.props.onOpen(this.props.drink.id);
    },
  },
});
