"""Requests and sockets of an app, made for it: to the hosts that the project names, and to no others."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Mapping
from io import BufferedIOBase
from string import punctuation
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from miniport.dev.server_door import NAMES, PROBLEM, Headers, Refused
from miniport.dev.server_http import Answer
from miniport.frozen import frozen
from miniport.regex import regex

PATIENCE = 60.0
_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}
_MOST_HOPS = 5
_ONWARD = frozenset({301, 302, 303, 307, 308})
METHODS = frozenset({"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"})
_NO_BREAKS = {10: None, 13: None}
_NAME = regex(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_OURS = frozenset({"host", "connection", "content-length", "transfer-encoding", "accept-encoding", "origin"})
_NOT_OF_AN_APP = frozenset(
    {
        *("connection", "content-length", "transfer-encoding", "keep-alive", "set-cookie", "clear-site-data"),
        *("strict-transport-security", "content-security-policy", "service-worker-allowed", "refresh"),
        *("access-control-allow-origin", "access-control-allow-credentials", "public-key-pins", "alt-svc"),
        *(NAMES.lower(), PROBLEM.lower()),
    }
)
_OF_ONE_HOST = frozenset({"authorization", "cookie"})
_OF_A_BODY = frozenset({"content-type", "content-encoding", "content-language"})


@frozen
class Order:
    """One request as the app meant it."""

    method: str
    url: SplitResult
    headers: Mapping[str, str]


def is_allowed(url: SplitResult, hosts: Iterable[str]) -> bool:
    """Tell whether the project allows the host of an address."""
    name = (url.hostname or "").lower()
    name = f"[{name}]" if ":" in name else name
    usual = _PORTS.get(url.scheme)
    port = url.port or usual
    spelled = {f"{name}:{port}", *([name] if port == usual else [])}
    return any(_fits(pattern.lower(), each) for pattern in hosts for each in spelled)


def _fits(pattern: str, host: str) -> bool:
    return host.endswith(pattern[1:]) if pattern.startswith("*.") else host == pattern


def address(text: str) -> SplitResult:
    """Return an address taken apart; what is none is refused."""
    try:
        url = urlsplit(text)
        # Looked at nowhere before it is asked for.
        _ = url.port
    except ValueError as error:
        raise Refused(400, "that is no address") from error
    return url


def order_of(given: Mapping[str, object]) -> Order:
    """Return the request that a frame wants to be made."""
    method, url = str(given.get("method") or "GET").upper(), address(str(given.get("url") or ""))
    if method not in METHODS or url.scheme not in ("http", "https") or not url.hostname:
        raise Refused(400, "that is no request")
    return Order(method, url, _headers(given, _OURS))


def made_up(given: Mapping[str, object], body: bytes) -> Answer:
    """Return the answer that a mock has made: the body comes back as it is."""
    status = given.get("status")
    if not isinstance(status, int) or not 200 <= status <= 599:
        raise Refused(400, "that is no status")
    # A browser would follow it, and by our own server's name.
    without = _NOT_OF_AN_APP | {"location"} if status in _ONWARD else _NOT_OF_AN_APP
    return Answer(body, "application/json", status, _headers(given, without))


def written(text: str) -> Mapping[str, object]:
    """Read what a frame wrote into a header: a request to make, or the head of a mock's answer."""
    try:
        given = json.loads(unquote(text))
    except ValueError as error:
        raise Refused(400, "the order is not JSON") from error
    if not isinstance(given, dict):
        raise Refused(400, "the order is no object")
    return given


def _headers(given: Mapping[str, object], without: frozenset[str]) -> dict[str, str]:
    headers = given.get("headers")
    pairs = headers.items() if isinstance(headers, dict) else ()
    return {
        str(name): str(value).translate(_NO_BREAKS)
        for name, value in pairs
        if _NAME.fullmatch(str(name)) and str(name).lower() not in without
    }


def fetch(order: Order, body: bytes, kind: str, lets: Callable[[SplitResult], None]) -> Answer:
    """Make a request and return its answer; where there is none, one that says so in a header.

    Where a host sends it on, it goes on, as a phone does it: `lets` refuses an address, the first and each
    further one.
    """
    for _ in range(_MOST_HOPS):
        lets(order.url)
        answer = _asked_once(order, body, kind)
        place = next((value for name, value in answer.headers.items() if name.lower() == "location"), None)
        if answer.status not in _ONWARD or not place:
            return answer
        onward = order_of({"method": order.method, "url": urljoin(order.url.geturl(), _utf8(place))})
        order, body = _sent_on(order, onward, answer.status, body)
    return _broken(ValueError(f"sent on more than {_MOST_HOPS} times"))


def _sent_on(order: Order, onward: Order, status: int, body: bytes) -> tuple[Order, bytes]:
    """Return what is asked next, by the rules of browsers."""
    left: frozenset[str] = frozenset()
    method = order.method
    if (status == 303 and method != "HEAD") or (status in (301, 302) and method == "POST"):
        method, body, left = "GET", b"", _OF_A_BODY
    if onward.url.netloc != order.url.netloc:
        left |= _OF_ONE_HOST
    headers = {name: value for name, value in order.headers.items() if name.lower() not in left}
    return Order(method, onward.url, headers), body


def _utf8(text: str) -> str:
    return text.encode("latin-1", "replace").decode("utf-8", "replace")


def _asked_once(order: Order, body: bytes, kind: str) -> Answer:
    headers = {"Accept-Encoding": "identity", **order.headers}
    if kind.startswith("multipart/") and body:
        headers = {name: value for name, value in headers.items() if name.lower() != "content-type"}
        headers["Content-Type"] = kind
    connection = _connection(order.url)
    try:
        connection.request(order.method, _target(order.url), body or None, headers)
        response = connection.getresponse()
        content = response.read()
    except (OSError, http.client.HTTPException, UnicodeError) as error:
        return _broken(error)
    finally:
        connection.close()
    kept = {
        name: value.translate(_NO_BREAKS)
        for name, value in response.getheaders()
        if name.lower() not in _NOT_OF_AN_APP
    }
    return Answer(content, "application/octet-stream", response.status, kept)


def _target(url: SplitResult) -> str:
    """Return what is asked of a host: what an app left unencoded, as Chinese words, as browsers encode it."""
    return quote((url.path or "/") + (f"?{url.query}" if url.query else ""), safe=punctuation)


def _broken(error: Exception) -> Answer:
    told = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return Answer(status=502, headers={PROBLEM: told.encode("ascii", "replace").decode()})


def _connection(url: SplitResult) -> http.client.HTTPConnection:
    made = http.client.HTTPSConnection if url.scheme == "https" else http.client.HTTPConnection
    return made(url.hostname or "", url.port, timeout=PATIENCE)


def tunnel(url: SplitResult, headers: Headers, near: socket.socket, read: BufferedIOBase) -> None:
    """Pass a WebSocket through: the handshake goes on with the real host's name, then bytes go both ways."""
    port = url.port or _PORTS[url.scheme]
    far: socket.socket = socket.create_connection((url.hostname or "", port), timeout=PATIENCE)
    if url.scheme == "wss":
        far = ssl.create_default_context().wrap_socket(far, server_hostname=url.hostname)
    far.sendall(_handshake(url, headers))
    # Who sends nothing for a while has not gone.
    far.settimeout(None)
    near.settimeout(None)
    back = threading.Thread(target=_pump_back, args=(far, near), daemon=True)
    back.start()
    with contextlib.suppress(OSError):
        while piece := read.read1(65536):
            far.sendall(piece)
    _shut(far)
    back.join()
    far.close()


def _handshake(url: SplitResult, headers: Headers) -> bytes:
    kept = ("Upgrade", "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version", "Sec-WebSocket-Protocol")
    lines = [f"GET {_target(url)} HTTP/1.1", f"Host: {url.netloc.rpartition('@')[2]}"]
    lines += [f"{name}: {headers.get(name)}" for name in kept if headers.get(name)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def _pump_back(far: socket.socket, near: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := far.recv(65536):
            near.sendall(piece)
    _shut(near)


def _shut(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
