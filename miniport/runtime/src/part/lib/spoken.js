/* The language of the browser, in the platform's words. */

const LANGUAGES = { "zh-CN": "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-HK", zh: "zh-Hans" };

export const spoken = () => LANGUAGES[navigator.language] || navigator.language;

/* What `table` has for the language, or for that without its country. */
export function inLanguage(table) {
  const [first] = String(navigator.language).split("-");
  return table[spoken()] || table[LANGUAGES[first] || first];
}
