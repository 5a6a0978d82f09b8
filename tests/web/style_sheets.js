/* Reads style sheets as the browser does. */

const rulesOf = (text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return Array.from(sheet.cssRules);
};

const selectors = (rules) =>
  rules.flatMap((rule) => {
    if (rule.selectorText !== undefined) {
      return [rule.selectorText];
    }
    return rule instanceof CSSGroupingRule ? selectors(Array.from(rule.cssRules)) : [];
  });

/* The rules of each text, as the browser writes them. */
window.read = (texts) => texts.map((text) => rulesOf(text).map((rule) => rule.cssText));

/* The selectors of a text that match a node without any of the tokens that let a sheet in. */
window.leaks = (text) =>
  selectors(rulesOf(text)).filter((selector) => document.body.querySelector(selector) !== null);
