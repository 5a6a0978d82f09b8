"""Where the files are that ship with miniport: templates, target packs, the built browser runtime.

A wheel (also one built from the sdist) carries all of them inside the package. In a checkout and in an
editable install the templates stand beside the package, and the runtime is built from its sources
by `build_runtime`, the one place where miniport starts npm and so may reach the network.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
OLDEST_NODE = 18
STAMP = "SOURCES"
_SOURCE_SUFFIXES = frozenset({".js", ".mjs", ".cjs", ".ts", ".json", ".css", ".html", ".yaml"})
_NOT_SOURCES = frozenset({"node_modules", "built", "test", "tests"})


class RuntimeMissing(Exception):  # noqa: N818 - it names what was found
    """The built browser runtime is absent or older than its sources, and cannot be built here.

    `found` says why; `command` is the one line to run.
    """

    def __init__(self, found: str, command: str) -> None:
        super().__init__(f"{found}; run: {command}")
        self.found = found
        self.command = command


def template_folder() -> Path:
    """Return the folder of the Jinja2 templates: the shipped copy, else the checkout's."""
    shipped = PACKAGE / "_templates"
    return shipped if shipped.is_dir() else PACKAGE.parent / "templates"


def template_text(name: str) -> str:
    """Return the text of a template, named by its path below the template folder."""
    return (template_folder() / name).read_text("utf-8")


def pack_folder(name: str) -> Path:
    """Return the folder of a bundled target pack; it need not exist."""
    return PACKAGE / "targets" / name


def runtime_file(name: str) -> bytes:
    """Return a file of the built runtime, named by its path below `runtime_folder`."""
    return (runtime_folder() / name).read_bytes()


def runtime_folder() -> Path:
    """Return the folder of the built runtime; in a checkout, build it first where it is missing or old.

    Raises RuntimeMissing where it would have to be built and cannot be.
    """
    return _current(PACKAGE)


@lru_cache(maxsize=4)
def _current(package: Path) -> Path:
    built = package / "runtime" / "built"
    if _is_checkout(package) and not _is_fresh(package):
        build_runtime(package)
    return built


def build_runtime(package: Path = PACKAGE) -> Path:
    """Build the browser runtime from its sources and return its folder; do nothing where it is fresh.

    Runs `npm ci` where the npm packages do not match the lock file (this reads the npm registry), then
    `node build.mjs`. Two processes may call it at once; readers see the old folder or the new one.
    Raises RuntimeMissing where Node is absent or too old, or one of the two commands stops.
    """
    runtime = package / "runtime"
    with _lock(runtime / ".lock"):
        if not _is_fresh(package):
            node, npm = _node()
            _install(runtime, npm)
            _build(package, node)
    return runtime / "built"


def sources_digest(package: Path = PACKAGE) -> str:
    """Return a hash of every file the built runtime is made from."""
    digest = hashlib.sha256()
    # Each build in a checkout looks at these, so that names have to do: paths cost more than reading.
    top = str(package)
    for name in _sources(package):
        with open(name, "rb") as file:
            content = file.read()
        digest.update(f"{name[len(top) + 1 :].replace(os.sep, '/')}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _is_checkout(package: Path) -> bool:
    return (package / "runtime" / "build.mjs").is_file()


def _is_fresh(package: Path) -> bool:
    return _stamped(package / "runtime" / "built" / STAMP) == sources_digest(package)


def _sources(package: Path) -> Iterator[str]:
    """Yield the sources in an order that does not depend on the file system."""
    for top in (package / "runtime", *sorted((package / "targets").glob("*/runtime"))):
        for folder, folders, names in os.walk(top):
            folders[:] = sorted(set(folders) - _NOT_SOURCES)
            for name in sorted(names):
                if os.path.splitext(name)[1] in _SOURCE_SUFFIXES:
                    yield os.path.join(folder, name)


def _stamped(stamp: Path) -> str:
    return stamp.read_text("utf-8").strip() if stamp.is_file() else ""


def _node() -> tuple[str, str]:
    """Return the paths of node and npm."""
    # What starts processes is imported where one is started: nearly no build of a project does.
    import shutil
    import subprocess

    on_debian = Path("/etc/debian_version").is_file()
    cure = "apt-get install -y nodejs npm" if on_debian else f"install Node.js {OLDEST_NODE} or newer"
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise RuntimeMissing("the browser runtime is not built and Node.js is not on the PATH", cure)
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = re.match(r"v(\d+)\.", version)
    if major is None or int(major[1]) < OLDEST_NODE:
        found = f"the browser runtime is not built and Node.js {version.strip()} is older than {OLDEST_NODE}"
        raise RuntimeMissing(found, cure)
    return node, npm


def _install(runtime: Path, npm: str) -> None:
    """Install the npm packages of the lock file, once per lock file."""
    lock = hashlib.sha256((runtime / "package-lock.json").read_bytes()).hexdigest()
    stamp = runtime / "node_modules" / ".miniport-stamp"
    if _stamped(stamp) == lock:
        return
    _run([npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"], runtime, f"cd {runtime} && npm ci")
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(lock, "utf-8")


def _build(package: Path, node: str) -> None:
    """Build into a folder beside the old one, then put it in its place."""
    import tempfile

    runtime = package / "runtime"
    built = runtime / "built"
    with tempfile.TemporaryDirectory(prefix=".built-", dir=runtime) as scratch:
        fresh = Path(scratch, "built")
        digest = sources_digest(package)
        _run([node, "build.mjs", "--out", str(fresh)], runtime, f"cd {runtime} && node build.mjs")
        Path(fresh, STAMP).write_text(digest, "utf-8")
        if built.exists():
            built.rename(Path(scratch, "old"))
        fresh.rename(built)


def _run(command: list[str], folder: Path, retry: str) -> None:
    import subprocess

    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()
        errors = [line for line in said if re.match(r"\w*Error\b|npm (ERR!|error)", line)]
        why = (errors + said[-1:] + [f"exit code {done.returncode}"])[0]
        raise RuntimeMissing(f"the browser runtime could not be built: {why}", retry)


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    """Hold a lock file that the operating system frees when the process ends."""
    with path.open("a+b") as file:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield
