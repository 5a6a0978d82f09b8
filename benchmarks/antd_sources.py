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
from pathlib import Path

import lightningcss

from miniport.dialect import Directive
from miniport.syntax.expression_print import to_source
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


def normal(text: str, kind: str) -> str:
    """Return what a text says, without what printers choose: space, order of attributes, short forms."""
    if kind == ".json":
        return json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False)
    if kind == ".axml":
        markup = parse_markup(text, bundled_pack("alipay").dialect)
        return "\n".join(_nodes(markup.nodes, 0))
    # The order of selectors in a list says nothing.
    try:
        small = lightningcss.process_stylesheet(text)
    except ValueError:
        # A sheet that the library's authors left broken.
        small = re.sub(r"\s*([{}:;,>+~()])\s*", r"\1", re.sub(r"\s+", " ", text)).lower()
    small = re.sub(r"\s*([,()/;}])\s*", r"\1", small).replace(";}", "}").replace(")0%,", ")0,")
    return re.sub(r"([^{}]+)\{", lambda rule: ",".join(sorted(rule[1].split(","))) + "{", small)


def _nodes(nodes: tuple[Node, ...], depth: int) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Element):
            item = next(filter(None, map(_loop_name, node.attributes)), "item")
            told = sorted(filter(None, (_attribute(each, item) for each in node.attributes)))
            yield "  " * depth + " ".join([node.tag, *told])
            yield from _nodes(node.children, depth + 1)
        elif isinstance(node, Text) and not node.is_blank:
            yield "  " * depth + _value(node.parts).strip()


def _loop_name(attribute: Attribute) -> str:
    is_named = attribute.role == DirectiveRole(Directive.FOR_ITEM)
    return _value(attribute.parts) if is_named else ""


def _attribute(attribute: Attribute, item: str) -> str:
    role, value = attribute.role, _value(attribute.parts)
    match role:
        case DirectiveRole(Directive.KEY):
            return "key=" + (item if value == "*this" else f"{item}.{value}")
        case DirectiveRole(Directive.KEY_EXPRESSION):
            return "key=" + re.sub(r"\[(\w+)\]", r".\1", value)
        case DirectiveRole(Directive.FOR_ITEM | Directive.FOR_INDEX) if value in ("item", "index"):
            return ""
        case DirectiveRole(directive, argument):
            return f"{directive}:{argument}={value}"
        case Event(listen, name):
            return f"{listen}:{name}={value}"
    return f"{role.name}={value}"


def _value(parts: tuple[Part, ...]) -> str:
    """Return a value as one sum: `a {{b}}`, `{{`a ${b}`}}` and `{{'a ' + b}}` are the same."""
    said = " + ".join(
        f"'{part.text}'" if isinstance(part, Plain) else to_source(part.expression) if part.expression else ""
        for part in parts
    )
    said = re.sub(r"\s+", " ", _TEMPLATE.sub(_summed, said)).strip()
    said = said.replace(" + ''", "").replace("'' + ", "").replace("' + '", "").replace("'", "")
    # In a sum, brackets stand around a choice or not.
    said = re.sub(r"[()]", "", said) if " + " in said else said
    return re.sub(r"^\{ (.*) \}$", r"\1", said).strip(" +")


_TEMPLATE = re.compile(r"`([^`]*)`")


def _summed(match: re.Match[str]) -> str:
    pieces = re.split(r"\$\{([^}]*)\}", match[1])
    return " + ".join(piece if at % 2 else f"'{piece}'" for at, piece in enumerate(pieces))


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
            is_equal, shown = a == b, tuple(_difference(a, b))
        (equal if is_equal else different)[kind] += 1
        if not is_equal:
            print(path.relative_to(ours), *shown, sep="\n    ")
    for kind in KINDS:
        total = equal[kind] + different[kind]
        share = equal[kind] / total if total else 1
        print(f"{kind}: {equal[kind]} of {total} equal ({share:.1%}), {alone[kind]} only in ours")


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
