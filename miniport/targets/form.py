"""The form of a pack.yaml: which keys it may have, and what stands in a row.

A section's `source` and `checked` hold for each of its rows that has none of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from miniport.dialect import Directive
from miniport.field import field
from miniport.frozen import frozen
from miniport.targets.form_dialect import DialectForm
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
from miniport.targets.form_types import TypeSection
from miniport.targets.origin import Note, Origin
from miniport.targets.release import ReleaseForm


@frozen
class Row(Origin):
    """What the platform does with one thing; nothing set means that it has it as it is.

    `box` shows an element as a plain box; `unsupported` and `deprecated` are true, or the name of what to use
    instead.
    """

    rename: str = ""
    rewrite: str = ""
    bridge: str = ""
    adapter: str = ""
    piece: str = ""
    differs: Note | None = None
    box: bool = False
    unsupported: bool | str = False
    since: str = ""
    deprecated: bool | str = False

    def __post_init__(self) -> None:
        said = [
            self.rename,
            self.rewrite,
            self.bridge,
            self.adapter,
            self.differs,
            self.box,
            self.unsupported,
        ]
        if sum(map(bool, said)) > 1:
            raise ValueError(
                "a row says more than one of rename, rewrite, bridge, adapter, differs, box, unsupported",
                "一行只能写 rename、rewrite、bridge、adapter、differs、box、unsupported 之一",
            )


@frozen
class ApiRow(Row):
    """An API: `!` behind a parameter says that it is required; `args` are positional.

    `requires`: groups of parameters of each of which one has to be there. `values`: the texts that a
    parameter may have. `secure`: the scheme without which an address is refused.
    """

    kind: Literal["async", "sync", "listener", "unlistener", "factory", "object"] = "async"
    params: tuple[str, ...] = ()
    requires: tuple[tuple[str, ...], ...] = ()
    args: tuple[str, ...] = ()
    result: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    secure: str = ""
    returns: str | tuple[str, ...] = ""


Rows = tuple[str, ...] | Mapping[str, Row | bool | str | None]
"""A plain list of names that the platform has as they are, or names with rows.

`false` in place of a row says that it is unsupported, a text names the piece of our runtime that does it.
"""


@frozen
class ComponentRow(Row):
    """An element with its attributes (kebab-case), events (camelCase, no prefix) and values by attribute.

    `needs`: the name under the target's `settings` without which something stands in for it. `holds`: the
    one element that its children may be, which stands nowhere else. `requires`: groups of attributes of
    each of which one has to be there. `inside`: the element that has to stand around one with an attribute,
    or around any ("", the empty name). `contains`: the elements that its children may be. `is_field`: a form
    hands over its value under its name. `is_open`: it takes attributes and events that are not listed.
    `labels`: an attribute that holds a list, and the one that names what is shown of its objects.
    `belongs`: attributes and events that do nothing without a value (`open-type=share`).
    """

    needs: str = ""
    holds: str = ""
    requires: tuple[tuple[str, ...], ...] = ()
    inside: Mapping[str, str] = field(default_factory=dict)
    contains: tuple[str, ...] = ()
    is_field: bool = False
    is_open: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)
    belongs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    attributes: Rows = ()
    events: Rows = ()
    values: Mapping[str, Rows] = field(default_factory=dict)


@frozen
class ComponentSection(Origin):
    """Elements. `common` holds what every element has. Names in `boxed` are shown as plain boxes."""

    common: ComponentRow = field(default_factory=ComponentRow)
    rows: Mapping[str, ComponentRow | bool | None] = field(default_factory=dict)
    boxed: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@frozen
class ApiSection(Origin):
    """APIs by name; `absent` are known not to be there."""

    rows: Mapping[str, ApiRow | bool | str | None] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    types: TypeSection = field(default_factory=TypeSection)


@frozen
class LifecycleRow(Row):
    """An option. `early`: the platform wants its answer before anyone asks, so it is called unasked.

    `newer`: only components of the newer form have it. `switch`: the option without which it does nothing,
    `setting`: the configuration key that has to be true for that. `arguments`: how many it is called with.
    `last`: nothing is drawn after it. `again`: each setData calls it. `answers`: what it returns is used at
    once, so it cannot be a promise; `result` are the keys of it that are read.
    """

    early: bool = False
    newer: bool = False
    switch: str = ""
    setting: str = ""
    arguments: int | None = None
    last: bool = False
    again: bool = False
    answers: bool = False
    result: tuple[str, ...] = ()


LifecycleRows = tuple[str, ...] | Mapping[str, LifecycleRow | bool | str | None]


@frozen
class LifecycleSection(Origin):
    """Options of App, Page and Component."""

    app: LifecycleRows = ()
    page: LifecycleRows = ()
    component: LifecycleRows = ()


@frozen
class ConfigRow(Row):
    """A configuration key. `dark`: the platform's key for its value in dark."""

    dark: str = ""


@frozen
class ConfigSection(Origin):
    """Configuration keys. `window` keys may stand in app.json and in a page's file, `tabBar` in app.json."""

    app: Rows = ()
    window: tuple[str, ...] | Mapping[str, ConfigRow | bool | str | None] = ()
    page: Rows = ()
    component: Rows = ()
    tab_bar: Rows = ()


@frozen
class ProjectSection(Origin):
    """Keys of the platform's project file, dotted where they are nested; `*` allows every key."""

    rows: Rows = ()


Place = Literal["text", "attribute", "data"]


@frozen
class ExpressionSection(Origin):
    """Forms of template expressions, each with the places where the platform takes it."""

    rows: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)


@frozen
class DirectiveSection(Origin):
    """Directives whose support does not follow from the dialect."""

    rows: Mapping[Directive, Row | bool | None] = field(default_factory=dict)


@frozen
class LimitSection(Origin):
    """Limits by name."""

    rows: Mapping[str, LimitRow] = field(default_factory=dict)


@frozen
class BridgeSection(Origin):
    """The members of the host that a bridge may call."""

    rows: Mapping[str, Member | None] = field(default_factory=dict)


@frozen
class HeadForm:
    """What a pack says of itself, and its limits."""

    name: str
    title: Note
    family: Literal["dialect", "web"]
    sources: Mapping[str, str]
    extends: str = ""
    is_target: bool = True
    is_default: bool = False
    is_reader: bool = False
    is_source: bool = False
    checked: str = ""
    host: str = ""
    dialect: DialectForm | str = ""
    constants: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    foreign_conditions: tuple[str, ...] = ()
    file_words: tuple[str, ...] = ()
    foreign_objects: tuple[str, ...] = ()
    foreign_units: Mapping[str, str] = field(default_factory=dict)
    asset_suffixes: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    locales: Mapping[str, str] = field(default_factory=dict)
    reserved_names: tuple[str, ...] = ()
    project_file: ProjectFileForm | None = None
    project_files: tuple[EmittedFile, ...] = ()
    probe_files: tuple[EmittedFile, ...] = ()
    layout: Layout = field(default_factory=Layout)
    settings: Mapping[str, SettingForm] = field(default_factory=dict)
    box: Note | None = None
    engine: EngineForm | None = None
    packages: PackagesForm = field(default_factory=PackagesForm)
    limits: LimitSection = field(default_factory=LimitSection)
    language: LanguageForm = field(default_factory=LanguageForm)
    bridge: BridgeSection = field(default_factory=BridgeSection)
    release: ReleaseForm = field(default_factory=ReleaseForm)


@frozen
class PackForm(HeadForm):
    """The whole of a pack.yaml."""

    components: ComponentSection = field(default_factory=ComponentSection)
    apis: ApiSection = field(default_factory=ApiSection)
    lifecycle: LifecycleSection = field(default_factory=LifecycleSection)
    config: ConfigSection = field(default_factory=ConfigSection)
    project: ProjectSection = field(default_factory=ProjectSection)
    directives: DirectiveSection = field(default_factory=DirectiveSection)
    expressions: ExpressionSection = field(default_factory=ExpressionSection)


@frozen
class OverrideForm(Origin):
    """A project's own facts, laid over a pack."""

    components: ComponentSection = field(default_factory=ComponentSection)
    apis: ApiSection = field(default_factory=ApiSection)
    lifecycle: LifecycleSection = field(default_factory=LifecycleSection)
    config: ConfigSection = field(default_factory=ConfigSection)
    project: ProjectSection = field(default_factory=ProjectSection)
    bridge: BridgeSection = field(default_factory=BridgeSection)
    directives: DirectiveSection = field(default_factory=DirectiveSection)
