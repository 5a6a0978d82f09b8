"""Write docs/packs.md: the form of packs and of facts files, from what reads them."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

import jinja2

from miniport.enumeration import StrEnum
from miniport.field import holds_fields
from miniport.record.decode import fields_of
from miniport.targets.form import OverrideForm, PackForm

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "packs.md"
_PLAIN = {bool: "true or false", int: "a number", float: "a number", str: "a text", NoneType: "nothing"}


class Form(NamedTuple):
    """A record as the page shows it: its name, what its docstring says, (key, what it holds) of each key."""

    title: str
    text: str
    keys: tuple[tuple[str, str], ...]


def forms() -> tuple[Form, ...]:
    """Return every record of the form, those of a facts file first, each before what it holds."""
    found: dict[type, Form] = {}
    pending: list[type] = [OverrideForm, PackForm]
    while pending:
        cls = pending.pop(0)
        if cls in found:
            continue
        fields = fields_of(cls).items()
        keys = tuple((key + ("" if item.is_optional else " *"), holds(kind)) for key, (item, kind) in fields)
        found[cls] = Form(_title(cls), " ".join((inspect.getdoc(cls) or "").split()), keys)
        pending += [each for _, (_, kind) in fields for each in _records(kind)]
    return tuple(found.values())


def holds(kind: Any) -> str:  # noqa: ANN401
    """Return what a key holds, in words."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        words = [holds(each) for each in inner if each is not NoneType]
        is_rows = any(word.startswith("a list of texts") for word in words) and len(words) > 1
        return "rows: " + " or ".join(words[1:]) if is_rows else " or ".join(words)
    if origin is Literal:
        return ", ".join(f"`{each}`" for each in inner)
    if origin is tuple:
        word = holds(inner[0])
        return "a list of texts" if word == "a text" else f"a list of: {word}"
    if origin is not None:
        return f"by name: {holds(inner[1])}"
    if holds_fields(kind):
        title = _title(kind)
        return f"[{title}](#{title.lower().replace(' ', '-')})"
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return ", ".join(f"`{each}`" for each in kind)
    return _PLAIN.get(kind, "a text")


def _records(kind: Any) -> Iterator[type]:  # noqa: ANN401
    if holds_fields(kind) and isinstance(kind, type):
        yield kind
    for each in get_args(kind):
        yield from _records(each)


def _title(cls: Any) -> str:  # noqa: ANN401
    name = str(cls.__name__)
    return {"OverrideForm": "Facts file", "PackForm": "Pack"}.get(name, name)


def page() -> str:
    """Return the text of docs/packs.md."""
    environment = jinja2.Environment(
        keep_trailing_newline=True, undefined=jinja2.StrictUndefined, autoescape=False
    )
    text = environment.from_string((HERE / "packs.md.j2").read_text("utf-8")).render(forms=forms())
    return text.rstrip("\n") + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
