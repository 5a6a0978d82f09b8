/* my.chooseCity from the cities that the app gives; the platform's own list is not ours to have. */

import { fail, h } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import { textOf } from "../lib/given.js";
import { ask } from "./lib/modal.js";

const given = (list) => (Array.isArray(list) ? list : []);

function chooseCity({ cities, hotCities, showHotCities = true }) {
  const hot = showHotCities ? given(hotCities) : [];
  const list = hot.concat(given(cities).filter((one) => !hot.some((other) => other.adCode === one.adCode)));
  if (!list.length) {
    throw fail(1, "chooseCity: there is no list of cities here; give `cities`");
  }
  const look = { kind: "mp--panel", place: "mp--low", label: "选择城市", cancel: null, isLight: true };
  return ask(look, (answer) => {
    const item = (city) => h("button", { type: "button", onClick: () => answer(city) }, textOf(city.city));
    const leave = h("button", { type: "button", onClick: () => answer(null) }, "取消");
    return [h("div", { class: "mp--head" }, leave), h("div", { class: "mp--cities" }, list.map(item))];
  }).then((city) => {
    if (!city) {
      throw fail(11, "chooseCity: cancelled");
    }
    return { city: city.city, adCode: city.adCode };
  });
}

api({ chooseCity: asynchronous(chooseCity, "chooseCity") });
