"""The folder of mocks in a project: read for the frames, and written from what a frame has seen."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from miniport.dev.mock_file import read_mocks
from miniport.dev.server_door import Refused, file_in
from miniport.diagnostics import Diagnostic
from miniport.facts import Json
from miniport.output.replace import read_or_none, replace_files
from miniport.project.settings import MOCKS as FOLDER

RECORDED = "recorded.yaml"
_DATA = frozenset({".yaml", ".yml", ".json"})
_CODE = frozenset({".js", ".mjs"})


Found = Callable[[tuple[Diagnostic, ...]], None]


class Mocks:
    """The mocks of a project; `project` is None where a bundle is shown without its project.

    When they are read, `found` is called where other findings than before are there, with those that are new,
    and `changed` where the answers are others than those that were read before.
    """

    def __init__(
        self,
        project: Path | None,
        found: Found = lambda _: None,
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        self._project = project
        self._found = found
        self._changed = changed
        self._lock = threading.Lock()
        self._known: bytes | None = None
        self.findings: tuple[Diagnostic, ...] = ()

    @property
    def folder(self) -> Path | None:
        """Return where they lie, which may not be there."""
        return self._project / FOLDER if self._project is not None else None

    def listed(self) -> bytes:
        """Return every mock as JSON: {name, version} of a script, {name, content} of a file of data.

        What is not understood is told in `findings`, and is left out.
        """
        with self._lock:
            content, findings = self._read()
            known, self._known = self._known, content
            before, self.findings = self.findings, findings
        if findings != before:
            self._found(tuple(each for each in findings if each not in before))
        if known is not None and content != known:
            self._changed()
        return content

    def _read(self) -> tuple[bytes, tuple[Diagnostic, ...]]:
        read: list[Json] = []
        wrong: list[Diagnostic] = []
        for path in self._files():
            name, content = path.name, read_or_none(path)
            if content is None:
                # Gone since the folder was listed.
                continue
            if path.suffix in _CODE:
                read.append({"name": name, "version": hashlib.sha256(content).hexdigest()[:12]})
                continue
            value, findings = read_mocks(f"{FOLDER}/{name}", content)
            wrong += findings
            if value is not None:
                read.append({"name": name, "content": value})
        return json.dumps(read, ensure_ascii=False, default=str).encode("utf-8"), tuple(wrong)

    def script(self, name: str) -> bytes:
        """Return the text of a mock that is a script."""
        if self._project is None or not any(name.endswith(end) for end in _CODE):
            raise Refused(404, "there is no such mock")
        return file_in(self._project, f"{FOLDER}/{name}").read_bytes()

    def record(self, given: Json) -> str:
        """Lay what a frame has seen over what was recorded before; return the file's path in the project.

        An HTTP answer takes the place of one to the same method and address. A file that cannot be read is
        somebody's work with a slip in it: it is refused, and left as it is.
        """
        if self._project is None:
            raise Refused(409, "a bundle without its project has no mocks")
        http, api = _parts(given)
        path = self._project / FOLDER / RECORDED
        if not path.resolve().is_relative_to(self._project.resolve()):
            raise Refused(403, "that lies outside of the project")
        before = _parts(_known(path))
        kept = {(row.get("method"), row.get("url")): row for row in (*before[0], *http)}
        content: dict[str, Json] = {"http": list(kept.values()), "api": {**before[1], **api}}
        replace_files({path: _yaml(content).encode("utf-8")})
        return f"{FOLDER}/{RECORDED}"

    def _files(self) -> Iterator[Path]:
        if self._project is None:
            return
        folder = self._project / FOLDER
        root = self._project.resolve()
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.suffix in _DATA | _CODE and path.is_file() and path.resolve().is_relative_to(root):
                yield path


def _known(path: Path) -> Json:
    """Return what was recorded before. Raises Refused where there is something that is not understood."""
    content = read_or_none(path)
    value, wrong = read_mocks(f"{FOLDER}/{RECORDED}", content) if content else (None, ())
    if wrong:
        raise Refused(409, f"{wrong[0].place.path}:{wrong[0].place.line}: {wrong[0].message()}")
    return value


def _parts(given: Json) -> tuple[list[dict[str, Json]], dict[str, Json]]:
    if not isinstance(given, dict):
        return [], {}
    http, api = given.get("http"), given.get("api")
    rows = [row for row in http if isinstance(row, dict)] if isinstance(http, list) else []
    return rows, api if isinstance(api, dict) else {}


def _yaml(content: Json) -> str:
    import yaml

    head = "# Recorded by miniport dev. Edit freely; recording again keeps what it does not see.\n"
    return head + yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100)
