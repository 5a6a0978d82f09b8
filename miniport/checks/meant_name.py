"""What was probably meant by a name that nobody knows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from miniport.dialect import Dialect, Listen
from miniport.facts import Kind, Use
from miniport.likeness import closest
from miniport.regex import regex
from miniport.syntax.attribute import classified
from miniport.syntax.markup_tree import Event
from miniport.targets.pack import TargetPack, bundled


def near(use: Use, pack: TargetPack, dialect: Dialect | None, tags: Iterable[str] = ()) -> str | None:
    """Return what was probably meant, in the spelling of the file's dialect.

    `tags` are the components of the app in this file. None where nothing is like it, and where the app's own
    names are to be expected.
    """
    if use.kind in (Kind.VALUE, Kind.PARAMETER):
        return None
    if use.kind is Kind.CONFIG:
        return _key(use, pack)
    if use.kind is Kind.EVENT:
        name = closest(use.name, _events(use, pack))
        return _like(use.written, name, dialect) if name and dialect else name
    if use.kind is Kind.ATTRIBUTE:
        return closest(use.name, (*pack.names(use.kind, use.owner), *pack.names(use.kind, "*")))
    return closest(use.name, (*pack.names(use.kind), *tags))


def respelled_event(use: Use, pack: TargetPack, dialect: Dialect) -> str | None:
    """Return how this dialect spells an attribute that another dialect, or other case, makes an event."""
    events = {name.lower(): name for name in _events(use, pack)}
    for listen, name in _readings(use.written or use.name, dialect):
        known = events.get(name.lower())
        if known is not None:
            return next((_spelled(prefix, known, dialect) for prefix in _prefixes(listen, dialect)), None)
    return None


def respelled_directive(written: str, dialect: Dialect) -> str | None:
    """Return how this dialect spells an attribute that another one has as a directive (`wx:if`, `v-if`)."""
    match = _DIRECTIVE.fullmatch(written)
    if match is None or written in dialect.directives:
        return None
    word = _SYNONYMS.get(match[1], match[1])
    return next((own for own in dialect.directives if own.rpartition(":")[2] == word and ":" in own), None)


# A hyphen in place of the colon follows short prefixes only: `data-if` is a data set's.
_DIRECTIVE = regex(
    r"(?::?[a-z]{1,4}:|[a-z]{1,2}-|:(?=if$|key$))(if|elif|else-if|else|for|for-item|for-index|key)"
)
_SYNONYMS = {"else-if": "elif"}


def _key(use: Use, pack: TargetPack) -> str | None:
    """Return the key of the same group that was probably meant; a long group name makes no two keys alike."""
    group, _, leaf = use.name.rpartition(".")
    parted = (name.rpartition(".") for name in pack.names(Kind.CONFIG, use.owner))
    known = {other for at, _, other in parted if at == group}
    return _own_key(leaf, known) or closest(leaf, known)


def _own_key(leaf: str, known: Collection[str]) -> str | None:
    """Return our word for a key that another dialect spells so."""
    own = (name for other in bundled().values() for name in other.keys_spelled(leaf))
    return next((name for name in own if name in known), None)


def _events(use: Use, pack: TargetPack) -> tuple[str, ...]:
    return (*pack.names(Kind.EVENT, use.owner), *pack.names(Kind.EVENT, "*"))


def _readings(written: str, dialect: Dialect) -> Iterator[tuple[Listen, str]]:
    """Yield each way of listening, with the event, that a name may be read as."""
    for prefix, listen in dialect.events.prefixes:
        if written.lower().startswith(prefix) and len(written) > len(prefix):
            yield listen, written[len(prefix) :]
    for other in bundled().values():
        role = classified(written, other.dialect) if other.dialect.name != dialect.name else None
        if isinstance(role, Event):
            yield role.listen, role.name


def _like(written: str, name: str, dialect: Dialect) -> str:
    """Return an event spelled with the prefix that a written one has."""
    prefixes = (prefix for prefix, _ in dialect.events.prefixes if written.startswith(prefix))
    return _spelled(next(prefixes, ""), name, dialect)


def _prefixes(listen: Listen, dialect: Dialect) -> Iterator[str]:
    return (prefix for prefix, way in dialect.events.prefixes if way is listen)


def _spelled(prefix: str, name: str, dialect: Dialect) -> str:
    return prefix + (name[0].upper() + name[1:] if dialect.events.case == "pascal" else name.lower())
