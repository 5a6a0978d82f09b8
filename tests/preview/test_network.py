"""What apps reach through the preview: the hosts that the project names, and its mocks."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from miniport.cli.preview import serving
from miniport.dev.server_door import Refused
from miniport.dev.server_mocks import Mocks
from miniport.project.settings import Settings
from tests.build.projects import APP, write
from tests.preview.served import asked, ports, served

ACCEPTED = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"


class Far(BaseHTTPRequestHandler):
    """A host that says what it was asked."""

    def do_PUT(self) -> None:  # noqa: N802
        body = self.rfile.read(int(self.headers["Content-Length"] or 0)).decode()
        told = {
            "path": self.path,
            "kind": self.headers["X-Kind"],
            "cookie": self.headers["Cookie"],
            "body": body,
        }
        text = json.dumps(told).encode()
        self.send_response(201)
        self.send_header("Content-Length", str(len(text)))
        self.send_header("Set-Cookie", "a=b")
        self.send_header("X-Far", "yes")
        self.end_headers()
        self.wfile.write(text)

    def do_GET(self) -> None:  # noqa: N802
        """Answer; what a path says leads elsewhere is sent on to there."""
        status, _, place = self.path[1:].partition("/to/")
        told = {"path": self.path, "method": self.command, "secret": self.headers["Authorization"]}
        text = json.dumps(told).encode()
        self.send_response(int(status) if place else 200)
        if place:
            self.send_header("Location", unquote(place))
        self.send_header("X-Miniport-Problem", "theirs")
        self.send_header("X-Folded", "one\r\n Set-Cookie: a=b")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_POST = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def far() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Far)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def ordered(token: str, order: object, length: int) -> dict[str, str]:
    return {
        "X-Miniport-Token": token,
        "X-Miniport-Order": quote(json.dumps(order)),
        "Content-Length": str(length),
        "Cookie": "theirs=1",
    }


def test_a_named_host_is_asked_for_the_app_and_others_are_found(tmp_path: Path, far: int):
    with served(write(tmp_path, APP), ("alipay",), hosts=(f"127.0.0.1:{far}",)) as preview:
        port = ports(preview)["alipay"]
        order = {"method": "PUT", "url": f"http://127.0.0.1:{far}/tea?a=1", "headers": {"x-kind": "green"}}
        status, body, headers = asked(
            port, "POST", "/~miniport/fetch", ordered(preview.token, order, 3), b"hot"
        )
        assert json.loads(body) == {"path": "/tea?a=1", "kind": "green", "cookie": None, "body": "hot"}
        assert (status, headers["x-far"], headers.get("set-cookie")) == (201, "yes", None)
        order["url"] = "http://other.example/tea"
        for _ in range(2):
            assert asked(port, "POST", "/~miniport/fetch", ordered(preview.token, order, 0))[0] == 403
        order["url"] = f"http://127.0.0.1:{far + 1}/"
        assert asked(port, "POST", "/~miniport/fetch", ordered(preview.token, order, 0))[0] == 403
        found = preview.state("127.0.0.1")["findings"]
        assert isinstance(found, list)
        hosts = sorted((each["code"], each["arguments"]["host"]) for each in found)  # type: ignore[call-overload, index]
        assert hosts == [("MP376", f"127.0.0.1:{far + 1}"), ("MP376", "other.example")]


@pytest.mark.parametrize(
    ("status", "method", "asked_then"), [(301, "POST", "GET"), (303, "POST", "GET"), (307, "POST", "POST")]
)
def test_who_is_sent_on_goes_on_within_the_named_hosts(
    tmp_path: Path, far: int, status: int, method: str, asked_then: str
):
    with served(write(tmp_path, APP), ("alipay",), hosts=(f"127.0.0.1:{far}",)) as preview:
        port = ports(preview)["alipay"]

        def order(place: str) -> tuple[int, bytes, Mapping[str, str]]:
            given = {
                "method": method,
                "url": f"http://127.0.0.1:{far}/{status}/to/{quote(place, safe='')}",
                "headers": {"authorization": "mine", "content-type": "text/plain"},
            }
            return asked(port, "POST", "/~miniport/fetch", ordered(preview.token, given, 3), b"hot")

        found, body, headers = order("/tea?a=1")
        assert (found, json.loads(body)) == (
            200,
            {"path": "/tea?a=1", "method": asked_then, "secret": "mine"},
        )
        assert not {"location", "set-cookie", "x-miniport-problem"} & headers.keys()
        assert headers["x-folded"] == "one Set-Cookie: a=b"
        for place in ("http://other.example/tea", "//other.example/tea", f"http://localhost:{far}/tea"):
            found, body, headers = order(place)
            assert (found, "is not in dev.hosts" in headers["x-miniport-problem"]) == (403, True)
        assert order("file:///etc/passwd")[0] == 400
        # To itself, again and again.
        found, _, headers = order("?")
        assert (found, "times" in headers["x-miniport-problem"]) == (502, True)


def test_a_secret_does_not_go_on_to_another_host(tmp_path: Path, far: int):
    hosts = (f"127.0.0.1:{far}", f"localhost:{far}")
    with served(write(tmp_path, APP), ("alipay",), hosts=hosts) as preview:
        place = quote(f"http://localhost:{far}/tea", safe="")
        given = {"url": f"http://127.0.0.1:{far}/302/to/{place}", "headers": {"authorization": "mine"}}
        sent = ordered(preview.token, given, 0)
        status, body, _ = asked(ports(preview)["alipay"], "POST", "/~miniport/fetch", sent)
    assert (status, json.loads(body)["secret"]) == (200, None)


def test_a_refused_host_is_told_in_the_terminal_with_its_line_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    how = serving({}, None, Settings(), "en")
    with served(write(tmp_path, APP), ("alipay",), heard=how.heard) as preview:
        order = {"method": "PUT", "url": "http://other.example/tea"}
        for _ in range(2):
            asked(ports(preview)["alipay"], "POST", "/~miniport/fetch", ordered(preview.token, order, 0))
    told = capsys.readouterr().out
    assert told.count("MP376") == 1
    assert '"- other.example"' in told


def test_a_host_that_does_not_answer_is_told_of(tmp_path: Path):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{closed.getsockname()[1]}"
        with served(write(tmp_path, APP), ("alipay",), hosts=(host,)) as preview:
            sent = ordered(preview.token, {"url": f"http://{host}/"}, 0)
            status, _, headers = asked(ports(preview)["alipay"], "POST", "/~miniport/fetch", sent)
            assert (status, "refused" in headers["x-miniport-problem"]) == (502, True)


def test_an_address_as_an_app_writes_it_is_asked_for_as_browsers_do(tmp_path: Path, far: int):
    with served(write(tmp_path, APP), ("alipay",), hosts=(f"127.0.0.1:{far}",)) as preview:
        order = {"method": "PUT", "url": f"http://127.0.0.1:{far}/茶?名=绿 茶&a=%20"}
        sent = ordered(preview.token, order, 0)
        status, body, _ = asked(ports(preview)["alipay"], "POST", "/~miniport/fetch", sent)
    assert (status, json.loads(body)["path"]) == (201, f"/{quote('茶')}?{quote('名')}={quote('绿 茶')}&a=%20")


@pytest.mark.parametrize("url", ["http://a.example:99999/", "http://a.example:x/", "http://[::1/"])
def test_what_is_no_address_is_refused(tmp_path: Path, url: str):
    with served(write(tmp_path, APP), ("alipay",), hosts=("a.example",)) as preview:
        port = ports(preview)["alipay"]
        sent = ordered(preview.token, {"url": url}, 0)
        assert asked(port, "POST", "/~miniport/fetch", sent)[0] == 400
        target = f"/~miniport/socket?to={quote(url.replace('http', 'ws'), safe='')}&token={preview.token}"
        assert asked(port, "GET", target, {})[0] == 400


def test_a_header_that_no_request_can_have_is_told_of(tmp_path: Path, far: int):
    with served(write(tmp_path, APP), ("alipay",), hosts=(f"127.0.0.1:{far}",)) as preview:
        order = {"method": "PUT", "url": f"http://127.0.0.1:{far}/", "headers": {"x-kind": "绿茶"}}
        sent = ordered(preview.token, order, 0)
        status, _, headers = asked(ports(preview)["alipay"], "POST", "/~miniport/fetch", sent)
    assert (status, "UnicodeEncodeError" in headers["x-miniport-problem"]) == (502, True)


def test_a_mocks_answer_comes_back_with_its_status(tmp_path: Path):
    with served(write(tmp_path, APP), ("alipay",)) as preview:
        head = {"status": 418, "headers": {"X-Tea": "no\r\nX-More: 1", "Set-Cookie": "a=b", "bad name": "x"}}
        sent = ordered(preview.token, head, 5)
        status, body, headers = asked(ports(preview)["alipay"], "POST", "/~miniport/fetch", sent, b"short")
        assert (status, body, headers["x-tea"]) == (418, b"short", "noX-More: 1")
        assert not {"set-cookie", "x-more"} & headers.keys()
        head = {"status": 302, "headers": {"Location": "/app/app.js", "X-Tea": "no"}}
        status, _, headers = asked(
            ports(preview)["alipay"], "POST", "/~miniport/fetch", ordered(preview.token, head, 0)
        )
        assert (status, headers.get("location"), headers["x-tea"]) == (302, None, "no")


def test_a_socket_goes_through_after_the_handshake(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        host = f"127.0.0.1:{listener.getsockname()[1]}"
        heard: list[bytes] = []

        def answer() -> None:
            far, _ = listener.accept()
            with far:
                heard.append(far.recv(65536))
                far.sendall(ACCEPTED)
                far.sendall(far.recv(100)[::-1])

        thread = threading.Thread(target=answer)
        thread.start()
        with served(write(tmp_path, APP), ("alipay",), hosts=(host,)) as preview:
            port = ports(preview)["alipay"]
            target = (
                f"/~miniport/socket?to={quote(f'ws://{host}/chat?room=1', safe='')}&token={preview.token}"
            )
            with socket.create_connection(("127.0.0.1", port), timeout=10) as near:
                lines = [f"GET {target} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Upgrade: websocket"]
                lines += ["Connection: Upgrade", "Sec-WebSocket-Key: x", "Cookie: theirs=1", "", ""]
                near.sendall("\r\n".join(lines).encode())
                got = b""
                while not got.endswith(b"\r\n\r\n"):
                    got += near.recv(1000)
                near.sendall(b"hello")
                assert (got, near.recv(100)) == (ACCEPTED, b"olleh")
        thread.join()
        assert heard[0].decode().splitlines()[:2] == ["GET /chat?room=1 HTTP/1.1", f"Host: {host}"]
        assert b"theirs" not in heard[0]


def test_mocks_are_read_recorded_and_complained_of(tmp_path: Path):
    mocks = Mocks(tmp_path)
    assert json.loads(mocks.listed()) == []
    tea = {"method": "GET", "url": "https://a.example/tea", "status": 200, "body": {"tea": "绿茶"}}
    assert (
        mocks.record({"http": [tea], "api": {"my.scan": {"success": {"code": "1"}}}}) == "mocks/recorded.yaml"
    )
    mocks.record({"http": [{**tea, "body": 2}], "api": {}})
    write(
        tmp_path,
        {"mocks/own.js": "export default {};\n", "mocks/list.yaml": "- 1\n", "mocks/bad.yaml": "a: [\n"},
    )
    listed = json.loads(mocks.listed())
    assert [each["name"] for each in listed] == ["own.js", "recorded.yaml"]
    assert listed[1]["content"] == {
        "http": [{**tea, "body": 2}],
        "api": {"my.scan": {"success": {"code": "1"}}},
    }
    assert [(each.rule.code, str(each.place.path)) for each in mocks.findings] == [
        ("MP377", "mocks/bad.yaml"),
        ("MP377", "mocks/list.yaml"),
    ]


def test_a_mock_that_cannot_be_read_is_told_of_when_it_is_read(tmp_path: Path):
    project = write(tmp_path, APP)
    with served(project, ("alipay",)) as preview:
        told = preview.events.listen()
        for text, codes in (("a: [\n", ["MP377"]), ("http: []\n", []), ("http: []\n", None)):
            write(project, {"mocks/tea.yaml": text})
            asked(ports(preview)["alipay"], "GET", "/~miniport/mocks", {})
            if codes is None:
                assert told.get(timeout=10).startswith(b"event: mocks\n")
                assert told.empty()
            else:
                found = json.loads(told.get(timeout=10).decode().split("data: ")[1])["findings"]
                assert [each["code"] for each in found] == codes


def test_mocks_outside_of_the_project_are_neither_read_nor_written(tmp_path: Path):
    project = write(tmp_path / "app", APP)
    outside = write(tmp_path / "elsewhere", {"own.js": "export default {};\n"})
    (project / "mocks").symlink_to(outside)
    mocks = Mocks(project)
    assert json.loads(mocks.listed()) == []
    with pytest.raises(Refused):
        mocks.script("own.js")
    with pytest.raises(Refused):
        mocks.record({"http": [], "api": {"my.scan": {"success": {}}}})
    assert [path.name for path in outside.iterdir()] == ["own.js"]


def test_recording_leaves_alone_what_it_cannot_read(tmp_path: Path):
    written = "http:\n  - {method: GET, url: mine\n"
    write(tmp_path, {"mocks/recorded.yaml": written})
    with pytest.raises(Refused, match="^mocks/recorded.yaml:") as refused:
        Mocks(tmp_path).record({"http": [], "api": {"my.scan": {"success": {}}}})
    assert refused.value.status == 409
    assert (tmp_path / "mocks/recorded.yaml").read_text("utf-8") == written
