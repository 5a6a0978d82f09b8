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

  /* Tap a button, wait until `is` (a text of JavaScript) holds, lay out: the milliseconds in between. */
  window.bench.act = async (name, is) => {
    const isDone = window.bench.checks[is[0]];
    const begun = performance.now();
    document.getElementById(name).click();
    while (!isDone(is[1], is[2])) {
      if (performance.now() - begun > LONGEST) {
        throw new Error(name + " did not come to " + JSON.stringify(is));
      }
      await turn();
    }
    void document.body.offsetHeight;
    return performance.now() - begun;
  };

  const at = (selector, number) => document.querySelectorAll(selector)[number];
  window.bench.checks = {
    count: (selector, number) => document.querySelectorAll(selector).length === number,
    text: (place, text) => at(place[0], place[1]).textContent.indexOf(text) >= 0,
  };

  window.bench.textOf = (selector, number) => at(selector, number).textContent;
  window.bench.size = () => ["#rows", "#nodes"].map((id) => document.querySelectorAll(id + " *").length);
})();
