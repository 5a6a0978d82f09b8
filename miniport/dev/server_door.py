"""Who may ask the preview's servers for what: hosts, origins, the token, paths, sizes."""

from __future__ import annotations

import hmac
import ipaddress
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.regex import regex

TOKEN_HEADER = "X-Miniport-Token"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
SMALL, LARGE = 1 << 20, 64 << 20
"""The most bytes of a body: of an order of the page, and of what an app sends elsewhere."""

_UNSAFE = regex(r"[\x00-\x1f\x7f\\]")


class Headers(Protocol):
    """The headers of a request, by names in any case."""

    def get(self, name: str, /) -> str | None:
        """Return a header, None where it is not there."""


class Refused(Exception):  # noqa: N818 - it names what happened
    """A request that is not answered: its status, and why."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status
        self.why = why


NAMES = "X-Miniport-Names"
"""The header that lists, by commas, the headers of an answer that are an app's to see."""
PROBLEM = "X-Miniport-Problem"
"""Says in the head of an answer that it is the server's own word, not that of a host behind it."""


@frozen
class Door:
    """What one server lets in: its port, the host it was asked to listen on, the token of changes."""

    port: int
    host: str
    token: str

    def check(self, method: str, headers: Headers) -> None:
        """Refuse a request for another host, from another origin, or a change without the token."""
        host = headers.get("Host") or ""
        if not self._is_ours(host):
            raise Refused(403, "this server does not answer for that host")
        origin = headers.get("Origin")
        if origin is not None and origin != f"http://{host}":
            raise Refused(403, "another origin may not ask here")
        if method != "GET":
            self.check_token(headers.get(TOKEN_HEADER) or "")

    def check_token(self, token: str) -> None:
        """Refuse a token that is not the page's."""
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            raise Refused(403, "the page's token is missing")

    def _is_ours(self, host: str) -> bool:
        name, _, port = host.rpartition(":")
        if port != str(self.port):
            return False
        if name in LOOPBACK or name == self.host:
            return True
        # Names can be made to mean this machine, numbers cannot.
        return self.host not in LOOPBACK and _is_number(name)


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def path_of(target: str) -> PurePosixPath:
    """Return the path that a request asks for, without its slash; decoded once, it never leaves the root."""
    path = unquote(urlsplit(target).path, errors="surrogateescape")
    parts = path.split("/")[1:]
    if not path.startswith("/") or _UNSAFE.search(path) or any(part in ("..", ".") for part in parts):
        raise Refused(400, "that is no path of this server")
    if "%2e" in path.lower() or "%2f" in path.lower() or "%5c" in path.lower():
        raise Refused(400, "that is encoded twice")
    return PurePosixPath(*parts)


def body_size(headers: Headers, most: int) -> int:
    """Return how many bytes the body of a request has."""
    if headers.get("Transfer-Encoding"):
        raise Refused(411, "say how long the body is")
    text = headers.get("Content-Length") or "0"
    if not text.isascii() or not text.isdigit():
        raise Refused(400, "the length is no number")
    if int(text) > most:
        raise Refused(413, "the body is too large")
    return int(text)


def file_in(root: Path, name: str) -> Path:
    """Return a file of a folder by its relative path; with links followed it still lies in the folder."""
    path = PurePosixPath(name)
    if not name or path.is_absolute() or ".." in path.parts or _UNSAFE.search(name):
        raise Refused(400, "that is no path of the project")
    found = (root / path).resolve()
    if not found.is_relative_to(root.resolve()):
        raise Refused(403, "that lies outside of the project")
    if not found.is_file():
        raise Refused(404, "there is no such file")
    return found
