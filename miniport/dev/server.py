"""The preview: a page, and a frame on a port of its own for each target."""

from __future__ import annotations

import contextlib
import secrets
import socket
import threading
import time
import webbrowser
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType

from miniport.dev.findings import blocked_host
from miniport.dev.followed import Followed
from miniport.dev.server_door import Refused
from miniport.dev.server_events import Events
from miniport.dev.server_frame import FrameSite
from miniport.dev.server_http import Server, Site
from miniport.dev.server_mocks import Mocks
from miniport.dev.server_page import PageSite
from miniport.dev.shown import Shown, changes
from miniport.diagnostics import Diagnostic
from miniport.facts import Json
from miniport.field import field
from miniport.frozen import frozen, mutable

DEFAULT_PORT = 7420
_TRIED = 20
_IDLE = 3600.0
"""Seconds between two looks at whether to stop: each would wake an idle machine."""


@frozen
class Serving:
    """How a preview is served. `project`: the folder of sources and mocks, None for a bundle alone.

    `port`: the page's; None means the first free one from DEFAULT_PORT on. `editor` is a command with
    {file}, {line} and {column}. `told` makes what the page shows of findings, each as in a report as JSON;
    `heard` is given each finding that the running app causes, once, and those of mocks.
    """

    told: Callable[[tuple[Diagnostic, ...], str], list[Json]]

    language: str = "en"
    host: str = "127.0.0.1"
    port: int | None = None
    project: Path | None = None
    hosts: tuple[str, ...] = ()
    editor: str | None = None
    heard: Callable[[Diagnostic], None] = lambda _: None


@mutable
class _State:
    frames: dict[str, Shown] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    build: dict[str, Json] = field(default_factory=lambda: {"isGood": True})
    blocked: dict[str, Diagnostic] = field(default_factory=dict)


class Preview:
    """A running preview; close it, or use it in a `with`."""

    def __init__(self, frames: Iterable[Shown], serving: Serving) -> None:
        self.token = secrets.token_urlsafe(24)
        self.language = serving.language
        self.project = serving.project
        self.editor = serving.editor
        self.hosts = serving.hosts
        self.events = Events()
        self.mocks = Mocks(serving.project, self._found_in_mocks, lambda: self.events.tell("mocks", {}))
        self._host = serving.host
        self._told = serving.told
        self._heard = serving.heard
        self._state = _State({each.name: each for each in frames})
        self._lock = threading.Lock()
        self._followed: Followed | None = None
        self._page = self._serve(PageSite(self), serving.port)
        self._servers = {name: self._start(0, FrameSite(self, name)) for name in self._state.frames}

    def __enter__(self) -> Preview:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def follow_mocks(self) -> None:
        """Tell of the mocks and what is wrong with them now, and again whenever they change."""
        if self._followed is None and self.mocks.folder is not None:
            self._followed = Followed(self.mocks.folder, self.mocks.listed)

    @property
    def address(self) -> str:
        """Return where the page is, for this machine."""
        is_everywhere = self._host in ("0.0.0.0", "::", "")
        return self.page_origin("127.0.0.1" if is_everywhere else self._page.door.host) + "/"

    def close(self) -> None:
        """Stop every server; streams that are open end."""
        if self._followed is not None:
            self._followed.close()
        self.events.close()
        for server in (self._page, *self._servers.values()):
            _stop(server)

    def show(self, after: Shown, seconds: float = 0.0) -> None:
        """Show another state of a target, and tell the page what has changed; nothing where nothing has."""
        with self._lock:
            before = self._state.frames[after.name]
            changed = changes(before.files, after.files)
            if not changed:
                return
            self._state.frames[after.name] = after.following(before)
        web = [path.relative_to(after.web_root) for path in changed if path.is_relative_to(after.web_root)]
        told: dict[str, Json] = {
            "frame": after.name,
            "version": before.version + 1,
            "files": [str(path) for path in web],
            "pages": list(after.pages),
            # What stands around the web files is read by the container when it starts.
            "isAround": len(web) < len(changed),
            "seconds": seconds,
            "at": time.time() * 1000,
        }
        self.events.tell("update", told)

    def report(self, findings: tuple[Diagnostic, ...], *, is_good: bool, seconds: float = 0.0) -> None:
        """Show what the last build found; where it is not good, the frames keep what they show."""
        with self._lock:
            self._state.findings = findings
            self._state.build = {"isGood": is_good, "seconds": seconds, "at": time.time() * 1000}
        self.events.tell("build", {**self._state.build, "findings": self._found()})

    def use_hosts(self, hosts: tuple[str, ...]) -> None:
        """Let apps reach other hosts from now on; they start again, since their policy names these."""
        if hosts == self.hosts:
            return
        self.hosts = hosts
        self._state.blocked.clear()
        self.events.tell("restart", {})

    def frame(self, name: str) -> Shown:
        """Return what a frame shows now."""
        found = self._state.frames.get(name)
        if found is None:
            raise Refused(404, "there is no such frame")
        return found

    def state(self, hostname: str) -> dict[str, Json]:
        """Return everything the page shows."""
        frames: list[Json] = [
            {**shown.described(), "origin": self._origin(hostname, self._servers[name])}
            for name, shown in self._state.frames.items()
        ]
        return {
            "frames": frames,
            "build": self._state.build,
            "findings": self._found(),
            "hasProject": self.project is not None,
            "hasEditor": self.editor is not None,
            "hosts": list(self.hosts),
        }

    def frame_origins(self, hostname: str) -> tuple[str, ...]:
        """Return the origins of the frames, as one sees them who calls this machine so."""
        return tuple(self._origin(hostname, server) for server in self._servers.values())

    def page_origin(self, hostname: str) -> str:
        """Return the origin of the page, as one sees it who calls this machine so."""
        return self._origin(hostname, self._page)

    def allows(self, token: str) -> bool:
        """Tell whether a token is the page's."""
        return secrets.compare_digest(token.encode(), self.token.encode())

    def blocked(self, url: str) -> None:
        """Tell of a host that the project does not name, on the page and to whoever listens."""
        found = blocked_host(url)
        host = found.arguments["host"]
        if host and self._state.blocked.setdefault(host, found) is found:
            self._retell()
            self._heard(found)

    def _found_in_mocks(self, fresh: tuple[Diagnostic, ...]) -> None:
        self._retell()
        for found in fresh:
            self._heard(found)

    def _retell(self) -> None:
        """Tell the page what is found now, of the build that it knows."""
        self.events.tell("build", {**self._state.build, "findings": self._found()})

    def _found(self) -> list[Json]:
        state = self._state
        found = (*state.findings, *self.mocks.findings, *state.blocked.values())
        return self._told(found, self.language)

    def _origin(self, hostname: str, server: Server) -> str:
        return f"http://{hostname}:{server.door.port}"

    def _serve(self, site: Site, port: int | None) -> Server:
        if port is not None:
            return self._start(port, site)
        for tried in range(DEFAULT_PORT, DEFAULT_PORT + _TRIED):
            try:
                return self._start(tried, site)
            except OSError:
                continue
        return self._start(0, site)

    def _start(self, port: int, site: Site) -> Server:
        server = Server(self._host, port, site, self.token)
        threading.Thread(target=server.serve_forever, args=(_IDLE,), daemon=True).start()
        return server


def _stop(server: Server) -> None:
    """Stop a server, which sleeps until somebody connects."""
    listens = str(server.server_address[0])
    near = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(listens, listens)
    stopping = threading.Thread(target=server.shutdown)
    stopping.start()
    while stopping.is_alive():
        with contextlib.suppress(OSError):
            socket.create_connection((near, server.door.port), timeout=1).close()
        stopping.join(0.05)
    server.server_close()


def look(preview: Preview) -> None:
    """Open the page in the user's browser."""
    webbrowser.open(preview.address)


def stay(preview: Preview, *, is_opened: bool) -> None:
    """Serve until Ctrl-C; `is_opened` opens the page in the browser."""
    if is_opened:
        look(preview)
    with contextlib.suppress(KeyboardInterrupt):
        threading.Event().wait()
