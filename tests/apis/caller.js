/* What the tests call the APIs with: how often, when and in which order something was told. */

window.called = (name, options, isSilent) => {
  const seen = { told: [], isSync: false };
  let isReturned = false;
  const tell = (callback) => (value) => {
    seen.isSync = seen.isSync || !isReturned;
    seen.told.push([callback, value]);
  };
  const callbacks = { success: tell("success"), fail: tell("fail"), complete: tell("complete") };
  const promise = window.my[name](Object.assign({}, options, isSilent ? null : callbacks));
  isReturned = true;
  window.lastCall = seen;
  seen.settled = new Promise((resolve) => {
    promise.then(
      (value) => resolve(["resolved", value]),
      (value) => resolve(["rejected", value]),
    );
  });
  return true;
};

/* Wait for the last call to end, and for its callbacks. */
window.ended = () =>
  window.lastCall.settled.then(
    (settled) => new Promise((done) => setTimeout(() => done({ settled, told: window.lastCall.told, isSync: window.lastCall.isSync }))),
  );
