"""A sound project, and a build of it in a process of its own that has no rights of root."""

from __future__ import annotations

import importlib
import io
import os
import pkgutil
import re
import signal
import sys
import traceback  # noqa: F401 - a bug of ours would load it
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import miniport
from miniport.cli.run import run
from tests.bad.row import put

TARGETS = ("alipay", "weibo")
SOUND = {
    "app.json": '{"pages": ["pages/a/a"]}\n',
    "miniport.yaml": "targets: {weibo: {appId: 'abcd1234'}}\n",
    "app.js": "App({});\n",
    "app.acss": ".top { color: red; }\n",
    "pages/a/a.json": '{"usingComponents": {"card": "/components/card/card"}}\n',
    "pages/a/a.js": "import { greet } from '../../util';\nPage({ data: { hi: greet('a'), n: 1 } });\n",
    "pages/a/a.axml": (
        '<import-sjs name="fmt" from="../../fmt.sjs" />\n'
        '<view class="top">\n'
        "  {{fmt.upper(hi)}}\n"
        '  <card title="{{hi}}" />\n'
        '  <include src="../../part.axml" />\n'
        '  <image src="../../img/a.png" />\n'
        "</view>\n"
    ),
    "pages/a/a.acss": "@import '../../base.acss';\n.a { width: 10rpx; }\n",
    "components/card/card.json": '{"component": true}\n',
    "components/card/card.js": "Component({ props: { title: '' } });\n",
    "components/card/card.axml": "<view>{{title}}</view>\n",
    "base.acss": ".base { margin: 0; }\n",
    "util.js": "export function greet(name) {\n  return 'hi ' + name;\n}\n",
    "fmt.sjs": "export default { upper: function (text) { return text.toUpperCase(); } };\n",
    "part.axml": "<view>part</view>\n",
    "img/a.png": "png",
}
NOBODY = 65534
PATIENCE = 120
"""Seconds after which a build counts as hanging."""


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code (negative: the signal that ended it) and what it said."""

    code: int
    out: str
    err: str


def warm(folder: Path) -> None:
    """Load whatever a build may load, so that nobody's rights, nor every child's time, are asked for it."""
    for module in pkgutil.walk_packages(miniport.__path__, "miniport."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    put(folder, SOUND)
    with redirect_stdout(io.StringIO()):
        assert run(["build", str(folder), *(f"--target={name}" for name in TARGETS)]) == 0


@dataclass(frozen=True)
class Started:
    """A command under way: its process and the files that take what it says."""

    process: int
    out: Path
    err: Path

    def end(self) -> Ended:
        """Wait until it has ended."""
        _, status = os.waitpid(self.process, 0)
        code = os.waitstatus_to_exitcode(status)
        return Ended(code, self.out.read_text("utf-8"), self.err.read_text("utf-8"))


def start(project: Path, run_there: Callable[[], int], name: str = "") -> Started:
    """Start a function in a process of its own whose folder is the project, as somebody without rights."""
    out, err = project.parent / f"out{name}.txt", project.parent / f"err{name}.txt"
    child = os.fork()
    if child == 0:
        code = 70
        try:
            _stand(project, out, err)
            code = run_there()
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code)
    return Started(child, out, err)


def in_user(project: Path, run_there: Callable[[], int]) -> Ended:
    """Run a function in a process of its own whose folder is the project, as somebody without rights."""
    return start(project, run_there).end()


def _stand(project: Path, out: Path, err: Path) -> None:
    signal.alarm(PATIENCE)
    for stream, path in ((1, out), (2, err)):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.dup2(handle, stream)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115, PTH123
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115, PTH123
    drop_rights()
    os.chdir(project)
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "COLUMNS"):
        os.environ.pop(name, None)
    os.environ["LANG"] = "C.UTF-8"


def drop_rights() -> None:
    """Become nobody, where this is root: root may read and write whatever its owner may not."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def give(folder: Path) -> None:
    """Make a folder and all in it belong to who builds."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)


def build(project: Path, *options: str) -> Ended:
    """Build both targets into dist/."""
    arguments = ["build", *(f"--target={name}" for name in TARGETS), *options]
    return in_user(project, lambda: run(arguments))


_TABLE = re.compile(rf"^(?:{'|'.join(TARGETS)}) +\d.*\n", re.MULTILINE)


def told(ended: Ended, project: Path) -> str:
    """Return what a build said, without the table of targets, whose figures change with the runtime."""
    text = _TABLE.sub("", ended.out) + ended.err
    return text.replace(str(project), "PROJECT")
