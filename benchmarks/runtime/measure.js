/* Put into each page before its own scripts: when its first content was there, and what one action costs. */

window.bench = { first: 0, act: null };

const LONGEST = 10000;

(() => {
  const seen = new MutationObserver(() => {
    const node = document.getElementById("first");
    if (node && node.textContent.trim()) {
      seen.disconnect();
      // Laid out, as the user would see it with the next frame.
      void document.body.offsetHeight;
      window.bench.first = performance.now();
    }
  });
  seen.observe(document, { childList: true, subtree: true, characterData: true });

  const turn = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });

  /* Tap a button, wait until one check after the other holds, lay out: the milliseconds in between. Where there are several
   * checks, each is of a tap of its own, and what is given is the time of one.
   */
  window.bench.act = async (name, checks) => {
    const begun = performance.now();
    for (const [is, ...given] of checks) {
      document.getElementById(name).click();
      while (!window.bench.checks[is](...given)) {
        if (performance.now() - begun > LONGEST) {
          throw new Error(name + " did not come to " + JSON.stringify([is, given]));
        }
        await turn();
      }
      void document.body.offsetHeight;
    }
    return (performance.now() - begun) / checks.length;
  };

  // Found by its place: a search of the whole document would be most of what a small change takes.
  const at = ([id, ...places]) => places.reduce((node, place) => node.children[place], document.getElementById(id));
  window.bench.checks = {
    count: (place, number) => at(place).childElementCount === number,
    text: (place, text) => at(place).textContent.indexOf(text) >= 0,
  };

  window.bench.textOf = (place) => at(place).textContent;
  window.bench.size = () => ["#rows", "#nodes"].map((id) => document.querySelectorAll(id + " *").length);
})();
