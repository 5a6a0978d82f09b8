Component({
  props: { product: {}, onAdd() {} },

  methods: {
    open() {
      my.navigateTo({ url: `/pages/item/item?id=${this.props.product.id}` });
    },

    add() {
      this.props.onAdd(this.props.product.id);
    },
  },
});
