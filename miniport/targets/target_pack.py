"""TargetPack: one platform's facts, and the verdict on each use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Literal, cast

from miniport.dialect import Dialect, Directive
from miniport.facts import Kind, Use
from miniport.field import field, replace
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.targets.form_language import LanguageForm
from miniport.targets.form_part import (
    EmittedFile,
    EngineForm,
    Layout,
    LimitRow,
    Member,
    PackagesForm,
    ProjectFileForm,
    SettingForm,
)
from miniport.targets.release import ReleaseForm
from miniport.targets.verdict import SAME, UNKNOWN, Rename, Terms, Unsupported, Verdict, verdict_of

if TYPE_CHECKING:
    from miniport.targets.index import Fact, Index, Key, Raw

CALLBACKS = frozenset(("success", "fail", "complete"))


@frozen(slots=True)
class Override:
    """A fact of the project that took the place of the pack's; `span` is the key's in the facts file."""

    key: Key
    before: Verdict
    after: Verdict
    at: str
    span: tuple[int, int]


@frozen(eq=False)
class TargetPack:
    """One platform.

    `family`: `dialect` targets are printed in their dialect, `web` targets run on our runtime; `dialect` is
    then the one the runtime follows. `is_default`: built where no target is asked for. `is_reader`:
    projects may be written in this pack's dialect; `is_source`: such projects can be built. `host` is the
    runtime's host for a web target, `members` what that host's own object has. `constants` are true on this
    platform, in scripts as `__NAME__` and in conditions; `conditions` are its further names in conditions,
    `foreign_conditions` those of platforms without a pack, `foreign_objects` their API objects,
    `foreign_units` the units of their sheets with those of the same meaning. `file_words` tell its files by
    `x.<word>.js`. `engine` is the language level of emitted scripts, None where the platform compiles them.
    `packages` is how packages name their scripts. `probe_files` make a project that finds out what the
    platform has. `companions` are files that the platform reads at the app root untold, `locales` those of
    them that say in one language what bars show.
    `release` is what a release needs to know. `unread` are attributes and events that our runtime has and
    a preview passes over, as the platform does that it shows. `digest` changes whenever a fact does. Paths
    are relative to the bundle.
    """

    name: str
    title_en: str
    title_zh: str
    family: Literal["dialect", "web"]
    is_target: bool
    is_default: bool
    is_reader: bool
    is_source: bool
    dialect: Dialect
    host: str
    constants: tuple[str, ...]
    conditions: tuple[str, ...]
    foreign_conditions: tuple[str, ...]
    file_words: tuple[str, ...]
    foreign_objects: tuple[str, ...]
    foreign_units: Mapping[str, str]
    asset_suffixes: tuple[str, ...]
    companions: tuple[str, ...]
    locales: Mapping[str, str]
    reserved_names: tuple[str, ...]
    project_file: ProjectFileForm | None
    project_files: tuple[EmittedFile, ...]
    probe_files: tuple[EmittedFile, ...]
    layout: Layout
    settings: Mapping[str, SettingForm]
    engine: EngineForm | None
    packages: PackagesForm
    limits: Mapping[str, LimitRow]
    language: LanguageForm
    sources: Mapping[str, str]
    members: Mapping[str, Member]
    terms: Terms
    index: Index
    digest: str
    overrides: tuple[Override, ...] = ()
    release: ReleaseForm = field(default_factory=ReleaseForm)
    unread: frozenset[Key] = frozenset()

    @property
    def app_root(self) -> PurePosixPath:
        """Return the folder of app.json in the bundle."""
        return self.layout.app_root

    @property
    def web_root(self) -> PurePosixPath:
        """Return the folder of the web files in the bundle."""
        return self.layout.web_root

    def verdict(self, use: Use) -> Verdict:
        """Return what the platform does with a use.

        What belongs to an element or API that is itself told of gets Same: one cause, one finding.
        """
        if not use.is_known:
            return SAME
        key = (use.kind, use.owner, use.name)
        verdict = self._judged.get(key)
        if verdict is None:
            verdict = self._judged[key] = self._judge(use)
        return verdict

    @cached_property
    def _judged(self) -> dict[Key, Verdict]:
        return {}

    def _judge(self, use: Use) -> Verdict:
        fact = self.fact(use.kind, use.name, use.owner)
        if fact is not None:
            return self._verdict(fact)
        match use.kind:
            case Kind.DIRECTIVE:
                return self._directive(use.name)
            case Kind.EXPRESSION:
                return SAME
            case Kind.ATTRIBUTE | Kind.EVENT:
                return UNKNOWN if self._is_full(Kind.COMPONENT, use.owner) else SAME
            case Kind.VALUE:
                return self._value(use)
            case Kind.PARAMETER:
                return self._parameter(use)
            case _:
                return UNKNOWN

    def verdict_of(self, kind: Kind, name: str, owner: str = "") -> Verdict:
        """Return what the tables say of one thing; Unknown where they are silent."""
        fact = self.fact(kind, name, owner)
        return self._verdict(fact) if fact else UNKNOWN

    def fact(self, kind: Kind, name: str, owner: str = "") -> Fact | None:
        """Return (row, source, checked) of one thing, or None where no table tells.

        An API's name may have members behind it (`env.USER_DATA_PATH`); the longest known part counts.
        An attribute or event that the element itself does not list is looked for among the common ones.
        """
        found = self.index.get((kind, owner, name))
        if found is not None:
            return found
        if kind in (Kind.ATTRIBUTE, Kind.EVENT):
            return self.index.get((kind, "*", name)) or self._by_prefix(kind, owner, name)
        if kind is Kind.CONFIG:
            return self._by_prefix(kind, owner, name)
        if kind is Kind.API and "." in name:
            return self.fact(kind, name.rpartition(".")[0])
        return None

    def piece(self, use: Use) -> str | None:
        """Return the runtime piece that serves a use, as `element/image`; None where there is none."""
        fact = self.fact(use.kind, use.name, use.owner)
        piece = fact[0].get("piece") if fact and fact[0] else None
        return str(piece) if piece else None

    def pieces(self, kind: Kind) -> dict[str, str]:
        """Return name -> runtime piece for everything of one kind that has a piece, in name order."""
        return self._pieces.get(kind, {})

    def names(self, kind: Kind, owner: str = "") -> tuple[str, ...]:
        """Return what the platform has of one kind, unsupported things left out, in name order."""
        return self._names.get((kind, owner), ())

    @cached_property
    def _names(self) -> Mapping[tuple[Kind, str], tuple[str, ...]]:
        found: dict[tuple[Kind, str], list[str]] = {}
        for (kind, owner, name), fact in self.index.items():
            if not isinstance(self._verdict(fact), Unsupported):
                found.setdefault((kind, owner), []).append(name)
        return {key: tuple(sorted(names)) for key, names in found.items()}

    def neutral(self, kind: Kind, written: str, owner: str = "") -> str:
        """Return the neutral name of a word of this platform; the word itself where they agree.

        An API's members stay behind its name.
        """
        if kind not in self._respelled:
            return written
        head, dot, rest = written.partition(".") if kind is Kind.API else (written, "", "")
        name = self._neutral.get((kind, owner, head)) or self._neutral.get((kind, "*", head)) or head
        return name + dot + rest

    def has_own_words(self, kinds: Iterable[Kind]) -> bool:
        """Tell whether the platform spells anything of some kinds in a way of its own."""
        return not self._respelled.isdisjoint(kinds)

    @cached_property
    def _respelled(self) -> frozenset[Kind]:
        return frozenset(kind for kind, _, _ in self._neutral)

    def native(self, kind: Kind, name: str, owner: str = "") -> str:
        """Return this platform's word for a neutral name; the name itself where they agree."""
        if kind not in self._respelled:
            return name
        fact = self.fact(kind, name, owner)
        verdict = self._verdict(fact) if fact else SAME
        return verdict.to if isinstance(verdict, Rename) else name

    def keys_spelled(self, word: str) -> tuple[str, ...]:
        """Return our names, without their groups, for the keys of configurations that are a word here."""
        return self._keys.get(word, ())

    @cached_property
    def _keys(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for (kind, _, name), row in _with_rows(self.index):
            if kind is Kind.CONFIG and isinstance(word := row.get("rename"), str):
                found[word] = (*found.get(word, ()), name.rpartition(".")[2])
        return found

    def own_value(self, setting: str, value: str | None) -> str:
        """Return the value of a setting, "" for none and for what only stands in for one."""
        form = self.settings.get(setting)
        return "" if value is None or (form is not None and value == form.placeholder) else value

    def limit(self, name: str) -> LimitRow | None:
        """Return a limit, or None where none is known."""
        return self.limits.get(name)

    def with_facts(self, index: Index, members: Mapping[str, Member], digest: str) -> TargetPack:
        """Return the pack with further facts laid over its own."""
        from miniport.targets.index import overlay

        known = {**self.members, **members}
        terms = replace(self.terms, proved=proved(known))
        return replace(self, index=overlay(self.index, index), members=known, terms=terms, digest=digest)

    def _verdict(self, fact: Fact) -> Verdict:
        return verdict_of(fact[0], self.terms)

    def _directive(self, name: str) -> Verdict:
        if self.family == "web":
            return SAME
        known = (*self.dialect.directives.values(), *(word for _, word in self.dialect.directive_prefixes))
        return SAME if Directive(name) in known else Unsupported()

    def _is_full(self, kind: Kind, name: str) -> bool:
        """Return whether a thing is there and its own table is meant to be complete."""
        fact = self.index.get((kind, "", name))
        if fact is None:
            return False
        row = fact[0] or {}
        return not any(row.get(key) for key in ("box", "unsupported", "isOpen"))

    def is_free(self, use: Use) -> bool:
        """Tell whether a value is the app's own affair: none of its attribute is listed."""
        return (use.owner, use.name.partition("=")[0]) not in self._listed

    def _value(self, use: Use) -> Verdict:
        is_listed = not self.is_free(use) and self._is_full(Kind.COMPONENT, use.owner)
        return UNKNOWN if is_listed else SAME

    def _parameter(self, use: Use) -> Verdict:
        fact = self.index.get((Kind.API, "", use.owner))
        params = cast(list[str], fact[0].get("params") or ()) if fact and fact[0] else ()
        known = {param.rstrip("!") for param in params}
        return UNKNOWN if known and use.name not in known | CALLBACKS else SAME

    def _by_prefix(self, kind: Kind, owner: str, name: str) -> Fact | None:
        for at, prefix, fact in self._wildcards.get(kind, ()):
            if at in (owner, "*") and name.startswith(prefix):
                return fact
        return None

    @cached_property
    def _pieces(self) -> dict[Kind, dict[str, str]]:
        found: dict[Kind, dict[str, str]] = {}
        for (kind, _, name), row in sorted(_with_rows(self.index), key=lambda item: item[0]):
            if row.get("piece"):
                found.setdefault(kind, {})[name] = str(row["piece"])
        return found

    @cached_property
    def _wildcards(self) -> dict[Kind, list[tuple[str, str, Fact]]]:
        found: dict[Kind, list[tuple[str, str, Fact]]] = {}
        for (kind, owner, name), fact in self.index.items():
            if name.endswith("*"):
                found.setdefault(kind, []).append((owner, name[:-1], fact))
        return found

    @cached_property
    def _listed(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            (owner, name.partition("=")[0]) for kind, owner, name in self.index if kind is Kind.VALUE
        )

    @cached_property
    def _neutral(self) -> dict[Key, str]:
        return {
            (kind, owner, str(row["rename"])): name
            for (kind, owner, name), row in _with_rows(self.index)
            if row.get("rename")
        }


def proved(members: Mapping[str, Member]) -> frozenset[str]:
    """Return the names of the members that somebody has seen answer."""
    return frozenset(name for name, member in members.items() if member.is_proved)


def _with_rows(index: Index) -> Iterator[tuple[Key, Raw]]:
    return ((key, fact[0]) for key, fact in index.items() if fact[0])
