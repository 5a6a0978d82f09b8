export const questions = [
  {
    id: "bone",
    type: "one",
    title: "啃完的大棒骨，投哪个桶？",
    options: ["厨余垃圾", "其他垃圾", "可回收物"],
    right: ["其他垃圾"],
    why: "大棒骨太硬，会卡住厨余处理的机器。",
  },
  {
    id: "bad",
    type: "many",
    title: "下面哪些是有害垃圾？",
    options: ["过期药品", "节能灯", "用过的纸巾", "指甲油"],
    right: ["过期药品", "节能灯", "指甲油"],
    why: "药品、灯管和指甲油里都有要单独处理的成分。",
  },
  {
    id: "weight",
    type: "guess",
    title: "一个人一天大约产生多少垃圾？",
    min: 0,
    max: 3000,
    step: 100,
    from: 800,
    to: 1300,
    why: "城市里大约每人每天一公斤。",
  },
];

export function isRight(question, answer) {
  if (question.type === "guess") {
    return answer >= question.from && answer <= question.to;
  }
  const { right } = question;
  return answer.length === right.length && right.every((option) => answer.includes(option));
}
