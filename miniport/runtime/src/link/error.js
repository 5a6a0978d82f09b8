// The one shape in which a call over the bridge fails: {error: number, errorMessage: string, ...what the host said}.

export const ABSENT = 1;
export const ARGUMENTS = 2;
export const UNKNOWN = 3;
export const DENIED = 4;
export const TIMEOUT = 13;

/** Return a failure of our own making. */
export function failure(error, errorMessage) {
  return { error, errorMessage };
}

function firstNumber(values) {
  return values.find((value) => typeof value === "number" && value !== 0);
}

function firstText(values) {
  return values.find((value) => typeof value === "string" && value !== "");
}

/** Return what a host gave to its fail callback, or threw, in our shape; its own keys are kept. */
export function toFailure(given) {
  if (typeof given === "string") return failure(UNKNOWN, given);
  if (!given || typeof given !== "object") return failure(UNKNOWN, "the host gave no reason");
  const error = firstNumber([given.error, given.errorCode, given.errCode, given.errno, given.code]) || UNKNOWN;
  const said = firstText([given.errorMessage, given.errMsg, given.message, given.msg, given.error]);
  return Object.assign({}, given, { error, errorMessage: said || "the host gave no reason" });
}
