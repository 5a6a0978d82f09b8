/* Change the first board `count` times and return what differs from a board made anew, "" where nothing ever did. Each kid
 * that is drawn must be alive, too.
 */
async (count) => {
  const settle = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });
  const tap = async (id) => {
    document.getElementById(id).click();
    await settle();
  };
  /* Tags, attributes in one order, texts, and what events and their data sets are. */
  const seen = (node) => {
    if (node.nodeType === 3) {
      return node.data;
    }
    const { mp } = node;
    const marks = Array.from(node.attributes, ({ name, value }) => name + "=" + value).sort();
    const told = mp && mp.e ? JSON.stringify([mp.d, mp.e]) : "";
    return "<" + [node.localName, ...marks, told].join(" ") + ">" + Array.from(node.childNodes, seen).join("|") + "</>\n";
  };
  const shown = (id) => Array.from(document.getElementById(id).childNodes, seen).join("");
  for (let number = 0; number < count; number++) {
    for (const id of ["change", "back", "show"]) {
      await tap(id);
    }
    const [one, other] = [shown("one"), shown("other")];
    const drawn = document.querySelectorAll("#one [id=kid]").length;
    const alive = +document.getElementById("alive").textContent;
    if (alive !== drawn) {
      return "step " + number + ": " + drawn + " kids are drawn, " + alive + " are alive";
    }
    await tap("hide");
    if (one !== other) {
      const at = Math.max(0, one.split("").findIndex((char, index) => char !== other[index]) - 100);
      return ["step " + number, one.substr(at, 200), other.substr(at, 200)].join("\n");
    }
  }
  return "";
};
