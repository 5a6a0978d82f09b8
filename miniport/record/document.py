"""Read YAML and JSON text into plain values, with the place of every key and value.

YAML is read by the 1.2 core rules: `on`, `off`, `yes`, `no`, dates and `1:30` are text. Keys are always text,
as written. Tags, several documents and keys that repeat are refused; aliases are allowed within a budget.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from miniport.field import field
from miniport.frozen import frozen, mutable
from miniport.record.problem import KeyPath, Problem, RecordError
from miniport.regex import regex

if TYPE_CHECKING:
    import yaml

MAX_DEPTH = 100
MAX_ALIASED = 10_000

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
_INT = regex(r"[-+]?[0-9]+\Z")
_HEX = regex(r"0(x[0-9a-fA-F]+|o[0-7]+)\Z")
_FLOAT = regex(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_MAX_DIGITS = 40


@mutable(slots=True)
class _Node:
    """A value under construction: `children` holds (span of the key, child) by key or index."""

    span: tuple[int, int]
    value: object
    children: dict[str | int, tuple[tuple[int, int], _Node]] = field(default_factory=dict)
    key: tuple[str, tuple[int, int]] | None = None
    size: int = 1


@frozen
class Document:
    """A value read from text, and where its parts stand (code points, end exclusive)."""

    value: object
    _root: _Node | None = None

    def span(self, path: KeyPath) -> tuple[int, int] | None:
        """Return the span of the value at a path; of the nearest one above it where there is none."""
        node, at = self._root, self._root.span if self._root else None
        for step in path:
            if node is None or step not in node.children:
                break
            node = node.children[step][1]
            at = node.span
        return at

    def key_span(self, path: KeyPath) -> tuple[int, int] | None:
        """Return the span of the key at the end of a path; for a list item, of the item."""
        node = self._root
        for step in path[:-1]:
            node = node.children[step][1] if node and step in node.children else None
        if node is None or not path or path[-1] not in node.children:
            return self.span(path)
        return node.children[path[-1]][0]

    def placed(self, problem: Problem) -> Problem:
        """Return the problem with its span in this document."""
        if problem.span is not None:
            return problem
        span = self.key_span(problem.path) if problem.is_key else self.span(problem.path)
        return problem.with_span(span)


def load_json(text: str, at: str) -> Document:
    """Read JSON without places. Raises RecordError where it is malformed or a key repeats."""

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        value = dict(pairs)
        if len(value) != len(pairs):
            names = [name for name, _ in pairs]
            again = next(name for name in names if names.count(name) > 1)
            raise RecordError(at, (_repeated((), again, None),))
        return value

    try:
        return Document(json.loads(text, object_pairs_hook=unique))
    except json.JSONDecodeError as error:
        raise RecordError(at, (_syntax(error.msg.lower(), (error.pos, error.pos)),)) from error
    except RecursionError as error:
        raise RecordError(at, (_too_deep((0, 0)),)) from error


def load_yaml(text: str, at: str = "miniport.yaml") -> Document:
    """Read one YAML document with places. An empty text is None.

    Raises RecordError with the place where the text is malformed or uses what is refused.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = _Builder(at).build(yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        found = error.problem or "not YAML"
        mark = error.problem_mark or error.context_mark
        if "end of stream" in found:
            # Where the quote opens, not where the text ends.
            mark = error.context_mark or mark
        place = (mark.index, mark.index) if mark else (0, 0)
        if text[place[0] : place[0] + 1] == "\t" and "start any token" in found:
            found = "a tab"
        raise RecordError(at, (_syntax(found, place),)) from error
    except yaml.YAMLError as error:
        raise RecordError(at, (_syntax("a character that YAML forbids", (0, 0)),)) from error
    return Document(root.value if root else None, root)


class _Builder:
    """Builds one document from parser events with a stack of its own, so that nesting cannot overflow."""

    def __init__(self, at: str) -> None:
        self.at = at
        self.stack: list[_Node] = []
        self.names: list[str | None] = []
        self.anchors: dict[str, _Node] = {}
        self.aliased = 0
        self.root: _Node | None = None

    def build(self, events: Iterator[yaml.Event]) -> _Node | None:
        """Return the root of the document, or None where the text is empty."""
        import yaml

        documents = 0
        for event in events:
            span = _span(event)
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse("a second document", "多余的第二个文档", span, "keep one", "只保留一个文档")
            elif isinstance(event, yaml.ScalarEvent):
                self._tag(event, span)
                plain = event.implicit[0] and event.style in (None, "")
                value = event.value if self._wants_key() or not plain else _scalar(event.value)
                self._add(_Node(span, value), event.anchor)
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event.anchor or "", span)
            elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
                self._tag(event, span)
                self._open(
                    _Node(span, [] if isinstance(event, yaml.SequenceStartEvent) else {}), event.anchor
                )
            elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                self._close(span)
        return self.root

    def _open(self, node: _Node, anchor: str | None) -> None:
        if self._wants_key():
            self._refuse(
                "a key that is not text", "键不是文本", node.span, "write a plain word", "请写成普通文本"
            )
        if len(self.stack) >= MAX_DEPTH:
            raise RecordError(self.at, (_too_deep(node.span),))
        self.stack.append(node)
        self.names.append(anchor)

    def _close(self, span: tuple[int, int]) -> None:
        node = self.stack.pop()
        node.span = (node.span[0], span[1])
        self._add(node, self.names.pop())

    def _wants_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None

    def _add(self, node: _Node, anchor: str | None) -> None:
        if anchor is not None:
            self.anchors[anchor] = node
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if isinstance(parent.value, list):
            parent.children[len(parent.value)] = (node.span, node)
            parent.value.append(node.value)
            parent.size += node.size
        elif isinstance(parent.value, dict) and parent.key is None:
            self._key(parent, str(node.value), node.span)
        elif isinstance(parent.value, dict) and parent.key is not None:
            name, span = parent.key
            parent.children[name] = (span, node)
            parent.value[name] = node.value
            parent.size += node.size
            parent.key = None

    def _key(self, parent: _Node, name: str, span: tuple[int, int]) -> None:
        if name in parent.children:
            path = tuple(node.key[0] for node in self.stack[:-1] if node.key)
            raise RecordError(self.at, (_repeated(path, name, span),))
        parent.key = (name, span)

    def _alias(self, name: str, span: tuple[int, int]) -> None:
        target = self.anchors.get(name)
        if target is None:
            self._refuse(
                f'"*{name}" points at nothing before it',
                f"“*{name}” 之前没有定义",
                span,
                f'define it with "&{name}"',
                f"请先用 “&{name}” 定义",
            )
            return
        self.aliased += target.size
        if self.aliased > MAX_ALIASED:
            self._refuse(
                "aliases that repeat too much",
                "别名展开过多",
                span,
                "write the values out",
                "请直接写出这些值",
            )
        self._add(_Node(span, target.value, target.children, size=target.size), None)

    def _tag(self, event: yaml.NodeEvent, span: tuple[int, int]) -> None:
        tag = getattr(event, "tag", None)
        if tag is not None and tag not in ("!", "tag:yaml.org,2002:str"):
            self._refuse(
                f'the tag "{tag}"', f"标签 “{tag}”", span, "write the value without a tag", "请去掉标签"
            )

    def _refuse(self, en: str, zh: str, span: tuple[int, int], help_en: str, help_zh: str) -> None:
        problem = Problem((), f"not allowed here: {en}", f"此处不允许：{zh}", help_en, help_zh, span=span)
        raise RecordError(self.at, (problem,))


def _span(event: yaml.Event) -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start and end else (0, 0)


def _scalar(text: str) -> object:
    """Return the value of a plain YAML scalar by the 1.2 core rules."""
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if len(text) <= _MAX_DIGITS:
        if _INT.match(text):
            return int(text)
        if _HEX.match(text):
            return int(text, 0)
        if _FLOAT.match(text):
            return float(text)
    return text


_PLAIN_CURE = ("compare it with the lines around it", "请对照前后各行检查")

_SAID = (
    (
        "cannot start any token",
        "a value begins with a sign like @ or %",
        "此处的值以 @ 或 % 之类的符号开头",
        "put quotes around the value",
        "请给值加引号",
    ),
    ("a tab", "a line is indented by a tab", "此行用制表符缩进", "indent by spaces", "请用空格缩进"),
    ("unexpected end of stream", "a quote is never closed", "引号没有闭合", "close the quote", "请补上引号"),
    ("',' or ']'", "a list has no end, or no comma", "列表缺少 ] 或逗号", "write , or ]", "请补上 , 或 ]"),
    ("',' or '}'", "a map has no end, or no comma", "映射缺少 } 或逗号", "write , or }", "请补上 , 或 }"),
    (
        "mapping values are not allowed",
        "a second : where a value stands",
        "值中又出现了 :",
        "put quotes around the value, or begin a new line with the right indent",
        "请给值加引号，或另起一行并正确缩进",
    ),
    (
        "did not find expected key",
        "a line is indented otherwise than its neighbours",
        "此行的缩进与相邻各行不一致",
        "indent it as the keys beside it",
        "请与同级的键对齐",
    ),
)
"""What the scanner's words have in them, and what we say: English, Chinese, and the cure in both."""


def _syntax(found: str, span: tuple[int, int]) -> Problem:
    for words, en, zh, cure_en, cure_zh in _SAID:
        if words in found:
            return Problem((), en, zh, cure_en, cure_zh, span=span)
    return Problem((), f"not readable: {found}", "此处不是正确的写法", *_PLAIN_CURE, span=span)


def _too_deep(span: tuple[int, int]) -> Problem:
    return Problem((), f"nested deeper than {MAX_DEPTH} levels", f"嵌套超过 {MAX_DEPTH} 层", span=span)


def _repeated(path: KeyPath, name: str, span: tuple[int, int] | None) -> Problem:
    return Problem(
        (*path, name),
        f'the key "{name}" stands here twice',
        f"键 “{name}” 重复出现",
        "keep one of them",
        "只保留其中一个",
        is_key=True,
        span=span,
    )
