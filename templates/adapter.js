// Written by miniport: leads calls that this platform does not have to the project's own modules.
"use strict";

const modules = {
$modules
};

// Name in this project -> [capability, name that the module is told].
const apis = $apis;

const PATIENCE = 30000;

function failure(error, errorMessage) {
  return { error: error, errorMessage: errorMessage };
}

const host = {
  name: $host,
  has: function () {
    return false;
  },
  call: function (member) {
    return Promise.reject(failure(1, '"' + member + '" cannot be reached on this platform'));
  },
};

function functionOf(capability) {
  const found = modules[capability]();
  const run = found && typeof found.default === "function" ? found.default : found;
  if (typeof run !== "function") {
    throw failure(3, 'the module of "' + capability + '" has no default export');
  }
  return run;
}

function shaped(problem, name) {
  if (problem && typeof problem === "object" && problem.error !== undefined) {
    const errorMessage = problem.errorMessage || problem.message || name + " was refused";
    return Object.assign({}, problem, { errorMessage: errorMessage });
  }
  return failure(3, problem && problem.message ? problem.message : String(problem));
}

function asked(name, given) {
  const options = Object.assign({}, given);
  ["success", "fail", "complete"].forEach(function (callback) {
    delete options[callback];
  });
  return new Promise(function (resolve, reject) {
    const timer = setTimeout(function () {
      reject(failure(13, name + " was not answered in time"));
    }, PATIENCE);
    const end = function (settle) {
      return function (value) {
        clearTimeout(timer);
        settle(value);
      };
    };
    Promise.resolve()
      .then(function () {
        return functionOf(apis[name][0])(options, { host: host, dialect: $dialect, api: apis[name][1] });
      })
      .then(end(resolve), end(reject));
  }).then(
    function (result) {
      return result === undefined ? {} : result;
    },
    function (problem) {
      throw shaped(problem, name);
    },
  );
}

function adapter(name) {
  return function (options) {
    const given = options || {};
    const done = asked(name, given);
    const tell = function (callback) {
      return function (value) {
        if (typeof given[callback] === "function") given[callback](value);
        if (typeof given.complete === "function") given.complete(value);
      };
    };
    if (given.success || given.fail || given.complete) done.then(tell("success"), tell("fail"));
    return done;
  };
}

exports.canIUse = function (query) {
  return Object.prototype.hasOwnProperty.call(apis, query) || $namespace.canIUse(query);
};

Object.keys(apis).forEach(function (name) {
  const keys = name.split(".");
  const last = keys.pop();
  const owner = keys.reduce(function (at, key) {
    return (at[key] = at[key] || {});
  }, exports);
  owner[last] = adapter(name);
});
