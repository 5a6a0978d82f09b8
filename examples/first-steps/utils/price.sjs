// 分 -> 元：8800 显示为 88，23950 显示为 239.50
function yuan(cents) {
  return cents % 100 === 0 ? "" + cents / 100 : (cents / 100).toFixed(2);
}

export default {
  yuan: yuan
};
