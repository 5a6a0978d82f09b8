// 9700 显示为 9700，12000 显示为 1.2 万
function heat(count) {
  return count >= 10000 ? (count / 10000).toFixed(1) + " 万" : "" + count;
}

function has(list, value) {
  return list.indexOf(value) >= 0;
}

function grams(count) {
  return count >= 1000 ? (count / 1000).toFixed(1) + " 千克" : count + " 克";
}

function join(list) {
  return list.join("、");
}

export { heat, has, grams, join };
