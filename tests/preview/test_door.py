"""What the preview's servers refuse."""

from __future__ import annotations

import contextlib
import itertools
import json
import socket
import threading
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from miniport.cli.misuse import Misuse
from miniport.cli.preview import opened, told
from miniport.dev.server import Preview, Serving
from miniport.dev.server_door import Door, Refused
from miniport.dev.server_http import Answer, Asked, Handler, Server
from miniport.posix import PurePosixPath
from tests.build.projects import APP, write
from tests.preview.served import asked, ports, served

JSON = {"Content-Type": "application/json", "Content-Length": "2"}
ORDER = quote(json.dumps({"method": "GET", "url": "https://elsewhere.example/"}))
HUGE = str(1 << 40)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    top = tmp_path_factory.mktemp("door")
    write(top, {"secret.txt": "nobody may read this"})
    project = write(top / "app", APP)
    (project / "out.js").symlink_to(top / "secret.txt")
    (project / "mocks").mkdir()
    (project / "mocks" / "link.js").symlink_to(top / "secret.txt")
    with served(project, hosts=("allowed.example",)) as running:
        yield running


# server, method, target, headers; {token} is the page's, {port} the server's.
REFUSED = {
    "another host": ("page", "GET", "/", {"Host": "evil.example"}, 403),
    "another host at our port": ("alipay", "GET", "/app/app.js", {"Host": "evil.example:{port}"}, 403),
    "our host at another port": ("page", "GET", "/", {"Host": "127.0.0.1:1"}, 403),
    "our host with a dot behind it": ("page", "GET", "/", {"Host": "localhost.:{port}"}, 403),
    "our number with a dot behind it": ("page", "GET", "/", {"Host": "127.0.0.1.:{port}"}, 403),
    "our number, written as one": ("page", "GET", "/", {"Host": "2130706433:{port}"}, 403),
    "our number as one of IPv6": ("page", "GET", "/", {"Host": "[::ffff:127.0.0.1]:{port}"}, 403),
    "our number of IPv6 with a zone": ("page", "GET", "/", {"Host": "[::1%25evil.example]:{port}"}, 403),
    "somebody at our host": ("page", "GET", "/", {"Host": "evil@127.0.0.1:{port}"}, 403),
    "a name below ours": ("alipay", "GET", "/app/app.js", {"Host": "evil.localhost:{port}"}, 403),
    "a question with a body": ("page", "GET", "/state", {"Content-Length": "20"}, 413),
    "a question with a body without end": ("page", "GET", "/state", {"Transfer-Encoding": "chunked"}, 411),
    "a line too long": ("page", "GET", "/" + "a" * 70000, {}, 414),
    "a header too long": ("page", "GET", "/", {"X-Long": "a" * 70000}, 431),
    "more headers than there are": ("page", "GET", "/", {f"X-{number}": "a" for number in range(120)}, 431),
    "an order with line breaks": (
        "alipay",
        "POST",
        "/~miniport/fetch",
        {
            "X-Miniport-Order": quote(json.dumps({"url": "http://a\u2028b.example\x0b/"})),
            "X-Miniport-Token": "{token}",
            "Content-Length": "0",
        },
        403,
    ),
    "no host": ("page", "GET", "/", {"Host": ""}, 403),
    "another origin": ("page", "GET", "/state", {"Origin": "https://evil.example"}, 403),
    "no origin of any page": ("page", "GET", "/events", {"Origin": "null"}, 403),
    "a frame's origin": (
        "page",
        "POST",
        "/open",
        {**JSON, "Origin": "{alipay}", "X-Miniport-Token": "{token}"},
        403,
    ),
    "an order without token": ("page", "POST", "/open", JSON, 403),
    "an order with another token": ("page", "POST", "/record", {**JSON, "X-Miniport-Token": "x"}, 403),
    "a request without token": ("alipay", "POST", "/~miniport/fetch", {"X-Miniport-Order": ORDER}, 403),
    "a socket without token": ("alipay", "GET", "/~miniport/socket?to=wss%3A%2F%2Fallowed.example", {}, 403),
    "a host that is not named": (
        "alipay",
        "POST",
        "/~miniport/fetch",
        {"X-Miniport-Order": ORDER, "X-Miniport-Token": "{token}", "Content-Length": "0"},
        403,
    ),
    "a way up": ("alipay", "GET", "/app/../../secret.txt", {}, 400),
    "a way up, encoded": ("alipay", "GET", "/app/%2e%2e/%2e%2e/secret.txt", {}, 400),
    "a way up, encoded twice": ("alipay", "GET", "/app/%252e%252e/secret.txt", {}, 400),
    "a way up with other slashes": ("alipay", "GET", "/app/..%5c..%5csecret.txt", {}, 400),
    "an encoded slash": ("alipay", "GET", "/app/..%2fsecret.txt", {}, 400),
    "an empty byte": ("alipay", "GET", "/app/app.js%00.png", {}, 400),
    "another machine's address": (
        "alipay",
        "GET",
        "http://evil.example/app/app.js",
        {"Host": "evil.example"},
        403,
    ),
    "a source outside": ("page", "GET", "/source?path=../secret.txt", {}, 400),
    "a source by its whole path": ("page", "GET", "/source?path=/etc/passwd", {}, 400),
    "a source behind a link": ("page", "GET", "/source?path=out.js", {}, 403),
    "a mock behind a link": ("alipay", "GET", "/~miniport/mocks/link.js", {}, 403),
    "a mock outside": ("alipay", "GET", "/~miniport/mocks/..%2f..%2fsecret.js", {}, 400),
    "a page file outside": ("page", "GET", "/page/..%2findex.html", {}, 400),
    "a huge body": ("page", "POST", "/open", {"X-Miniport-Token": "{token}", "Content-Length": HUGE}, 413),
    "a huge body of an app": (
        "alipay",
        "POST",
        "/~miniport/fetch",
        {"X-Miniport-Token": "{token}", "Content-Length": HUGE},
        413,
    ),
    "a body without end": (
        "page",
        "POST",
        "/open",
        {"X-Miniport-Token": "{token}", "Transfer-Encoding": "chunked"},
        411,
    ),
    "a length that is none": (
        "page",
        "POST",
        "/open",
        {"X-Miniport-Token": "{token}", "Content-Length": "-1"},
        400,
    ),
    "another method": ("page", "DELETE", "/", {}, 501),
}


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused(preview: Preview, name: str):
    server, method, target, headers, status = REFUSED[name]
    at = ports(preview)
    values = {"token": preview.token, "port": at[server], "alipay": f"http://127.0.0.1:{at['alipay']}"}
    sent = {key: value.format(**values) for key, value in headers.items()}
    found, body, _ = asked(at[server], method, target, sent)
    assert (found, b"nobody may read" in body) == (status, False)


def test_what_is_not_refused_is_answered(preview: Preview):
    at = ports(preview)
    status, page, headers = asked(at["page"], "GET", "/", {})
    assert status == 200
    assert preview.token.encode() in page
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    status, script, headers = asked(
        at["alipay"], "GET", "/app/runtime.js", {"Host": f"localhost:{at['alipay']}"}
    )
    assert (status, headers["cross-origin-resource-policy"]) == (200, "same-origin")
    assert preview.token.encode() not in script
    order = {"X-Miniport-Token": preview.token, "Content-Length": "2"}
    assert asked(at["page"], "POST", "/open", order, b"{}")[0] == 400


def test_a_server_for_others_takes_numbers_and_no_strange_names():
    wide = Door(80, "0.0.0.0", "t")
    wide.check("GET", {"Host": "192.168.1.4:80"})
    with pytest.raises(Refused):
        wide.check("GET", {"Host": "rebound.example:80"})
    with pytest.raises(Refused):
        Door(80, "127.0.0.1", "t").check("GET", {"Host": "192.168.1.4:80"})


def test_who_sends_nothing_more_keeps_nobody_else_waiting(preview: Preview, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Handler, "timeout", 0.2)
    port = ports(preview)["page"]
    head = f"POST /open HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n".encode()
    whole = head + f"X-Miniport-Token: {preview.token}\r\nContent-Length: 9\r\n\r\n{{".encode()
    with contextlib.ExitStack() as open_:
        slow = [open_.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(30)]
        for each, sent in zip(slow, itertools.cycle((head, whole, b"GET /")), strict=False):
            each.sendall(sent)
        assert asked(port, "GET", "/state", {})[0] == 200
        for each in slow:
            each.settimeout(10)
            assert each.recv(100) == b""


class Broken:
    """A site with a mistake in it."""

    def get(self, asked: Asked) -> Answer | None:
        raise ValueError("a mistake of ours")

    def post(self, asked: Asked) -> Answer:
        raise ConnectionResetError("the browser has gone away")

    def most(self, path: PurePosixPath) -> int:
        return 0


def test_a_mistake_of_ours_is_told_and_a_browser_that_goes_away_is_not(capsys: pytest.CaptureFixture[str]):
    with Server("127.0.0.1", 0, Broken(), "t") as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        for method in ("GET", "POST"):
            with pytest.raises(ConnectionError):
                asked(server.door.port, method, "/", {"X-Miniport-Token": "t", "Content-Length": "0"})
        server.shutdown()
        thread.join()
    told = capsys.readouterr().err
    assert told.count("ValueError: a mistake of ours") == 1
    assert "gone away" not in told


def test_a_port_that_is_taken_is_said_with_a_way_out():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        how = Serving(told, port=taken.getsockname()[1])
        with pytest.raises(Misuse, match="cannot be had") as refused:
            opened((), how, "en")
    assert "--port" in refused.value.cure
