/* my.createWorker: code in a thread of its own. A host that runs no worker files has it run in the page. */

import { attempt, clone, config, createRequire, globals, report, warn } from "miniport:core";
import { api } from "miniport:part/call";
import { thread } from "./lib/thread.js";

const FILE = "./workers.js";

let loading = null;

/* Read the modules of workers into the page, once. */
function loaded() {
  loading =
    loading ||
    new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = FILE;
      script.onload = done;
      script.onerror = () => failed(new Error(FILE + " cannot be read"));
      document.head.appendChild(script);
    });
  return loading;
}

/* Code of a worker in the page: messages still arrive later, and as copies. */
function inPage(id, hear) {
  let isOver = false;
  const later = (act, message) => setTimeout(() => isOver || attempt("worker " + id, act, undefined, message));
  const made = thread({ clone, globals: Object.create(globals), send: (message) => later(hear, message) });
  const begun = loaded()
    .then(() => isOver || createRequire(made.scope)(id))
    .catch((problem) => report(problem, "worker " + id));
  warn("workers do not run here: their code runs in the page");
  return {
    post: (message) => begun.then(() => later(made.hear, message)),
    end() {
      isOver = true;
    },
  };
}

/* Start a thread; what was said to one that never came is said again in the page. */
function begin(id, hear) {
  const said = [];
  let isReady = false;
  let isOver = false;
  let there = null;
  let own = null;
  const give = () => {
    if (!there && !isOver) {
      there = inPage(id, hear);
      said.forEach(there.post);
    }
  };
  try {
    own = new Worker(FILE + "#" + encodeURI(id));
  } catch (problem) {
    give();
  }
  if (own) {
    own.onmessage = ({ data }) => {
      isReady = true;
      if ("message" in data) {
        attempt("worker message", hear, undefined, data.message);
      }
    };
    own.onerror = (event) => {
      event.preventDefault();
      if (isReady) {
        report(new Error(event.message), "worker " + id);
      } else {
        give();
      }
    };
  }
  return {
    post(message) {
      if (there) {
        there.post(message);
      } else {
        if (!isReady) {
          said.push(message);
        }
        own.postMessage(message);
      }
    },
    end() {
      isOver = true;
      (there || { end: () => own.terminate() }).end();
    },
  };
}

let running = null;

function createWorker(path) {
  const id = "/" + path;
  if ((config().workers || []).indexOf(id) < 0) {
    warn('createWorker: app.json lists no worker "' + path + '"');
    return undefined;
  }
  if (running) {
    warn("createWorker: one worker at a time; terminate the other one first");
    return undefined;
  }
  const listeners = [];
  const hear = (message) => running === worker && listeners.slice().forEach((listener) => listener(message));
  const thread = begin(id, hear);
  const worker = {
    onMessage(callback) {
      listeners.push(callback);
    },
    postMessage(message) {
      if (running === worker) {
        thread.post(clone(message));
      }
    },
    terminate() {
      if (running === worker) {
        running = null;
        thread.end();
      }
    },
  };
  running = worker;
  return worker;
}

api({ createWorker });
