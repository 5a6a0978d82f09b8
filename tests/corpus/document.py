"""What the document of a component says: examples, properties, slots. Read at each run, kept nowhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

_CODE = re.compile(r"^```+(\w+)\n(.*?)^```+", re.M | re.S)
_HEADING = re.compile(r"^#{2,4} +(.+)$", re.M)
_CONDITION = re.compile(r"^[ \t]*#if (\w+)\n(.*?)^[ \t]*#endif[ \t]*\n", re.M | re.S)
_ROW = re.compile(r"^\| *(?!-|:-)(.+?) *\|[ \t]*$", re.M)
_CELL = re.compile(r"(?<!\\)\|")
_LISTED = re.compile(r'"([\w-]+)": *"([\w@/.-]+)"')
_FIRST_CELLS = (
    "属性",
    "属性名",
    "slotName",
    "slotname",
    "Property",
    "参数",
    "变量名",
    "事件名",
    "方法",
    "方法名",
)


@dataclass(frozen=True)
class Property:
    """A row of a table: what a component takes. `words`: values that its description names."""

    name: str
    type: str
    words: tuple[str, ...]

    @property
    def is_slot(self) -> bool:
        """Tell whether it names a place for content."""
        return "slot" in self.type.lower()


@dataclass(frozen=True)
class Document:
    """One document. `listed`: tag to the path of its component; `tables`: heading to rows."""

    listed: dict[str, str]
    templates: tuple[str, ...]
    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    tables: tuple[tuple[str, tuple[Property, ...]], ...]


def read(text: str) -> Document:
    """Read a document of Markdown."""
    text = _CONDITION.sub(lambda found: found[2] if found[1] == "ALIPAY" else "", text.replace("\r\n", "\n"))
    blocks = [(found[1].lower(), found[2]) for found in _CODE.finditer(text)]
    of = {kind: tuple(code for name, code in blocks if name in names) for kind, names in _KINDS.items()}
    listed = {tag: path for code in of["config"] for tag, path in _LISTED.findall(code) if "/" in path}
    templates = tuple(code for code in of["template"] if "slot-name" not in code)
    return Document(listed, templates, of["script"], of["style"], tuple(_tables(_CODE.sub("", text))))


_KINDS = {
    "config": ("json",),
    "template": ("xml", "html", "axml"),
    "script": ("js", "javascript"),
    "style": ("css", "acss"),
}


def _tables(text: str) -> Iterator[tuple[str, tuple[Property, ...]]]:
    headings = list(_HEADING.finditer(text))
    for at, heading in enumerate(headings):
        end = headings[at + 1].start() if at + 1 < len(headings) else len(text)
        rows = [_CELL.split(found[1]) for found in _ROW.finditer(text, heading.end(), end)]
        slots = bool(rows) and rows[0][0].strip().lower() == "slotname" or "slot" in heading[1].lower()
        found = tuple(_property(row, slots) for row in rows if row[0].strip() not in _FIRST_CELLS)
        if found and not found[0].name.startswith("--"):
            yield heading[1].strip(), tuple(each for each in found if each.name)


def _property(cells: list[str], is_slot: bool) -> Property:
    name = cells[0].strip().strip("`").split(" ")
    word = "" if "WECHAT" in name else name[-1]
    told = cells[1] if len(cells) > 1 else ""
    kind = "slot" if is_slot else cells[2].strip() if len(cells) > 2 else "string"
    plain = word if re.fullmatch(r"[A-Za-z][\w-]*", word) else ""
    return Property(plain, kind, tuple(re.findall(r"`([\w-]+)`", told)))


def literal(value: object) -> str:
    """Return a value as an attribute of a template."""
    return "{{" + json.dumps(value, ensure_ascii=False).replace('"', "'") + "}}"
