"""The typed contents of miniport.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from miniport.field import field
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.targets.form_part import Level

SETTINGS_FILE = "miniport.yaml"
MOCKS = "mocks"
"""The folder of made-up answers for the preview, beside miniport.yaml."""

Scalar = bool | int | float | str

BudgetName = Literal["total", "mainPackage", "subpackage", "page", "image", "runtime"]


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
class Budget:
    """Two levels of one size."""

    warn: str | int | None = field(
        default=None, metadata={"doc": 'Above this: a warning. "300 KB" or bytes.'}
    )
    fail: str | int | None = field(default=None, metadata={"doc": "Above this: an error, and no archive."})


Budgets = Mapping[BudgetName, Budget | str | int]
"""A size alone is the level that fails."""


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
        metadata={
            "doc": "A file of known findings, as miniport check --update-baseline writes it; "
            "where none is named, miniport-baseline.json is read if it is there."
        },
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
