"""What scripts hand to APIs and read of their answers, held against what the platforms document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from miniport import rules
from miniport.checks.answer import Asked, answers
from miniport.checks.object_name import object_name
from miniport.checks.reading import Reading
from miniport.diagnostics import Finding
from miniport.facts import Kind
from miniport.likeness import closest
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.host import ApiUse
from miniport.syntax.options import Option, Options
from miniport.syntax.tree import span
from miniport.targets.pack import TargetPack, bundled

if TYPE_CHECKING:
    from tree_sitter import Node

_QUERY = "createSelectorQuery"
_EXEC = regex(r"\.\s*exec\s*\(")
_NAME = regex(r"[A-Za-z_$][\w$]*")
_ADDRESS = regex(r"""(["'`])(https?|wss?)://(?!localhost|127\.|10\.|192\.168\.|\[)[^"'`\n]*""", re.IGNORECASE)
_ASK = "canIUse"
_WORD = regex(r"[\w$-]+")
# Words of canIUse that no table of a platform has.
_OTHER_WORDS = frozenset(("component2", "page", "component", "app", "object", "plugin", "lifestyle", "cube"))


def api_faults(reading: Reading, reader: TargetPack, pack: TargetPack) -> Iterator[Finding]:
    """Yield the faults in how one script calls APIs."""
    text, dialect = reading.script.text, reading.file.dialect
    for use in reading.script.uses:
        row = _row(use, reader)
        for options in use.calls if row is not None else ():
            if options is not None and row is not None:
                name = f"{object_name(text, use.span.start, dialect)}.{use.path}"
                yield from _options(options, row, name, text)
    yield from _asked(reading, reader)
    calls = {call.start_byte: call for call in reading.of("call")}
    yield from _queries(reading, reader, calls)
    yield from answers(Asked(reading, reader, pack))


def _row(use: ApiUse, reader: TargetPack) -> Mapping[str, object] | None:
    """Return what the platform a script is written for says of an API."""
    if not use.is_known or not use.members:
        return None
    fact = reader.index.get((Kind.API, "", reader.neutral(Kind.API, use.path)))
    return fact[0] if fact is not None and fact[0] else None


def _quoted(missing: Sequence[Sequence[str]]) -> Mapping[str, str]:
    """Return in words what is missing: one name of each group."""
    english = (" or ".join(f'"{name}"' for name in group) for group in missing)
    chinese = (" 或 ".join(f"“{name}”" for name in group) for group in missing)
    return {"missing_en": ", ".join(english), "missing_zh": "、".join(chinese)}


def _options(options: Options, row: Mapping[str, object], api: str, text: str) -> Iterator[Finding]:
    params = [str(name) for name in cast(list[str], row.get("params") or ())]
    needed = [name.rstrip("!") for name in params if name.endswith("!")]
    given = {entry.name for entry in options.entries}
    groups = [*([name] for name in needed), *cast(list[list[str]], row.get("requires") or ())]
    missing = [group for group in groups if given.isdisjoint(group)]
    if missing and not options.is_open:
        yield rules.PARAMETER_MISSING.at(options.span, name=api, **_quoted(missing))
    values = cast(Mapping[str, list[str]], row.get("values") or {})
    secure = str(row.get("secure") or "")
    for entry in options.entries:
        known = values.get(entry.name)
        if known is not None and entry.text is not None and not _is_one_of(entry.text, known):
            said = {"name": api, "parameter": entry.name, "value": entry.text, "known": ", ".join(known)}
            yield rules.PARAMETER_VALUE.at(entry.value, **said)
        if secure and entry.name == "url":
            yield from _address(entry, secure, api, text)


def _is_one_of(value: str, known: list[str]) -> bool:
    """Tell whether a value is one of those known; words in capitals and colours are read in any case."""
    is_any_case = all(each == each.upper() or each.startswith("#") for each in known)
    return value in known or (is_any_case and value.lower() in (each.lower() for each in known))


def _address(entry: Option, secure: str, api: str, text: str) -> Iterator[Finding]:
    """Yield an address of another scheme: one as it is written, or the constant that it begins with."""
    at = entry.value
    begin = _NAME.match(text, at.start, at.end)
    if begin is not None:
        constant = re.compile(rf"\bconst\s+{re.escape(begin[0])}\s*=\s*").search(text)
        at = Span(constant.end(), len(text)) if constant is not None else Span(at.start, at.start)
    scheme = _ADDRESS.match(text, at.start, at.end)
    if scheme is not None and scheme[2].lower() != secure:
        place = Span(scheme.start(2), scheme.end())
        yield rules.ADDRESS_NOT_SECURE.at(place, name=api, scheme=f"{secure}://", found=scheme[2])


def _asked(reading: Reading, reader: TargetPack) -> Iterator[Finding]:
    """Yield each word that canIUse is asked and that no platform has."""
    for word in reading.script.asked:
        first = word.text.partition(".")[0]
        if not _WORD.fullmatch(first) or first in _OTHER_WORDS or _is_somewhere(first):
            continue
        names = (*reader.names(Kind.API), *reader.names(Kind.COMPONENT))
        near = closest(first, [reader.native(Kind.API, name) for name in names])
        if near is not None:
            name = f"{reading.file.dialect.namespace}.{_ASK}"
            yield rules.ASKED_FOR_NOTHING.at(word.span, name=name, word=word.text, near=near)


def _is_somewhere(word: str) -> bool:
    return any(
        pack.fact(kind, word) is not None or pack.neutral(kind, word) != word
        for pack in bundled().values()
        for kind in (Kind.API, Kind.COMPONENT)
    )


def _queries(reading: Reading, reader: TargetPack, calls: Mapping[int, Node]) -> Iterator[Finding]:
    """Yield each query that is made, never run and kept by nothing."""
    for use in reading.script.uses:
        call = calls.get(use.span.start)
        if use.path != _QUERY and not use.path.endswith(f".{_QUERY}"):
            continue
        root = call.parent if call is not None else None
        while root is not None and root.type in ("member_expression", "call_expression"):
            call, root = root, root.parent
        if call is None or root is None or root.type != "expression_statement":
            continue
        if _EXEC.search(reading.text(call)) is None:
            yield rules.QUERY_NOT_RUN.at(span(call), name=_QUERY)
