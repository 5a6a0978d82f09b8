import assert from "node:assert/strict";
import { test } from "node:test";
import { join, settled } from "./pair.js";

const COUNT = 10000;

/** Members that answer, fail, answer twice, late, or never, by the number of the call. */
function member(clock, runs) {
  return (options) => {
    const { n } = options;
    runs[n] = (runs[n] || 0) + 1;
    const answer = {
      0: () => options.success({ n }),
      1: () => options.fail({ error: 7, errorMessage: String(n) }),
      2: () => (options.success({ n }), options.success({ n }), options.complete({ n })),
      3: () => clock.timer(() => options.success({ n }), 500 + (n % 50) * 40),
      4: () => options.failure({ error: 7, errorMessage: String(n) }),
    }[n % 5];
    if (n % 97 !== 0) answer();
  };
}

for (const timers of [true, false]) {
  test(`${COUNT} calls over a bad wire are each done once and answered once or timed out (shell timers: ${timers})`, async () => {
    const runs = {};
    const wbx = {};
    const joined = join(wbx, { timers, faults: { seed: 11, drop: 0.15, duplicate: 0.15, delay: [1, 300] } });
    const { clock, client } = joined;
    wbx.getLocation = member(clock, runs);
    const answers = {};
    const note = (n, what) => {
      answers[n] = (answers[n] || []).concat(what);
    };
    for (let n = 0; n < COUNT; n += 1) {
      clock.timer(() => {
        client.call("getLocation", { n }).then(
          (value) => note(n, value.n === n ? "ok" : "wrong"),
          (error) => note(n, error.error === 13 ? "late" : error.errorMessage === String(n) ? "fail" : "wrong"),
        );
      }, n * 6);
    }
    clock.run();
    await settled();
    const expected = (n) => (n % 97 === 0 ? "late" : n % 5 === 1 || n % 5 === 4 ? "fail" : "ok");
    for (let n = 0; n < COUNT; n += 1) {
      assert.deepEqual(answers[n], [expected(n)], `call ${n}`);
      assert.equal(runs[n], 1, `call ${n}`);
    }
    assert.ok(joined.stats.dropped > 20, JSON.stringify(joined.stats));
    assert.equal(client.calls.size, 0);
  });
}
