/* my.makePhoneCall: the number is handed to the device, which asks before it dials. */

import { fail } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";

function makePhoneCall({ number }) {
  if (number === undefined || number === null || number === "") {
    throw fail(2, "makePhoneCall: number is needed");
  }
  const link = document.createElement("a");
  link.href = "tel:" + encodeURIComponent(number);
  link.click();
  return { success: true };
}

api({ makePhoneCall: asynchronous(makePhoneCall, "makePhoneCall") });
