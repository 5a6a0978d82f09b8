import { find } from "../../utils/reads";

const BODY = [
  {
    name: "p",
    attrs: { style: "margin: 0 0 12px" },
    children: [{ type: "text", text: "分类不难，难的是每天都分。" }],
  },
  {
    name: "p",
    attrs: { style: "margin: 0 0 12px" },
    children: [
      { type: "text", text: "记住三个字就够用了：" },
      { name: "strong", children: [{ type: "text", text: "净、干、单" }] },
      { type: "text", text: "。冲干净、沥干水、单独放。" },
    ],
  },
  { name: "p", attrs: { style: "margin: 0" }, children: [{ type: "text", text: "剩下的，交给楼下那四个桶 😊" }] },
];

Page({
  data: {
    read: null,
    body: BODY,
    size: 16,
  },

  onLoad(query) {
    this.setData({ read: find(query.id) || null });
  },

  onSize(event) {
    this.setData({ size: event.detail.value });
  },

  onShareAppMessage() {
    const { read } = this.data;
    return {
      title: read ? read.title : "分得清",
      path: read ? `/pages/article/article?id=${read.id}` : "/pages/feed/feed",
      imageUrl: "/assets/share/search.png",
    };
  },
});
