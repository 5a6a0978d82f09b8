"""ant-design-mini from its sources as an app of all its demo pages, and its bundle beside the vendor's build.

python -m benchmarks.antd_sources prepare CHECKOUT        # after npm install --ignore-scripts there
python -m miniport build CHECKOUT --target alipay --out OUT
python -m benchmarks.antd_sources compare OUT/alipay/src path/to/node_modules/antd-mini/es
"""

from __future__ import annotations

import difflib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import lightningcss

from miniport.dialect import Directive
from miniport.syntax.expression import (
    Binary,
    Entry,
    Expression,
    Index,
    Literal,
    Member,
    Name,
    ObjectLiteral,
    Pair,
    Shorthand,
    TemplateLiteral,
)
from miniport.syntax.markup import parse_markup
from miniport.syntax.markup_tree import Attribute, DirectiveRole, Element, Event, Node, Part, Plain, Text
from miniport.targets.pack import bundled_pack

# The library tells dialects apart by the names of their platforms: its Alipay code is for every target here.
_SETTINGS = "name: ant-design-mini\ndefine: {ALIPAY: true}\n"
KINDS = (".axml", ".acss", ".json", ".sjs", ".js")


def prepare(checkout: Path) -> int:
    """Write app.json and app.less of an app whose pages are the library's demo pages; return their number."""
    demo = checkout / "demo/pages"
    pages = sorted(
        str(path.with_suffix("").relative_to(checkout).as_posix()) for path in demo.rglob("index.axml")
    )
    pages = [page for page in pages if (checkout / f"{page}.ts").is_file()]
    (checkout / "app.json").write_text(json.dumps({"pages": pages}, indent=2), "utf-8")
    (checkout / "app.ts").write_text("App({});\n", "utf-8")
    style = (checkout / "config/alipay/app.less").read_text("utf-8").replace("../src", "./src")
    (checkout / "app.less").write_text(style, "utf-8")
    (checkout / "mini.project.json").write_text("{}\n", "utf-8")
    (checkout / "miniport.yaml").write_text(_SETTINGS, "utf-8")
    return len(pages)


def normal(text: str, kind: str) -> object:
    """Return what a text says: JSON as values, a template as trees, a sheet as what it is minified to.

    Nothing is equal that a reader of the platform could tell apart; the order of attributes, of the keys of
    an object and of selectors in a list says nothing.
    """
    if kind == ".json":
        return json.loads(text)
    if kind == ".axml":
        markup = parse_markup(text, bundled_pack("alipay").dialect)
        return tuple(_nodes(markup.nodes))
    try:
        small = lightningcss.process_stylesheet(text)
    except ValueError:
        # A sheet that the library's authors left broken: compared as written, but for blanks and comments.
        small = re.sub(r"/\*.*?\*/|\s+", " ", text, flags=re.DOTALL)
    small = _BLANKS.sub(lambda found: found[0] if found["text"] else found["sign"] or "", small)
    return re.sub(
        r"([^{};]+)\{", lambda rule: ",".join(sorted(rule[1].split(","))) + "{", small.replace(";}", "}")
    )


# White space that no grammar of CSS sees: around commas and slashes, at the ends of blocks and brackets.
_BLANKS = re.compile(
    r"""(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\s*(?P<sign>[,/;{}])\s*|(?<=\()\s+|\s+(?=\))"""
)


def _nodes(nodes: tuple[Node, ...]) -> Iterator[object]:
    for node in nodes:
        if isinstance(node, Element):
            item = next(filter(None, map(_loop_name, node.attributes)), "item")
            told = {told for each in node.attributes if (told := _attribute(each, item)) is not None}
            yield node.tag, frozenset(told), tuple(_nodes(node.children))
        elif isinstance(node, Text) and not node.is_blank:
            # White space at the ends of a text is that of its line.
            yield _value(tuple(_stripped(node.parts)))


def _stripped(parts: tuple[Part, ...]) -> Iterator[Part]:
    for at, part in enumerate(parts):
        if isinstance(part, Plain):
            text = part.text.lstrip() if at == 0 else part.text
            text = text.rstrip() if at == len(parts) - 1 else text
            yield from (Plain(text, part.span),) if text else ()
        else:
            yield part


def _loop_name(attribute: Attribute) -> str:
    is_named = attribute.role == DirectiveRole(Directive.FOR_ITEM)
    return attribute.static or "" if is_named else ""


def _attribute(attribute: Attribute, item: str) -> tuple[object, ...] | None:
    role, value = attribute.role, _value(attribute.parts)
    match role:
        case DirectiveRole(Directive.KEY) if attribute.static is not None:
            # `key="x"` is what `{{item.x}}` is.
            name = ("Name", item)
            return "key", name if attribute.static == "*this" else ("Index", name, repr(attribute.static))
        case DirectiveRole(Directive.KEY | Directive.KEY_EXPRESSION):
            return "key", value
        case DirectiveRole(Directive.FOR_ITEM, _) if attribute.static == "item":
            return None
        case DirectiveRole(Directive.FOR_INDEX, _) if attribute.static == "index":
            return None
        case DirectiveRole(directive, argument):
            return str(directive), argument, value
        case Event(listen, name):
            return str(listen), name, value
    return role.name, value


def _value(parts: tuple[Part, ...]) -> object:
    """Return a value as what it adds up to: `a {{b}}`, `{{`a ${b}`}}` and `{{'a ' + b}}` say the same."""
    if len(parts) == 1 and not isinstance(parts[0], Plain):
        expression = parts[0].expression
        return None if expression is None else _tree(expression)
    summands: list[object] = [""]
    for part in parts:
        if isinstance(part, Plain):
            summands.append(part.text)
        elif part.expression is not None:
            found = _summands(part.expression)
            # Two numbers add up before they are a text.
            summands += (
                found if any(isinstance(each, str) for each in found[:2]) else [_tree(part.expression)]
            )
    return _sum(summands)


def _summands(node: Expression) -> list[object]:
    if isinstance(node, Binary) and node.operator == "+":
        return [*_summands(node.left), _tree(node.right)]
    if isinstance(node, TemplateLiteral):
        pairs = zip(node.texts[1:], node.expressions, strict=True)
        return [node.texts[0], *(each for text, inner in pairs for each in (_tree(inner), text))]
    if isinstance(node, Literal) and isinstance(node.value, str):
        return [node.value]
    return [_tree(node)]


def _sum(summands: list[object]) -> object:
    kept: list[object] = []
    for each in summands:
        if isinstance(each, str) and kept and isinstance(kept[-1], str):
            kept[-1] += each
        else:
            kept.append(each)
    # A text of no length says something only where nothing beside it is a text.
    if len(kept) > 2:
        kept = [
            each for at, each in enumerate(kept) if each != "" or (at == 0 and not isinstance(kept[2], str))
        ]
    return kept[0] if len(kept) == 1 else ("+", *kept)


def _tree(node: Expression) -> object:
    """Return an expression as nested tuples, without where it stands, how it is quoted and bracketed."""
    match node:
        case Literal(value=value):
            return value if isinstance(value, str) else ("Literal", repr(value))
        case Member(object=inner, name=name):
            return "Index", _tree(inner), repr(name)
        case Index(object=inner, index=Literal(value=str() as name)):
            return "Index", _tree(inner), repr(name)
        case Binary(operator="+") | TemplateLiteral():
            return _sum(_summands(node))
        case ObjectLiteral(entries=entries):
            return "Object", tuple(map(_entry, entries))
    told = (getattr(node, each.name) for each in fields(node) if not each.name.endswith("span"))
    return type(node).__name__, *(_part(each) for each in told)


def _entry(entry: Entry) -> object:
    match entry:
        case Pair(key=str() as key, value=value):
            return key, _tree(value)
        case Shorthand(name=name, span=span):
            return name, _tree(Name(name, span))
    return _tree(entry)


def _part(told: object) -> object:
    if isinstance(told, tuple):
        return tuple(_part(each) for each in told)
    return _tree(told) if is_dataclass(told) else told


def exported(text: str) -> set[str]:
    """Return the names that a script exports, as far as declarations and lists tell."""
    names = set(re.findall(r"export (?:async )?(?:const|let|var|function\*?|class) (\w+)", text))
    for listed in re.findall(r"export \{([^}]*)\}", text):
        names.update(part.split(" as ")[-1].strip() for part in listed.split(",") if part.strip())
    return names | ({"default"} if "export default" in text else set())


def compare(ours: Path, theirs: Path) -> None:
    """Print, per kind of file, how many are equal after normalising, and the first differences."""
    equal, different, alone = Counter(), Counter(), Counter()
    for path in sorted(ours.rglob("*")):
        kind = path.suffix
        if kind not in KINDS or not path.is_file():
            continue
        other = theirs / path.relative_to(ours)
        if not other.is_file():
            alone[kind] += 1
            continue
        mine, yours = path.read_text("utf-8"), other.read_text("utf-8")
        if kind in (".js", ".sjs"):
            is_equal = exported(mine) == exported(yours)
            shown = (sorted(exported(mine)), sorted(exported(yours)))
        else:
            a, b = normal(mine, kind), normal(yours, kind)
            is_equal, shown = a == b, tuple(_difference(_shown(a), _shown(b)))
        (equal if is_equal else different)[kind] += 1
        if not is_equal:
            print(path.relative_to(ours), *shown, sep="\n    ")
    for kind in KINDS:
        total = equal[kind] + different[kind]
        share = equal[kind] / total if total else 1
        print(f"{kind}: {equal[kind]} of {total} equal ({share:.1%}), {alone[kind]} only in ours")


def _shown(value: object) -> str:
    if isinstance(value, frozenset):
        return "{" + ", ".join(sorted(map(_shown, value))) + "}"
    return f"({', '.join(map(_shown, value))})" if isinstance(value, tuple) else repr(value)


def _difference(ours: str, theirs: str) -> list[str]:
    matcher = difflib.SequenceMatcher(None, ours[:20000], theirs[:20000], autojunk=False)
    return [
        f"{ours[max(0, a - 20) : b + 20]!r} | {theirs[max(0, c - 20) : d + 20]!r}"
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ][:4]


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["prepare", checkout]:
            print(prepare(Path(checkout)), "pages")
        case ["compare", ours, theirs]:
            compare(Path(ours), Path(theirs))
        case _:
            print(__doc__)
