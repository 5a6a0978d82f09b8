"""Names of keyframes and fonts that sheets of one document share.

A name stays as it is written unless two sheets define it differently. Then each of them but the app's gets
a name of its own, and a use follows its own sheet's definition, else the app's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from miniport.edit import Edit
from miniport.syntax.style_tree import Namespace, SharedName, Style

APP = "0"

Key = tuple[Namespace, str]


def definitions(styles: Iterable[Style]) -> Mapping[Key, tuple[str, ...]]:
    """Return the text of each definition in the files of one sheet, by name."""
    found: dict[Key, list[str]] = {}
    for style in styles:
        for name in style.names:
            if name.is_definition:
                found.setdefault((name.namespace, name.name), []).append(_definition(style, name))
    return {key: tuple(texts) for key, texts in found.items()}


def renamed(sheets: Mapping[str, Mapping[Key, tuple[str, ...]]]) -> Mapping[str, Mapping[Key, str]]:
    """Return, by sheet number, the names that are defined differently elsewhere and their new names."""
    texts: dict[Key, set[tuple[str, ...]]] = {}
    for sheet in sheets.values():
        for key, text in sheet.items():
            texts.setdefault(key, set()).add(text)
    return {
        number: {key: f"_{number}_{key[1]}" for key in sheet if len(texts[key]) > 1 and number != APP}
        for number, sheet in sheets.items()
    }


def name_edits(style: Style, names: Mapping[Key, str]) -> Iterator[Edit]:
    """Yield the edits that give definitions and uses their new names."""
    for name in style.names if names else ():
        new = names.get((name.namespace, name.name))
        if new is not None:
            quote = style.text[name.span.start]
            is_quoted = quote in ("'", '"')
            yield Edit(name.span, f"{quote}{new}{quote}" if is_quoted else new, "name")


def _definition(style: Style, name: SharedName) -> str:
    """Return the text of the at-rule in or around a definition."""
    index = bisect_right(style.at_rules, name.span.start, key=lambda rule: rule.span.start) - 1
    while index >= 0 and style.at_rules[index].span.end < name.span.end:
        index -= 1
    span = style.at_rules[index].span if index >= 0 else name.span
    return style.text[span.start : span.end]
