// Runs before each document of a tour.
(() => {
  // The same chance on both sides: apps with made-up data then show the same.
  let state = 1;
  Math.random = () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  // What is rejected with something else than an error says nothing of itself.
  window.addEventListener("unhandledrejection", ({ reason }) => {
    if (!(reason instanceof Error)) console.error("[miniport] unhandled rejection: " + JSON.stringify(reason));
  });
  // A number to dial leaves the browser: Chromium would ask in a box over the page that swallows every later tap.
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    if (/^(https?|blob|data):$/.test(this.protocol)) click.call(this);
  };
})();
