"""What the runtime is told of the words of canIUse, and of the names that must be there at least to fail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from miniport.analyze.app import AppFacts, File
from miniport.facts import Kind, Use
from miniport.memo import FORGETFUL, Memo, present
from miniport.posix import PurePosixPath
from miniport.regex import regex
from miniport.syntax.attribute import classified
from miniport.syntax.hollow import bare
from miniport.syntax.markup_tree import Event
from miniport.syntax.script_tree import Script
from miniport.targets.pack import TargetPack, bundled_pack
from miniport.targets.verdict import Adapter, Differs, Unknown, Unsupported, Verdict

# A search skips from one of the characters that a pattern begins with to the next.
_ASKING = regex(r"canIUse(?<!\wcanIUse)\b")
# What an app consists of: the word behind is an option of it, as in `component.observers`.
_UNITS = frozenset({"page", "component"})
_TEXT = regex(r"""["'`]([a-z][\w-]*(?:\.[\w-]+){0,3})(?=["'`])""")


def asked(facts: AppFacts, pack: TargetPack, memo: Memo = FORGETFUL) -> tuple[str, ...]:
    """Return the words that canIUse is asked for and the target has, in order: elements, and words with dots.

    An API by its bare name is left to the runtime, which can ask the browser. Where some word is not known
    before the app runs, it may be any text of the app's.
    """
    found = scripts(facts, memo)
    words = memo.each("asked for", found, lambda _, script: tuple(word.text for word in script.asked))
    openly = memo.each("asks openly", found, lambda _, script: _asks_openly(script))
    texts = memo.each("texts", found, lambda _, script: _texts(script)) if any(openly.values()) else {}
    given = (words, texts, pack.digest)
    return memo.of("asked", pack.name, given, lambda: _there((*words.values(), *texts.values()), pack))


def _there(words: Iterable[Iterable[str]], pack: TargetPack) -> tuple[str, ...]:
    return tuple(sorted(word for word in {*chain(*words)} if is_there(word, pack)))


def _asks_openly(script: Script) -> bool:
    """Tell whether some word that canIUse is asked for is not known before the script runs."""
    return len(_ASKING.findall(script.text)) > len(script.asked)


def _texts(script: Script) -> frozenset[str]:
    # A long table holds data, not what an API is asked for.
    return frozenset(_TEXT.findall(bare(script.text)))


def stubs(
    facts: AppFacts, uses: tuple[Use, ...], pack: TargetPack, memo: Memo = FORGETFUL
) -> tuple[str, ...]:
    """Return the APIs of the app that are there even where nobody has them, so that a call can fail.

    A name that no table has and nothing calls is the app's own addition, or is asked for to see whether it is
    there: it stays undefined.
    """
    called = memo.each("called", scripts(facts, memo), lambda _, script: _called(script))
    given = (uses, called, pack.digest)
    return memo.of("stubs", pack.name, given, lambda: _stubs(uses, {*chain(*called.values())}, pack))


def _stubs(uses: Iterable[Use], called: set[str], pack: TargetPack) -> tuple[str, ...]:
    names = {use.name for use in uses if use.kind is Kind.API and use.is_known}
    return tuple(sorted(name for name in names if name in called or pack.fact(Kind.API, name) is not None))


def _called(script: Script) -> frozenset[str]:
    return frozenset(use.path for use in script.uses if use.calls)


def is_there(word: str, pack: TargetPack) -> bool:
    """Tell whether a target has what a word of canIUse names, as `button.open-type.share`."""
    first, *rest = word.split(".")
    if first in _UNITS:
        return _has(pack.verdict_of(Kind.LIFECYCLE, ".".join(rest), first))
    if pack.fact(Kind.API, first) is not None:
        return bool(rest) and _has(pack.verdict_of(Kind.API, first)) and _is_member(first, rest, pack)
    return _has(pack.verdict_of(Kind.COMPONENT, first)) and _is_part(first, rest, pack)


def scripts(facts: AppFacts, memo: Memo = FORGETFUL) -> Mapping[PurePosixPath, Script]:
    """Return every script of the app and every script module of its templates."""
    found = memo.each("script", facts.files, lambda _, file: _script(file))
    return memo.of("scripts", facts.target, (found,), lambda: present(found))


def _script(file: File) -> Script | None:
    tree = file.tree
    return tree if isinstance(tree, Script) else None


def _has(verdict: Verdict) -> bool:
    """Tell whether something is done; a module of the project may do anything, but nobody knows what."""
    is_box = isinstance(verdict, Differs) and verdict.is_box
    return not (is_box or isinstance(verdict, Unsupported | Unknown | Adapter))


def _is_member(name: str, rest: list[str], pack: TargetPack) -> bool:
    """Tell whether an API takes a parameter (`object`) or gives a member (`return`, `callback`)."""
    keys = ("params",) if rest[0] == "object" else ("result", "returns")
    if rest[0] not in ("object", "return", "callback") or len(rest) != 2:
        return False
    # What the target's own row says counts; where it is silent, it follows the platform.
    for source in (pack, bundled_pack(pack.dialect.name)):
        fact = source.fact(Kind.API, name)
        row = fact[0] if fact else None
        for key in keys:
            listed = row.get(key) if row else None
            if isinstance(listed, list | tuple) and listed:
                return rest[1] in {str(member).rstrip("!") for member in listed}
    return False


def _is_part(element: str, rest: list[str], pack: TargetPack) -> bool:
    match rest:
        case []:
            return True
        case [name]:
            match classified(name, pack.dialect):
                case Event(name=event):
                    return _has(
                        pack.verdict_of(Kind.EVENT, pack.neutral(Kind.EVENT, event, element), element)
                    )
                case _:
                    return _has(pack.verdict_of(Kind.ATTRIBUTE, name, element))
        case [attribute, value]:
            is_attribute = _has(pack.verdict_of(Kind.ATTRIBUTE, attribute, element))
            return is_attribute and _has(pack.verdict_of(Kind.VALUE, f"{attribute}={value}", element))
    return False
