// 分 -> 元：1800 显示为 18，2350 显示为 23.50
function yuan(cents) {
  if (typeof cents !== "number") {
    return "";
  }
  return cents % 100 === 0 ? "" + cents / 100 : (cents / 100).toFixed(2);
}

function extra(cents) {
  return cents ? "+¥" + yuan(cents) : "";
}

export default {
  yuan: yuan,
  extra: extra
};
