"""Templates that only put values in: filled in without the template engine, to the same text.

To load Jinja2 and have it compile the templates of a project takes an eighth of a small app's first build.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from miniport.frozen import frozen
from miniport.regex import regex

Filters = Mapping[str, Callable[..., str]]

# `{{ app.name | tojson }}`, `{{ config | tojson(2) }}`, `{{ built("a.js") }}`: nothing else is read here.
_PLACE = regex(r'\{\{ ([\w.]+)(?:\("([^"]*)"\))?(?: \| (\w+)(?:\(([\d, ]+)\))?)? \}\}')
_ASKING = ("{{", "{%", "{#")


@frozen(slots=True)
class _Value:
    """One value: the names that lead to it, what it is called with, and the filter behind it."""

    names: tuple[str, ...]
    called_with: str | None
    filter_name: str | None
    numbers: tuple[int, ...]


@frozen(slots=True)
class Plain:
    """A template taken apart: a text before each value, and one behind the last."""

    texts: tuple[str, ...]
    values: tuple[_Value, ...]

    def filled(self, given: Mapping[str, object], filters: Filters) -> str | None:
        """Return the text with its values; None where one is not there, which the engine tells best."""
        try:
            found = [_text(value, given, filters) for value in self.values]
        except (KeyError, AttributeError, TypeError):
            return None
        return "".join(text + value for text, value in zip(self.texts, (*found, ""), strict=True))


def plain(text: str) -> Plain | None:
    """Return a template taken apart; None where it asks for more than values."""
    at = 0
    texts: list[str] = []
    values: list[_Value] = []
    for place in _PLACE.finditer(text):
        names, called_with, filter_name, numbers = place.groups()
        texts.append(text[at : place.start()])
        values.append(_Value(tuple(names.split(".")), called_with, filter_name, _numbers(numbers)))
        at = place.end()
    texts.append(text[at:])
    if any(sign in each for each in texts for sign in _ASKING):
        return None
    return Plain(tuple(texts), tuple(values))


def _numbers(written: str | None) -> tuple[int, ...]:
    return tuple(map(int, written.split(","))) if written else ()


def _text(value: _Value, given: Mapping[str, object], filters: Filters) -> str:
    first, *rest = value.names
    found = given[first]
    for name in rest:
        found = found[name] if isinstance(found, Mapping) else getattr(found, name)
    if value.called_with is not None:
        assert callable(found)
        found = found(value.called_with)
    return str(found) if value.filter_name is None else filters[value.filter_name](found, *value.numbers)
