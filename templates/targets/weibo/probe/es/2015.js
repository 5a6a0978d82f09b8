(() => {
  class Probe {
    *values(first = 1, ...rest) {
      yield [first, ...rest];
    }
  }
  const [[value]] = [new Probe().values(`${2}`).next().value];
  window.parsed = { es2015: value === "2" };
})();
