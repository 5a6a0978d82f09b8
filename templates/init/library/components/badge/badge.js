Component({
  props: { text: "", kind: "plain" },
});
