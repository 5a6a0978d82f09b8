"""How the modules of a project's capabilities speak of their host: by its members, or beyond them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miniport.analyze.app import AppFacts, File
from miniport.frozen import frozen
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.script_tree import Script

# An adapter takes its host out of its second argument and calls members by their names.
_TAKEN = regex(r"\{[^{}]*\bhost\b[^{}:]*\}")
_NAMED = regex(r"\bhost\s*\.\s*(call|has)\s*\(\s*([\"'])([\w$]+)\2")
_SECOND = regex(r"\(\s*\w+\s*,\s*\w+\s*\)")
_HOST = regex(r"\bhost\b")
_NAME = regex(r"\bhost\s*\.\s*name\b")
_COMMENT = regex(r"/\*.*?\*/|(?<![:\w\"'])//[^\n]*", re.DOTALL)


@frozen
class HostMember:
    """A member of the host that an adapter names: `asks` whether it is there, or calls it."""

    name: str
    span: Span
    asks: bool


@frozen
class HostUse:
    """What an adapter wants of its host: the members it names; it may want any other unless `is_known`."""

    members: tuple[HostMember, ...]
    is_known: bool
    asks_for_name: bool


def host_uses(facts: AppFacts) -> Iterator[tuple[File, HostUse]]:
    """Yield each adapter that is a script with what it wants of its host, one that serves several once."""
    for path in dict.fromkeys(facts.adapters.values()):
        file = facts.files.get(path)
        if file is not None and file.described is not None and isinstance(file.described.tree, Script):
            yield file, host_use(file.described.tree.text)


def host_use(text: str) -> HostUse:
    """Return what the text of an adapter wants of its host; comments that speak of it do not count."""
    text = _COMMENT.sub(lambda found: " " * len(found[0]), text)
    named = tuple(
        HostMember(found[3], Span(found.start(3), found.end(3)), asks=found[1] == "has")
        for found in _NAMED.finditer(text)
    )
    is_handed_on = "host" not in text and _SECOND.search(text) is not None
    is_known = not is_handed_on and len(_HOST.findall(_TAKEN.sub("", text))) == len(named)
    return HostUse(named, is_known, _NAME.search(text) is not None)
