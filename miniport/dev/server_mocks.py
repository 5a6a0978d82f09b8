"""The folder of mocks in a project: read for the frames, and written from what a frame has seen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from miniport import rules
from miniport.dev.server_door import Refused, file_in
from miniport.diagnostics import Diagnostic, Place
from miniport.facts import Json
from miniport.output.replace import read_or_none, replace_files
from miniport.posix import PurePosixPath
from miniport.project.settings import MOCKS as FOLDER
from miniport.record import RecordError, load_yaml
from miniport.source import Source, Span

RECORDED = "recorded.yaml"
_DATA = frozenset({".yaml", ".yml", ".json"})
_CODE = frozenset({".js", ".mjs"})


class Mocks:
    """The mocks of a project; `project` is None where a bundle is shown without its project.

    `changed` is called when other findings than before are there.
    """

    def __init__(self, project: Path | None, changed: Callable[[], None] = lambda: None) -> None:
        self._project = project
        self._changed = changed
        self.findings: tuple[Diagnostic, ...] = ()

    def listed(self) -> bytes:
        """Return every mock as JSON: {name, version} of a script, {name, content} of a file of data.

        A file that cannot be read is told in `findings`.
        """
        found: list[Json] = []
        wrong: list[Diagnostic] = []
        for path in self._files():
            name, content = path.name, path.read_bytes()
            if path.suffix in _CODE:
                found.append({"name": name, "version": hashlib.sha256(content).hexdigest()[:12]})
            else:
                value = _value(f"{FOLDER}/{name}", content, wrong)
                if value is not None:
                    found.append({"name": name, "content": value})
        before, self.findings = self.findings, tuple(wrong)
        if self.findings != before:
            self._changed()
        return json.dumps(found, ensure_ascii=False, default=str).encode("utf-8")

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
    """Return what was recorded before. Raises Refused where there is something that cannot be read."""
    content = read_or_none(path)
    wrong: list[Diagnostic] = []
    value = _value(f"{FOLDER}/{RECORDED}", content, wrong) if content else None
    if wrong:
        raise Refused(409, f"{wrong[0].place.path}:{wrong[0].place.line}: {wrong[0].message()}")
    return value


def _value(name: str, content: bytes, wrong: list[Diagnostic]) -> Json:
    """Return what a file of data holds; what is wrong with it is added to a list."""
    source = Source(PurePosixPath(name), content.decode("utf-8-sig", "replace"))
    try:
        value = load_yaml(source.text, name).value
    except RecordError as error:
        problem = error.problems[0]
        place = Place.of(source, Span(*problem.span)) if problem.span else Place(source.path)
        wrong.append(_unreadable(place, problem.en, problem.zh))
        return None
    if not isinstance(value, dict):
        wrong.append(_unreadable(Place(source.path), "it holds no keys", "其中没有任何键"))
        return None
    return value


def _unreadable(place: Place, en: str, zh: str) -> Diagnostic:
    told = {"file": str(place.path), "found_en": en, "found_zh": zh}
    return Diagnostic(rules.MOCK_UNREADABLE, told, place)


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
