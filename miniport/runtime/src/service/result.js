// Results of the container's members, which come in more than one shape.

// The keys that may stand beside `data` in an envelope; any other key says that the object is the result itself.
const ENVELOPE = ["data", "code", "errno", "errCode", "errMsg", "errorMessage", "msg", "message", "success", "result", "status"];

/** Return the result inside a {data: {...}} envelope, or the result as it is. */
export function unwrap(result) {
  if (!result || typeof result !== "object" || !result.data || typeof result.data !== "object") return result;
  const isEnvelope = Object.keys(result).every((key) => ENVELOPE.indexOf(key) >= 0);
  return isEnvelope ? result.data : result;
}

/** Tell whether a result that came without word of success or failure reads as a failure. */
export function looksFailed(result) {
  if (!result || typeof result !== "object") return false;
  const said = result.errMsg || result.errorMessage || "";
  return (typeof said === "string" && /(^|:)\s*fail/.test(said)) || (typeof result.error === "number" && result.error !== 0);
}
