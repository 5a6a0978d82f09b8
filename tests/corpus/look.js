// What the tour asks of the frame that shows an app: (order) => answer.
(order) => {
  const page = [...document.querySelectorAll(".mp--page")].filter((box) => !box.hidden && box.getClientRects().length).pop();
  const CONTROLS = "mp-button,mp-navigator,mp-switch,mp-checkbox,mp-radio,mp-picker,mp-input,mp-textarea,mp-label,mp-slider,mp-picker-view";
  const PICTURES = "img,canvas,video,input,textarea,iframe,svg";
  const EMPTY = ["rgba(0, 0, 0, 0)", "transparent"];
  const QUIET = 160;
  const PATIENCE = 1200;

  const hasBox = (node) => {
    const { width, height } = node.getBoundingClientRect();
    return width > 0 && height > 0 && node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const hasText = (node) => [...node.childNodes].some((each) => each.nodeType === 3 && each.data.trim());
  const isPainted = (node) => {
    const { backgroundColor, backgroundImage, borderTopWidth, borderBottomWidth, boxShadow } = getComputedStyle(node);
    const hasLine = [borderTopWidth, borderBottomWidth].some((width) => parseFloat(width) > 0);
    return !EMPTY.includes(backgroundColor) || backgroundImage !== "none" || hasLine || boxShadow !== "none";
  };
  // A canvas on which nothing was drawn shows nothing. It is looked at in a copy: asking it for a context would give it one.
  const isEmpty = (node) => {
    if (node.localName !== "canvas") return false;
    if (!node.width || !node.height) return true;
    const copy = Object.assign(document.createElement("canvas"), { width: 64, height: 64 }).getContext("2d");
    copy.drawImage(node, 0, 0, 64, 64);
    try {
      return copy.getImageData(0, 0, 64, 64).data.every((value) => value === 0);
    } catch {
      // A picture from another address was drawn: browsers let nobody read it, but it is there.
      return false;
    }
  };
  const shows = (node) => hasBox(node) && (hasText(node) || (node.matches(PICTURES) && !isEmpty(node)) || isPainted(node));
  const all = () => (page ? [...page.querySelector("mp-page").querySelectorAll("*")] : []);
  const isBroken = (img) => img.getAttribute("src") && img.complete && !img.naturalWidth;
  const nameOf = (node) => {
    const own = (node.getAttribute("class") || "").split(/\s+/).slice(0, 3).join(".");
    return node.localName.replace(/^mp-/, "") + "." + own + " " + node.textContent.trim().replace(/\s+/g, " ").slice(0, 12);
  };
  const isHeard = (node) => node.mp && node.mp.e && Object.keys(node.mp.e).some((key) => /^tap/.test(key));
  const tappable = () => all().filter((node) => (isHeard(node) || node.matches(CONTROLS)) && hasBox(node));

  const TASKS = {
    look: () => ({
      route: location.hash.replace(/^#\/?/, "").split("?")[0],
      visible: all().filter(shows).length,
      characters: page ? page.querySelector("mp-page").innerText.replace(/\s/g, "").length : 0,
      broken: all().filter((node) => node.localName === "img" && isBroken(node)).map((node) => node.getAttribute("src")),
      isCovered: Boolean(document.querySelector(".mp--mask")),
    }),
    // One name for each kind of thing that can be tapped, in document order.
    names: () => [...new Set(tappable().map(nameOf))],
    find: ({ name }) => {
      const node = tappable().find((each) => nameOf(each) === name);
      if (!node) return null;
      node.scrollIntoView({ block: "center", inline: "center" });
      const { left, top, width, height } = node.getBoundingClientRect();
      const over = document.elementFromPoint(left + width / 2, top + height / 2);
      return over && (node.contains(over) || over.contains(node)) ? node : null;
    },
    // Until nothing has changed for a while.
    settle: () =>
      new Promise((resolve) => {
        const end = performance.now() + PATIENCE;
        let last = performance.now();
        const watch = new MutationObserver(() => (last = performance.now()));
        watch.observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
        const turn = () => {
          const now = performance.now();
          if (now - last < QUIET && now < end) return requestAnimationFrame(turn);
          watch.disconnect();
          return resolve();
        };
        turn();
      }),
  };
  return TASKS[order.task](order);
}
