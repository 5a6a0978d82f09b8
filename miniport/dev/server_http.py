"""What the servers of the preview have in common: threads, one guarded request after the other, answers."""

from __future__ import annotations

import mimetypes
import socket
import sys
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Protocol

from miniport.dev.server_door import PROBLEM, Door, Headers, Refused, body_size, path_of
from miniport.field import field
from miniport.frozen import frozen
from miniport.posix import PurePosixPath

ALWAYS = {
    # Each phone has a process of its own: an app without end stops neither the page nor other phones.
    "Origin-Agent-Cluster": "?1",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}
TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".html": "text/html",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
"""Not left to the machine's own table, which may lack them or know others."""


@frozen
class Answer:
    """What is sent back."""

    body: bytes = b""
    kind: str = "text/plain"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


class Site(Protocol):
    """What a server answers with."""

    def get(self, asked: Asked) -> Answer | None:
        """Answer a question; None where the site has written to the connection itself."""

    def post(self, asked: Asked) -> Answer:
        """Answer an order, whose token has been checked."""

    def most(self, path: PurePosixPath) -> int:
        """Return the most bytes an order to a path may have."""


@frozen
class Asked:
    """One request that has passed the door. `raw` is the connection's handler, for streams."""

    path: PurePosixPath
    query: str
    headers: Headers
    body: bytes
    raw: Handler


class Server(ThreadingHTTPServer):
    """A server of one site on a port of its own."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def __init__(self, host: str, port: int, site: Site, token: str) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), Handler)
        self.site = site
        self.door = Door(self.server_address[1], f"[{host}]" if ":" in host else host, token)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that has gone away; a mistake of ours is told."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    # Without both, an answer waits for the browser's acknowledgement of its head: 20 requests a second.
    wbufsize = -1
    disable_nagle_algorithm = True
    timeout = 60
    server: Server

    def do_GET(self) -> None:  # noqa: N802 - the base class's way
        """Answer a question."""
        self._answer()

    def do_POST(self) -> None:  # noqa: N802 - the base class's way
        """Answer an order."""
        self._answer()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's way
        """Write no log: the report is what the terminal is for."""

    def version_string(self) -> str:
        """Return what the server calls itself."""
        return "miniport"

    def _answer(self) -> None:
        try:
            answer = self._asked()
        except Refused as refused:
            # The rest of the body may still come, and must not be taken for the next request.
            self.close_connection = True
            told = {PROBLEM: " ".join(refused.why.split()).encode("ascii", "replace").decode()}
            answer = Answer(refused.why.encode() + b"\n", status=refused.status, headers=told)
        except OSError:
            self.close_connection = True
            return
        if answer is not None:
            self.send(answer)

    def _asked(self) -> Answer | None:
        server = self.server
        server.door.check(self.command, self.headers)
        path = path_of(self.path)
        query = self.path.partition("?")[2]
        if self.command == "GET":
            if body_size(self.headers, 0):
                raise Refused(413, "a question has no body")
            return server.site.get(Asked(path, query, self.headers, b"", self))
        body = self.rfile.read(body_size(self.headers, server.site.most(path)))
        return server.site.post(Asked(path, query, self.headers, body, self))

    def send(self, answer: Answer) -> None:
        """Write an answer."""
        self.send_response_only(answer.status)
        # Twice the same name would be one with both values.
        given = {name.lower() for name in answer.headers}
        ours = {"Date": self.date_time_string(), **ALWAYS}
        headers = {name: value for name, value in ours.items() if name.lower() not in given}
        headers.update(answer.headers)
        if not any(name.lower() == "content-type" for name in headers):
            headers["Content-Type"] = typed(answer.kind)
        headers["Content-Length"] = str(len(answer.body))
        if self.close_connection:
            headers["Connection"] = "close"
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)
        self.wfile.flush()


def kind_of(path: PurePosixPath) -> str:
    """Return the media type of a file by its name."""
    return TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def typed(kind: str) -> str:
    """Return a media type with the encoding that all our texts have."""
    is_text = kind.startswith("text/") or kind in ("application/json", "image/svg+xml")
    return f"{kind}; charset=utf-8" if is_text else kind
