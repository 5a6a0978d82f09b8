"""The server of one frame: an app's own files, what the preview adds to them, and the way to the network."""

from __future__ import annotations

from typing import Protocol
from urllib.parse import SplitResult, parse_qs

from miniport import resources
from miniport.dev.patch import patched
from miniport.dev.server_door import LARGE, NAMES, PROBLEM, Refused
from miniport.dev.server_http import Answer, Asked, kind_of
from miniport.dev.server_mocks import Mocks
from miniport.dev.server_network import address, fetch, is_allowed, made_up, order_of, tunnel, written
from miniport.dev.server_text import rendered
from miniport.dev.shown import RUNTIME, SCRIPT, Shown
from miniport.field import replace
from miniport.posix import PurePosixPath

OWN = "~miniport"
ORDER = "X-Miniport-Order"
HOST_FILES = {
    **{f"host/{name}": f"fakehost/{name}" for name in ("host.js", "host.css", "webview.html", "webview.js")},
    **{f"host/{name}": f"preview/{name}" for name in ("container.html", "container.js")},
}
"""What the stand-in for a container consists of: below our own folder -> in the built runtime."""
START = "preview/start.js"


class FrameState(Protocol):
    """What a frame's server asks the preview."""

    mocks: Mocks
    hosts: tuple[str, ...]

    def frame(self, name: str) -> Shown:
        """Return what is shown now."""

    def page_origin(self, hostname: str) -> str:
        """Return the origin of the page, as one sees it who calls this machine so."""

    def blocked(self, url: str) -> None:
        """Tell of a host that the project does not name."""

    def allows(self, token: str) -> bool:
        """Tell whether a token is the page's."""


class FrameSite:
    """The answers of one frame's server."""

    def __init__(self, state: FrameState, name: str) -> None:
        self._state = state
        self._name = name

    def most(self, path: PurePosixPath) -> int:
        """Return the most bytes an order may have: an app may send files."""
        return LARGE

    def get(self, asked: Asked) -> Answer | None:
        """Answer with a file of the app or of the preview, or open a socket."""
        first, *rest = asked.path.parts or ("",)
        if first == "app":
            return self._app_file(PurePosixPath(*rest), asked)
        if first == OWN:
            return self._own("/".join(rest), asked)
        raise Refused(404, "there is nothing here")

    def post(self, asked: Asked) -> Answer:
        """Make a request for the app, or give a mock's answer."""
        if asked.path != PurePosixPath(OWN, "fetch"):
            raise Refused(404, "there is nothing here")
        given = written(asked.headers.get(ORDER) or "")
        if "status" in given:
            return _named(made_up(given, asked.body))
        order = order_of(given)
        return _named(fetch(order, asked.body, asked.headers.get("Content-Type") or "", self._let))

    def _let(self, url: SplitResult) -> None:
        """Refuse a host that the project does not name, and tell of it."""
        if not is_allowed(url, self._state.hosts):
            self._state.blocked(url.geturl())
            raise Refused(403, f"{url.netloc} is not in dev.hosts")

    def _app_file(self, path: PurePosixPath, asked: Asked) -> Answer:
        shown = self._state.frame(self._name)
        content = shown.files.get(path)
        if content is None:
            raise Refused(404, "the bundle has no such file")
        if path == shown.web_root / RUNTIME:
            content += b"\n" + resources.runtime_file("preview/frame.js") + self._start(asked)
        if path == shown.web_root / SCRIPT:
            content = _script(shown, "".join(parse_qs(asked.query).get("since", ())))
        headers = {"Content-Security-Policy": self._policy(asked)} if path.suffix == ".html" else {}
        return Answer(content, kind_of(path), headers=headers)

    def _own(self, name: str, asked: Asked) -> Answer | None:
        if name == "mocks":
            return Answer(self._state.mocks.listed(), "application/json")
        if name.startswith("mocks/"):
            return Answer(self._state.mocks.script(name.removeprefix("mocks/")), "text/javascript")
        if name == "socket":
            self._socket(asked)
            return None
        if name == "host/start.js":
            return Answer(self._start(asked), "text/javascript")
        if name not in HOST_FILES:
            raise Refused(404, "there is nothing here")
        path = PurePosixPath(name)
        headers = {"Content-Security-Policy": self._host_policy(asked)} if path.suffix == ".html" else {}
        return Answer(resources.runtime_file(HOST_FILES[name]), kind_of(path), headers=headers)

    def _socket(self, asked: Asked) -> None:
        query = parse_qs(asked.query)
        if not self._state.allows("".join(query.get("token", ()))):
            raise Refused(403, "the page's token is missing")
        url = address("".join(query.get("to", ())))
        if url.scheme not in ("ws", "wss") or not url.hostname:
            raise Refused(400, "that is no socket")
        self._let(url)
        asked.raw.close_connection = True
        tunnel(url, asked.headers, asked.raw.connection, asked.raw.rfile)

    def _start(self, asked: Asked) -> bytes:
        settings = {"frame": self._name, "page": self._state.page_origin(_hostname(asked))}
        return rendered(START, {"settings": settings})

    def _policy(self, asked: Asked) -> str:
        hosts = " ".join(f"http://{host} https://{host}" for host in self._state.hosts)
        own = asked.headers.get("Host") or ""
        return "; ".join(
            (
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                f"img-src 'self' data: blob: {hosts}",
                f"media-src 'self' data: blob: {hosts}",
                f"font-src 'self' data: {hosts}",
                f"connect-src 'self' blob: data: ws://{own}",
                f"frame-src 'self' {hosts}",
                *self._ends(asked),
            )
        )

    def _host_policy(self, asked: Asked) -> str:
        # The stand-in makes functions of the project's own text, and styles its bars in place.
        return "; ".join(
            (
                "default-src 'none'",
                "script-src 'self' 'unsafe-eval'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "connect-src 'self'",
                "frame-src 'self'",
                *self._ends(asked),
            )
        )

    def _ends(self, asked: Asked) -> tuple[str, ...]:
        page = self._state.page_origin(_hostname(asked))
        return (f"frame-ancestors 'self' {page}", "form-action 'none'", "object-src 'none'")


def _script(shown: Shown, since: str) -> bytes:
    """Return an app's script and which version it is; where that follows `since`, only what is other."""
    version, script = shown.before
    content = patched(script, shown.script) if since == str(version) else shown.script
    return content + f"\nminiport.preview.holds({shown.version});\n".encode()


def _named(answer: Answer) -> Answer:
    """Return an answer that says which of its headers are an app's to see: the others are our own."""
    names = ",".join(sorted({name.lower() for name in answer.headers} - {PROBLEM.lower()}))
    return replace(answer, headers={**answer.headers, NAMES: names})


def _hostname(asked: Asked) -> str:
    return (asked.headers.get("Host") or "").rpartition(":")[0]
