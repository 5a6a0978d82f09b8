import { isRight, questions } from "../../utils/quiz";

const first = () => ({
  at: 0,
  question: questions[0],
  answer: questions[0].type === "guess" ? 0 : [],
  isChecked: false,
  isGood: false,
  score: 0,
  isDone: false,
});

Page({
  data: {
    count: questions.length,
    ways: { one: "单选", many: "多选，选出全部", guess: "拖动滑块估一估" },
    ...first(),
  },

  onOne(event) {
    this.setData({ answer: [event.detail.value] });
  },

  onMany(event) {
    this.setData({ answer: event.detail.value });
  },

  onGuess(event) {
    this.setData({ answer: event.detail.value });
  },

  onCheck() {
    const { question, answer, score } = this.data;
    const isGood = isRight(question, answer);
    this.setData({ isChecked: true, isGood, score: score + (isGood ? 1 : 0) });
  },

  onNext() {
    const at = this.data.at + 1;
    if (at === questions.length) {
      this.setData({ isDone: true });
      return;
    }
    const question = questions[at];
    this.setData({ at, question, answer: question.type === "guess" ? 0 : [], isChecked: false });
  },

  onAgain() {
    this.setData(first());
  },

  /** 故意写错：没有 prizes 这个数据。出错之后答题照常。 */
  onPrize() {
    this.setData({ prize: this.data.prizes[0].name });
  },
});
