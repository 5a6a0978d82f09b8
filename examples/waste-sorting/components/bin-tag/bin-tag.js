import { kindIn } from "../../utils/waste";

/** 一类垃圾的小标签；`city` 决定叫法。 */
Component({
  data: {
    name: "",
  },

  props: {
    kind: "",
    city: 0,
  },

  deriveDataFromProps({ kind, city }) {
    const found = kindIn(kind, city);
    const name = found ? found.name : "";
    if (name !== this.data.name) {
      this.setData({ name });
    }
  },
});
