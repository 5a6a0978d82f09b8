// Opens a page of the example from its list and goes back, many times: ({rounds, list, page}) => done.
async ({ rounds, list, page }) => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const shown = (selector) => [...document.querySelectorAll(".mp--page:not([hidden]) " + selector)].pop();
  const until = async (find) => {
    for (let turn = 0; turn < 600; turn += 1) {
      const found = find();
      if (found) return found;
      await frame();
    }
    throw new Error("never: " + find);
  };
  for (let round = 0; round < rounds; round += 1) {
    (await until(() => shown(list))).click();
    await until(() => shown(page));
    document.querySelector(".mp--back").click();
    await until(() => !document.querySelector(page));
  }
};
