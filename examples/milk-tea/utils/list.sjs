function has(list, value) {
  return list.indexOf(value) >= 0;
}

export default {
  has: has
};
