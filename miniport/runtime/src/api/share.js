/* What a page shares: asked for by a tap, by the host's menu, and beforehand where the host keeps the answer.
 *
 * config.share is there where the host keeps it: unit -> "reads" (it may be asked at any time) or "acts" (never unasked);
 * a unit that it does not list is asked when its page is shown.
 */

import { clone, config, fail, host, listen, openTypes, report, router, warn } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";

const WAIT = 100;
const HOOK = "onShareAppMessage";

/* What the host was told last, with the page that said so. */
let told = "";

const has = (one) => Boolean(one) && typeof one[HOOK] === "function";

const canHost = () => Boolean(host().has && host().has("share"));

/* What the page says, else the app; null where neither has a word. A throw leaves what was said before. */
function ask(page, source, failed) {
  const owner = [page.self, page.app()].find(has);
  try {
    page.shared = owner ? clone(owner[HOOK](source)) || null : null;
  } catch (error) {
    failed(error, page.place(HOOK));
  }
  return page.shared === undefined ? null : clone(page.shared);
}

const asked = (page, source) => ask(page, source, report);

/* An app that would not have been asked yet hears of no error. */
const early = (page) => ask(page, { from: "menu" }, (error, place) => warn(place + ", asked early: " + error.message));

/* Ask the page, and give what it says to whoever can show it. */
function share(source) {
  const page = router().top();
  const content = page ? asked(page, source) : null;
  if (host().share) {
    told = "";
    host().share(content);
  }
  if (!content) {
    warn("nothing can be shared: " + (page ? page.route + " has no " + HOOK : "there is no page"));
  } else if (canHost()) {
    host()
      .call("share", content)
      .catch((problem) => warn("share: " + problem.errorMessage));
  } else if (navigator.share) {
    const { title, desc, path } = content;
    const url = location.href.split("#")[0] + (path ? "#/" + path.replace(/^\//, "") : location.hash);
    navigator.share({ title, text: desc, url }).catch(() => {});
  } else if (!host().share) {
    warn("nothing can be shared: this browser has no way to");
  }
}

const showSharePanel = () => share({ from: "code" });
showSharePanel.isReady = () => canHost() || Boolean(navigator.share);

/* Where there is no menu of the host, there is none to hide the entry of. */
function hideShareMenu() {
  if (host().share) {
    throw fail(1, "hideShareMenu: the menu is the host's");
  }
}

/* Tell the host unasked, as often as the page's answer may be another one. */
function keepHostInformed(manners) {
  const manner = (page) => manners[has(page.self) ? page.unit.path : "/app"];
  let timer = 0;
  const tell = (page) => {
    const content = manner(page) === "acts" ? page.shared || null : early(page);
    const text = page.id + JSON.stringify(content);
    if (text !== told) {
      told = text;
      host().share(content);
    }
  };
  listen("pageShow", tell);
  listen("flush", () => {
    const page = router().top();
    if (page && manner(page) === "reads" && !timer) {
      timer = setTimeout(() => {
        timer = 0;
        if (router().top() === page) {
          tell(page);
        }
      }, WAIT);
    }
  });
}

listen("page", (page) => {
  page.share = (source) => asked(page, source || { from: "menu" });
});
if (config() && config().share) {
  keepHostInformed(config().share);
}
openTypes.share = ({ id, tagName, dataset }) => share({ from: "button", target: { id, tagName, dataset } });
api({ showSharePanel, hideShareMenu: asynchronous(hideShareMenu, "hideShareMenu") });
