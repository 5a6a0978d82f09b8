"""What one file of mocks holds: the answers that are understood, and findings for the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from miniport import rules
from miniport.dev.server_network import METHODS
from miniport.diagnostics import Diagnostic, Place
from miniport.facts import Json
from miniport.field import replace
from miniport.frozen import frozen
from miniport.likeness import closest
from miniport.posix import PurePosixPath
from miniport.record import Document, KeyPath, Problem, RecordError, decode, load_yaml
from miniport.source import Source, Span

_ABSENT: object = object()


@frozen
class _File:
    http: object = ()
    api: Mapping[str, object] | None = None


@frozen
class _HttpAnswer:
    url: str
    method: str | None = None
    status: int | None = None
    delay: float | None = None
    headers: Mapping[str, str | int | float | bool] | None = None
    body: object = None

    def __post_init__(self) -> None:
        if self.method is not None and self.method.upper() not in METHODS:
            near = closest(self.method.upper(), METHODS)
            en, zh = (f'; did you mean "{near}"?', f"；是否想写 “{near}”？") if near else ("", "")
            raise ValueError(f'"{self.method}" is no method{en}', f"“{self.method}” 不是请求方法{zh}")
        if self.status is not None and not 200 <= self.status <= 599:
            raise ValueError(
                f"{self.status} is no status from 200 to 599", f"{self.status} 不是 200 到 599 的状态码"
            )


@frozen
class _ApiAnswer:
    success: object = _ABSENT
    fail: object = _ABSENT
    delay: float | None = None

    def __post_init__(self) -> None:
        if (self.success is _ABSENT) == (self.fail is _ABSENT):
            raise ValueError('it needs either "success" or "fail"', "需要且只能有 “success” 与 “fail” 之一")


def read_mocks(path: str, content: bytes) -> tuple[Json, tuple[Diagnostic, ...]]:
    """Return {http, api} of a file of data, and a finding for each place that is not understood.

    That place is left out; what cannot be read at all is None.
    """
    source = Source(PurePosixPath(path), content.decode("utf-8-sig", "replace"))
    try:
        document = load_yaml(source.text, path)
    except RecordError as error:
        return None, tuple(_found(source, each) for each in error.problems)
    if not isinstance(document.value, dict):
        problem = Problem((), 'it holds neither "http" nor "api"', "其中既没有 “http” 也没有 “api”")
        return None, (_found(source, problem),)
    problems: list[Problem] = []
    value = _understood(document.value, problems)
    return cast(Json, value), tuple(_found(source, _placed(document, each)) for each in problems)


def _understood(value: dict[str, object], problems: list[Problem]) -> dict[str, object]:
    _decoded(_File, value, (), problems)
    http, api = value.get("http"), value.get("api")
    rows = http if isinstance(http, list) else [] if http is None else [http]
    places: Iterator[KeyPath] = (
        ("http", at) if isinstance(http, list) else ("http",) for at in range(len(rows))
    )
    good = [
        row for row, place in zip(rows, places, strict=True) if _decoded(_HttpAnswer, row, place, problems)
    ]
    names = api if isinstance(api, dict) else {}
    answers = {
        name: given
        for name, given in names.items()
        if _is_named(name, problems) and _decoded(_ApiAnswer, given, ("api", name), problems)
    }
    return {"http": good, "api": answers}


def _decoded(cls: type, value: object, at: KeyPath, problems: list[Problem]) -> bool:
    try:
        decode(cls, value)
    except RecordError as error:
        # A key that is misspelt is missing, too, which is one slip.
        told = [each for each in error.problems if each.is_key] or error.problems
        problems += [replace(each, path=(*at, *each.path)) for each in told]
        return False
    return True


def _is_named(name: str, problems: list[Problem]) -> bool:
    """Tell whether a name says whose API it is; without, nothing that an app calls is meant."""
    if "." in name:
        return True
    problems.append(
        Problem(
            ("api", name),
            f'"{name}" names no API; did you mean "my.{name}"?',
            f"“{name}” 不是 API 的名称；是否想写 “my.{name}”？",
            is_key=True,
        )
    )
    return False


def _placed(document: Document, problem: Problem) -> Problem:
    # Of an answer its name is shown, which may be all that stands on its line.
    placed = document.placed(problem)
    return placed if problem.is_key else placed.with_span(document.key_span(problem.path))


def _found(source: Source, problem: Problem) -> Diagnostic:
    place = Place.of(source, Span(*problem.span)) if problem.span else Place(source.path)
    near = problem.help_en.startswith("did you mean")
    en, zh = (
        (f"{problem.en}; {problem.help_en}", f"{problem.zh}；{problem.help_zh}")
        if near
        else (problem.en, problem.zh)
    )
    return Diagnostic(
        rules.MOCK_UNREADABLE, {"file": str(source.path), "found_en": en, "found_zh": zh}, place
    )
