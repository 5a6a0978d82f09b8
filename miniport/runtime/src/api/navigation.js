/* my.navigateTo and its family. */

import { api, asynchronous, router } from "miniport:core";

const go = (name) => asynchronous((options) => router()[name](options.url), name);

api({
  navigateTo: go("navigateTo"),
  redirectTo: go("redirectTo"),
  reLaunch: go("reLaunch"),
  switchTab: go("switchTab"),
  navigateBack: asynchronous((options) => router().navigateBack(options.delta === undefined ? 1 : options.delta), "navigateBack"),
});
