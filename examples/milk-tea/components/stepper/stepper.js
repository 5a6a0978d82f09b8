/** 加减数量。能不能减到零，由用它的地方用 min 说明。 */
Component({
  props: {
    count: 1,
    min: 1,
    max: 20,
    onCount() {},
  },

  methods: {
    onStep(event) {
      const { count, min, max, onCount } = this.props;
      const wanted = count + Number(event.currentTarget.dataset.by);
      if (wanted >= min && wanted <= max) {
        onCount(wanted);
      }
    },
  },
});
