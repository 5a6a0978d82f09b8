"""The form of the `dialect` part of a pack.yaml: how one platform family spells things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from miniport.dialect import Directive, FileKind, Listen
from miniport.field import field
from miniport.frozen import frozen
from miniport.targets.origin import Origin


@frozen
class EventsForm:
    """The spelling of event attributes; see dialect.EventSpelling."""

    prefixes: Mapping[str, Listen]
    case: Literal["pascal", "lower"]
    names: Mapping[str, str] = field(default_factory=dict)


@frozen
class ModuleTagForm:
    """The tag of script modules; see dialect.ModuleTag."""

    tag: str
    source: str
    name: str
    is_inline: bool = False


@frozen
class ScriptForm(Origin):
    """What scripts lack: the names `absent` of browsers, `evaluators` of text, `timers` that take text.

    `never`: values of the language that no engine has. `newest`: the latest level that anything compiles.
    """

    absent: tuple[str, ...] = ()
    evaluators: tuple[str, ...] = ()
    timers: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    newest: str = ""
    worker: str = ""


@frozen
class InstanceForm(Origin):
    """The members that the platform gives to each page and component, to an event and to its targets."""

    page: tuple[str, ...] = ()
    component: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    target: tuple[str, ...] = ()


@frozen
class LoopsForm(Origin):
    """What the names of a loop are: `first_number` is the item that one over a number begins with."""

    first_number: int = 0


@frozen
class LooseForm(Origin):
    """`values`: those in which white space beside a lone `{{ }}` is nothing; in others it makes a text."""

    values: tuple[Literal["if", "elif", "for", "key-expression", "template-data"], ...] = ()


@frozen
class PluginsForm(Origin):
    """How an app speaks of plugins: `call` hands one over to a script, `links` begin an address in one."""

    call: str = ""
    links: tuple[str, ...] = ()


@frozen
class DialectForm:
    """The spelling of one platform family; see dialect.Dialect."""

    name: str
    namespace: str
    suffixes: Mapping[FileKind, tuple[str, ...]]
    directives: Mapping[str, Directive]
    directive_prefixes: Mapping[str, Directive]
    events: EventsForm
    module_tag: ModuleTagForm
    registrations: Mapping[Literal["app", "page", "component", "mixin"], str]
    globals_: tuple[str, ...] = ()
    custom_tab_bar: str = ""
    package_field: str = ""
    script: ScriptForm = field(default_factory=ScriptForm)
    booleans: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    instance: InstanceForm = field(default_factory=InstanceForm)
    synonyms: tuple[str, ...] = ()
    loops: LoopsForm = field(default_factory=LoopsForm)
    loose: LooseForm = field(default_factory=LooseForm)
    plugins: PluginsForm = field(default_factory=PluginsForm)

    def __post_init__(self) -> None:
        missing = [kind for kind in FileKind if kind != FileKind.ASSET and not self.suffixes.get(kind)]
        if missing:
            raise ValueError(
                f"suffixes are missing for: {', '.join(missing)}", f"缺少以下后缀：{'、'.join(missing)}"
            )
