"""The server of the preview's page: the page itself, what happens (as a stream), sources, and orders."""

from __future__ import annotations

import json
import queue
from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qs

from miniport import resources
from miniport.dev.server_door import SMALL, Refused, file_in
from miniport.dev.server_editor import open_at
from miniport.dev.server_events import HEARTBEAT, Events
from miniport.dev.server_http import Answer, Asked, kind_of
from miniport.dev.server_mocks import Mocks
from miniport.dev.server_text import rendered
from miniport.dev.shown import Shown
from miniport.facts import Json
from miniport.posix import PurePosixPath

PAGE = "preview/index.html"
FILES = "preview/page"
AROUND = 4
"""Lines shown before and behind the one that is meant."""


class PageState(Protocol):
    """What the page's server asks the preview."""

    mocks: Mocks
    events: Events
    token: str
    language: str
    project: Path | None
    editor: str | None

    def frame(self, name: str) -> Shown:
        """Return what a frame shows now."""

    def state(self, hostname: str) -> dict[str, Json]:
        """Return everything the page shows: frames with their addresses, findings, the last build."""

    def frame_origins(self, hostname: str) -> tuple[str, ...]:
        """Return the origins of the frames, as one sees them who calls this machine so."""


class PageSite:
    """The answers of the page's server."""

    def __init__(self, state: PageState) -> None:
        self._state = state
        folder = resources.template_folder() / FILES
        self._files = {path.name: path for path in folder.iterdir() if path.is_file()}

    def most(self, path: PurePosixPath) -> int:
        """Return the most bytes an order may have."""
        return SMALL

    def get(self, asked: Asked) -> Answer | None:
        """Answer a question."""
        match asked.path.parts:
            case ():
                return self._page(asked)
            case ("page", name) if name in self._files:
                return Answer(self._files[name].read_bytes(), kind_of(PurePosixPath(name)))
            case ("events",):
                self._stream(asked)
                return None
            case ("state",):
                return _json(self._state.state(_hostname(asked)))
            case ("map", name):
                return Answer(self._state.frame(name).places(), "application/json")
            case ("source",):
                return self._source(asked)
            case ("favicon.ico",):
                return Answer(status=204)
        raise Refused(404, "there is nothing here")

    def post(self, asked: Asked) -> Answer:
        """Carry out an order of the page."""
        try:
            given = json.loads(asked.body or b"{}")
        except ValueError as error:
            raise Refused(400, "that is not JSON") from error
        if not isinstance(given, dict):
            raise Refused(400, "that is no object")
        match asked.path.parts:
            case ("open",):
                return self._open(given)
            case ("record",):
                path = self._state.mocks.record(given)
                self._state.mocks.listed()
                return _json({"path": path})
        raise Refused(404, "there is nothing here")

    def _page(self, asked: Asked) -> Answer:
        hostname = _hostname(asked)
        values = {
            "token": self._state.token,
            "language": self._state.language,
            "state": self._state.state(hostname),
        }
        frames = " ".join(self._state.frame_origins(hostname)) or "'none'"
        policy = (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
            f"connect-src 'self'; frame-src {frames}; frame-ancestors 'none'; base-uri 'none'; "
            "form-action 'none'"
        )
        return Answer(rendered(PAGE, values), "text/html", headers={"Content-Security-Policy": policy})

    def _stream(self, asked: Asked) -> None:
        raw, events = asked.raw, self._state.events
        raw.close_connection = True
        raw.send_response(200)
        raw.send_header("Content-Type", "text/event-stream")
        raw.send_header("Cache-Control", "no-store")
        raw.send_header("Connection", "close")
        raw.end_headers()
        mine = events.listen()
        try:
            self._pass_on(asked, mine)
        finally:
            events.leave(mine)

    def _pass_on(self, asked: Asked, mine: queue.Queue[bytes]) -> None:
        write = asked.raw.wfile
        write.write(b": hello\n\n")
        write.flush()
        while True:
            try:
                text = mine.get(timeout=HEARTBEAT)
            except queue.Empty:
                text = b": still here\n\n"
            if not text:
                return
            write.write(text)
            write.flush()

    def _source(self, asked: Asked) -> Answer:
        if self._state.project is None:
            raise Refused(404, "the bundle's project is not known")
        query = parse_qs(asked.query)
        name, line = "".join(query.get("path", ())), "".join(query.get("line", ("1",)))
        path = file_in(self._state.project, name)
        lines = path.read_text("utf-8", errors="replace").splitlines()
        at = max(1, min(int(line) if line.isdecimal() else 1, len(lines) or 1))
        first = max(1, at - AROUND)
        around: list[Json] = list(lines[first - 1 : at + AROUND])
        emitted = self._emitted(*("".join(query.get(key, ())) for key in ("frame", "version", "at")))
        return _json({"path": name, "line": at, "first": first, "lines": around, "emitted": emitted})

    def _emitted(self, frame: str, version: str, line: str) -> str:
        """Return a line of a frame's script, "" where the frame shows another script by now."""
        if not frame or not line.isdecimal():
            return ""
        shown = self._state.frame(frame)
        return shown.line(int(line)) if str(shown.version) == version else ""

    def _open(self, given: dict[str, Json]) -> Answer:
        if self._state.project is None:
            raise Refused(404, "the bundle's project is not known")
        path = file_in(self._state.project, str(given.get("path") or ""))
        if self._state.editor is None:
            raise Refused(409, "no editor is known: start with --editor")
        try:
            open_at(self._state.editor, path, _number(given.get("line")), _number(given.get("column")))
        except (OSError, ValueError) as error:
            raise Refused(409, f"the editor did not start: {error}") from error
        return _json({"isOpen": True})


def _number(value: Json) -> int:
    return value if isinstance(value, int) and value > 0 else 1


def _hostname(asked: Asked) -> str:
    return (asked.headers.get("Host") or "").rpartition(":")[0]


def _json(value: dict[str, Json]) -> Answer:
    return Answer(json.dumps(value, ensure_ascii=False).encode("utf-8"), "application/json")
