"""Style sheets, scripts and JSON as folders: what is read out of them, without the places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from miniport.diagnostics import Rule
from miniport.enumeration import Enum
from miniport.posix import PurePosixPath
from miniport.source import Span, decode
from miniport.syntax.data import parse_json
from miniport.syntax.script import parse_script
from miniport.syntax.script_names import ScriptNames
from miniport.syntax.style import parse_style
from tests.fixture_folder import Golden, cases
from tests.syntax.dialects import ALIPAY

NAMES = ScriptNames(
    namespaces=(ALIPAY.namespace,),
    registrations=tuple((name, word) for word, name in ALIPAY.registrations.items()),
)
READ: Mapping[str, Callable[[str], object]] = {
    ".acss": parse_style,
    ".wxss": parse_style,
    ".js": lambda text: parse_script(text, NAMES),
    ".sjs": lambda text: parse_script(text, NAMES),
    ".wxs": lambda text: parse_script(text, NAMES),
    ".json": parse_json,
}


def summary(value: object, text: str, name: str = "", indent: str = "") -> list[str]:
    """Return a value as lines, its spans as what stands there; what is empty is left out."""
    label = f"{indent}{name}: " if name else indent
    if isinstance(value, Span):
        return [f"{label}{text[value.start : value.end]!r}"] if name != "span" else []
    if isinstance(value, Rule):
        return [f"{label}{value.code} {value.name}"]
    if is_dataclass(value):
        lines = [f"{label}{type(value).__name__}"]
        for field in fields(value):
            inner = getattr(value, field.name)
            if inner is not text and not field.name.startswith("_"):
                lines += summary(inner, text, field.name, indent + "  ")
        return lines
    if isinstance(value, tuple) and value and not all(isinstance(one, int | str) for one in value):
        inside = (line for one in value for line in summary(one, text, "", indent + "  "))
        return [label.rstrip(), *inside]
    if value in (None, (), "", False) or callable(value):
        return []
    return [f"{label}{value.value if isinstance(value, Enum) else value!r}"]


@pytest.mark.parametrize("area", ["style", "script", "data"])
def test_a_text_holds_what_is_expected(area: str, golden: Golden):
    for case in (Path(parameter.values[0]) for parameter in cases(area)):
        read: dict[PurePosixPath, bytes] = {}
        for path in sorted((case / "input").iterdir()):
            text = decode(PurePosixPath(path.name), path.read_bytes()).text
            lines = summary(READ[path.suffix](text), text)
            read[PurePosixPath(f"{path.name}.txt")] = "".join(f"{line}\n" for line in lines).encode()
        golden.files(case / "expected", read)
