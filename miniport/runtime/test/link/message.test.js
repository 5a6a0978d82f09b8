import assert from "node:assert/strict";
import { test } from "node:test";
import { toFailure } from "../../src/link/error.js";
import { pack, unpack } from "../../src/link/binary.js";
import { decode, encode } from "../../src/link/message.js";

test("binary data of every length keeps its bytes and its kind", () => {
  for (let length = 0; length < 20; length += 1) {
    const view = Uint8Array.from({ length }, (_, index) => (index * 37 + length * 101) % 256);
    const { value } = decode(encode({ t: "call", value: { at: [view.buffer, view.subarray(1)] } }, pack), unpack);
    assert.ok(value.at[0] instanceof ArrayBuffer);
    assert.deepEqual(new Uint8Array(value.at[0]), view);
    assert.deepEqual(new Uint8Array(value.at[1]), view.subarray(1));
  }
});

test("functions stay behind, text of every kind crosses", () => {
  const sent = { t: "call", args: { success() {}, list: [1, null, true], text: "微博 😀 \u2028 </script>" } };
  assert.deepEqual(decode(encode(sent)), { t: "call", args: { list: [1, null, true], text: sent.args.text } });
});

test("a text that is no message gives null", () => {
  for (const text of ["", "{", "null", "1", "[]", "{}", '{"t":1}']) assert.equal(decode(text), null);
});

test("whatever a host says of a failure comes in one shape", () => {
  const unknown = { error: 3, errorMessage: "the host gave no reason" };
  assert.deepEqual(toFailure(undefined), unknown);
  assert.deepEqual(toFailure({}), unknown);
  assert.deepEqual(toFailure("no"), { error: 3, errorMessage: "no" });
  assert.deepEqual(toFailure({ errMsg: "x:fail", errCode: 7 }), { errMsg: "x:fail", errCode: 7, error: 7, errorMessage: "x:fail" });
  assert.deepEqual(toFailure({ code: -1, msg: "m" }), { code: -1, msg: "m", error: -1, errorMessage: "m" });
  assert.equal(toFailure(new Error("boom")).errorMessage, "boom");
});
