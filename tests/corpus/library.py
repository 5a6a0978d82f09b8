"""Pages for the components of an npm library: the examples of its documents, each property and each slot."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from miniport.syntax.tree import parse
from tests.corpus.document import Document, Property, literal, read

_TAG = re.compile(r"<([a-z][\w-]*)")
_PROPS = re.compile(r"\bprops: \{\n(.*?)\n  \}", re.S)
_DEFAULT = re.compile(r"^    (\w+): (.+?),?$", re.M)
_SLOT = re.compile(r'<slot[^>]*?\bname="([\w-]+)"')
_IMPORT = re.compile(r"^import .*$", re.M)
_TRIED = 3
"""How many of the values that a description names are tried."""


@dataclass(frozen=True)
class Library:
    """A package in a node_modules folder, and the documents of its components by a name for each."""

    package: str
    folder: Path
    documents: Mapping[str, Document]

    def components(self) -> dict[str, str]:
        """Return every component's path below node_modules by the tag it goes by."""
        below = (self.folder / "es").rglob("*.json")
        found = {
            _tag_of(path.relative_to(self.folder)): path for path in sorted(below) if _is_component(path)
        }
        own = {
            tag: f"{self.package}/{path.relative_to(self.folder).with_suffix('')}"
            for tag, path in found.items()
        }
        for document in self.documents.values():
            own |= {tag: path for tag, given in document.listed.items() if (path := self._own(given))}
        return own

    def _own(self, given: str) -> str:
        """Return a documented path as this package's own, "" where it has no such component."""
        inner = given.partition("/es/")[2]
        path = f"es/{inner}" if inner else "es/index"
        return f"{self.package}/{path}" if (self.folder / f"{path}.json").is_file() else ""


def _is_component(path: Path) -> bool:
    try:
        return bool(json.loads(path.read_text("utf-8")).get("component"))
    except (ValueError, AttributeError):
        return False


def _tag_of(path: Path) -> str:
    return "-".join(path.parts[1:-1]).lower().replace("_", "-") or path.parts[0]


def documents(folder: Path) -> dict[str, Document]:
    """Return the documents below a folder, by the folder each lies in; English twins are left out."""
    paths = sorted(
        path
        for path in folder.rglob("*.md")
        if ".en." not in path.name and "node_modules" not in path.relative_to(folder).parts
    )
    return {
        path.parent.relative_to(folder).as_posix().replace("/", "-").strip(".") or "readme": read(
            path.read_text("utf-8")
        )
        for path in paths
    }


def make(library: Library, out: Path) -> int:
    """Write an app of such pages into a folder that has the package in node_modules; return how many."""
    tags = library.components()
    written = []
    for name, document in library.documents.items():
        used = [tag for tag in document.listed if tag in tags]
        examples = [code for code in document.templates if any(tag in tags for tag in _TAG.findall(code))]
        if examples:
            written.append(_page(out, f"{name}-examples", examples, document, tags))
        named = [(_matching(heading, name, used, tags), rows) for heading, rows in document.tables]
        parts = [
            part
            for tag, rows in named
            if tag
            for part in _uses(tag, rows, _first_use(tag, document.templates))
        ]
        if parts:
            written.append(_page(out, f"{name}-properties", parts, document, tags))
    documented = {tag for document in library.documents.values() for tag in document.listed if tag in tags}
    paths = {tags[tag] for tag in documented}
    for tag, path in tags.items():
        if path not in paths:
            rows = tuple(_declared(library.folder / path.removeprefix(f"{library.package}/")))
            written.append(_page(out, f"{tag}-declared", list(_uses(tag, rows, "")), None, tags))
    pages = [f"pages/{name}/index" for name in dict.fromkeys(written)]
    (out / "app.json").write_text(json.dumps({"pages": pages}, indent=2) + "\n", "utf-8")
    (out / "app.js").write_text("App({});\n", "utf-8")
    (out / "mini.project.json").write_text('{"format": 2, "compileOptions": {"component2": true}}\n', "utf-8")
    return len(pages)


def _declared(path: Path) -> Iterator[Property]:
    """Yield what a component's own files say it takes."""
    script, template = (path.with_suffix(suffix).read_text("utf-8") for suffix in (".js", ".axml"))
    found = _PROPS.search(script)
    for name, value in _DEFAULT.findall(found[1]) if found else ():
        kind = "boolean" if value in ("true", "false") else "number" if value.isdigit() else "string"
        kind = "Array" if value.startswith("[") else "Object" if value.startswith("{") else kind
        if value != "{" or name.startswith("on"):
            yield Property(name, kind, ())
    yield from (Property(name, "slot", ()) for name in dict.fromkeys(_SLOT.findall(template)))


def _matching(heading: str, name: str, used: Sequence[str], tags: Iterable[str]) -> str | None:
    """Return the tag that a heading speaks of: a general one of what the document is called after."""
    wanted = _letters(heading.removesuffix("slots").removesuffix("Slots"))
    known = used or tuple(tags)
    if wanted not in ("", "api", "props", "slots"):
        return _named(wanted, known)
    return _named(_letters(name), known) or (used[0] if used else None)


def _named(word: str, tags: Sequence[str]) -> str | None:
    """Return the tag that is called so, with or without the library's prefix."""
    return next((tag for tag in tags if tag.replace("-", "").removeprefix("ant") == word), None)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower())


def _first_use(tag: str, templates: Sequence[str]) -> str:
    """Return the attributes of a tag's first documented use that need no loop around them."""
    pattern = re.compile(rf"<{tag}\b((?:[^<>\"]|\"[^\"]*\")*?)/?>", re.S)
    found = (use[1] for code in templates for use in pattern.finditer(code))
    return next((use for use in found if "item" not in use and "a:" not in use), "").strip()


def _values(row: Property) -> Iterator[str]:
    kind = row.type.lower()
    if re.match(r"(on|catch)[A-Z]", row.name) or "=>" in kind:
        yield "onAny"
    elif "boolean" in kind:
        yield from (literal(True), literal(False))
    elif "number" in kind and "string" not in kind:
        yield literal(2)
    elif "array" in kind or "[]" in kind:
        yield literal([])
    elif "object" in kind or "[" in kind:
        yield literal({})
    elif row.name.lower().endswith("style"):
        yield "color: rgb(200, 0, 0)"
    else:
        yield from row.words[:_TRIED] or ["文字"]


def _uses(tag: str, rows: Sequence[Property], base: str) -> Iterator[str]:
    """Yield the tag as it is, once with each property, and once with all slots filled."""
    yield f"<{tag} {base}>内容</{tag}>"
    for row in rows:
        if row.is_slot:
            continue
        kept = re.sub(rf"(^|\s){re.escape(row.name)}(=\"[^\"]*\")?(?=\s|$)", " ", base)
        for value in _values(row):
            yield f'<{tag} {kept} {row.name}="{value}">内容</{tag}>'
    slots = [row.name for row in rows if row.is_slot]
    if slots:
        filled = "".join(f'<view slot="{name}">[{name}]</view>' for name in slots)
        yield f"<{tag} {base}>{filled}</{tag}>"


def _page(
    out: Path, name: str, parts: Sequence[str], document: Document | None, tags: Mapping[str, str]
) -> str:
    folder = out / "pages" / name
    folder.mkdir(parents=True, exist_ok=True)
    template = "".join(f'<view class="part">\n{part.strip()}\n</view>\n' for part in parts)
    (folder / "index.axml").write_text(template, "utf-8")
    (folder / "index.js").write_text(_script(document.scripts if document else ()), "utf-8")
    styles = "".join(document.styles if document else ())
    (folder / "index.acss").write_text(f".part {{ padding: 8px; min-height: 20px }}\n{styles}", "utf-8")
    used = {tag: tags[tag] for tag in _TAG.findall(template) if tag in tags}
    (folder / "index.json").write_text(
        json.dumps({"defaultTitle": name, "usingComponents": used}, indent=2), "utf-8"
    )
    return name


def _is_page(code: str) -> bool:
    """Tell whether a documented script is a whole page: some leave parts out, some have slips of the pen."""
    return code.lstrip().startswith("Page(") and not parse(code).has_error


def _script(codes: Sequence[str]) -> str:
    """Return one page of all documented ones: later members stand for earlier ones of their name."""
    own = [plain for code in codes if _is_page(plain := _IMPORT.sub("", code))]
    blocks = "".join(f"{{\nconst Page = (one) => parts.push(one);\n{code}\n}}\n" for code in own)
    return (
        f"const parts = [];\n{blocks}"
        "const data = Object.assign({}, ...parts.map((one) => one.data));\n"
        "Page(Object.assign({ onAny() {} }, ...parts, { data }));\n"
    )
