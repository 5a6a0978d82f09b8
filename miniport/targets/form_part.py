"""The parts of a pack.yaml that a pack keeps as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from miniport.field import field
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.targets.origin import Origin


@frozen
class LimitRow(Origin):
    """A number that must not be passed; no value where none is documented."""

    value: float | None = None
    unit: str = ""


@frozen
class Member(Origin):
    """A member of the host's own object; `is_proved` where somebody has seen it answer.

    `kind`: it answers later (callback or promise), at once, or again and again. `keep`: its result has a key
    `data` of its own, so {data: ...} around it is no envelope. `snapshot`: its result is sent to the app
    before it starts. `timeout`: milliseconds, 0 for the usual time. `pieces`: the pieces of our runtime that
    use it by themselves, beside the APIs that lead to it.
    """

    is_proved: bool = False
    kind: Literal["async", "sync", "listen"] = "async"
    keep: bool = False
    snapshot: bool = False
    timeout: int = 0
    pieces: tuple[str, ...] = ()


@frozen
class ProjectFileForm:
    """The platform's own project file. Keys are dotted where they are nested.

    `root_key` names the app root, `paths` name files and folders, `steps` hold commands that the platform's
    tool runs, `aliases` tables of names for folders. `languages`: by a style language, the keys of which one
    lets the platform's tool compile it. Where one of `newer_components` is false, components
    have their older form.
    """

    name: str
    root_key: str
    paths: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    newer_components: tuple[str, ...] = ()
    languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def role(self, pointer: tuple[str | int, ...]) -> Literal["root", "path", "step", ""]:
        """Return what a value of the project file is to us, by the keys that lead to it."""
        keys = [step for step in pointer if isinstance(step, str)]
        names = {".".join(keys[:end]) for end in range(1, len(keys) + 1)}
        if self.root_key in names:
            return "root"
        if not names.isdisjoint(self.paths):
            return "path"
        return "step" if not names.isdisjoint(self.steps) else ""


@frozen
class EmittedFile:
    """A file made from a template: `path` may hold `{page}` where there is one for each page.

    `defaults` and `always` are keys of a page's configuration that the template is given where nothing says
    them, and whatever is said.
    """

    template: str
    path: str
    each: Literal["app", "page"] = "app"
    defaults: Mapping[str, str | bool | int] = field(default_factory=dict)
    always: Mapping[str, str | bool | int] = field(default_factory=dict)


@frozen
class Layout:
    """Where things stand in the bundle: the app root, and for web targets the root of the web files."""

    app_root: PurePosixPath = PurePosixPath(".")
    web_root: PurePosixPath = PurePosixPath(".")


@frozen
class SettingForm:
    """A setting that the platform's project files need: the form of its text, and what stands in for it."""

    pattern: str = ""
    placeholder: str = ""


Level = Literal["es2015", "es2016", "es2017", "es2018", "es2019", "es2020", "es2021", "es2022"]


@frozen
class EngineForm:
    """The level of JavaScript that runs where our output runs; `is_proved`: somebody has seen it there."""

    level: Level
    source: str
    is_proved: bool = False


@frozen
class PackagesForm:
    """What of a package.json leads to a package's scripts on a platform.

    `fields` are those that are read, the first first. `conditions` hold in `exports`, beside `default` and
    `import` or `require`. `is_known`: false where the platform may choose another of the files
    that fields name. `folders` hold packages beside those that npm installs.
    """

    fields: tuple[Literal["exports", "browser", "module", "main"], ...] = ("module", "main")
    conditions: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    source: str = ""
    is_known: bool = False
