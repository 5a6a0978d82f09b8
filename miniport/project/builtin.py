"""The modules that Node.js itself has, which no mini program and no browser has."""

from __future__ import annotations

# https://nodejs.org/api/ (2026-11-27): `require("node:module").builtinModules`, without those behind `_`.
_NAMES = frozenset(
    [
        "assert",
        "async_hooks",
        "buffer",
        "child_process",
        "cluster",
        "console",
        "constants",
        "crypto",
        "dgram",
        "diagnostics_channel",
        "dns",
        "domain",
        "events",
        "fs",
        "http",
        "http2",
        "https",
        "inspector",
        "module",
        "net",
        "os",
        "path",
        "perf_hooks",
        "process",
        "punycode",
        "querystring",
        "readline",
        "repl",
        "stream",
        "string_decoder",
        "sys",
        "timers",
        "tls",
        "trace_events",
        "tty",
        "url",
        "util",
        "v8",
        "vm",
        "wasi",
        "worker_threads",
        "zlib",
    ]
)
_SCHEME = "node:"


def is_builtin(request: str) -> bool:
    """Tell whether a request that no package answers is one of Node: `fs`, `fs/promises`, `node:fs`."""
    return request.startswith(_SCHEME) or request.split("/")[0] in _NAMES
