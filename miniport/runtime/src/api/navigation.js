/* my.navigateTo and its family. */

import { router } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import "miniport:part/navigation";

const go = (name) => asynchronous((options) => router()[name](options.url), name);

api({
  navigateTo: asynchronous(({ url, events }) => router().navigateTo(url, events), "navigateTo"),
  redirectTo: go("redirectTo"),
  reLaunch: go("reLaunch"),
  switchTab: go("switchTab"),
  navigateBack: asynchronous((options) => router().navigateBack(options.delta === undefined ? 1 : options.delta), "navigateBack"),
});
