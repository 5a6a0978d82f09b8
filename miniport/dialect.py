"""How one platform family spells the neutral words: suffixes, directives, events, namespaces.

Values come from the `dialect` part of a target pack; nothing here names a platform.
"""

from __future__ import annotations

from collections.abc import Mapping

from miniport.enumeration import StrEnum
from miniport.field import field
from miniport.frozen import frozen


class FileKind(StrEnum):
    """What a file is to a mini-program; each dialect has a suffix for each."""

    TEMPLATE = "template"
    STYLE = "style"
    SCRIPT = "script"
    MODULE = "module"
    CONFIG = "config"
    ASSET = "asset"


class Listen(StrEnum):
    """The ways a tag can listen to an event."""

    BIND = "bind"
    CATCH = "catch"
    CAPTURE_BIND = "capture-bind"
    CAPTURE_CATCH = "capture-catch"
    MUTEX_BIND = "mutex-bind"


CATCHING = (Listen.CATCH, Listen.CAPTURE_CATCH)
"""Those that end an event."""


class Directive(StrEnum):
    """Attributes that steer the template instead of the element."""

    IF = "if"
    ELIF = "elif"
    ELSE = "else"
    FOR = "for"
    FOR_ITEM = "for-item"
    FOR_INDEX = "for-index"
    KEY = "key"
    KEY_EXPRESSION = "key-expression"
    MODEL = "model"
    REF = "ref"
    SLOT = "slot"
    SLOT_SCOPE = "slot-scope"
    GENERIC = "generic"
    MARK = "mark"
    DATA = "data"
    CHANGE = "change"


@frozen
class EventSpelling:
    """How event attributes are written.

    `prefixes` maps a written prefix to the way of listening, longest first (`capture-catch`, `on`, `bind:`).
    `case` is `pascal` (onTap, onMyEvent) or `lower` (bindtap, bind:my-event).
    `names` maps the written name behind the prefix, lower-cased, to the neutral name, where they differ
    by more than case (`longpress` -> `longTap`).
    """

    prefixes: tuple[tuple[str, Listen], ...]
    case: str
    names: Mapping[str, str]


@frozen
class ModuleTag:
    """The tag that binds a script module to a template (`import-sjs`, `wxs`)."""

    tag: str
    source: str
    name: str
    is_inline: bool


@frozen
class Dialect:
    """The spelling of one platform family.

    `suffixes`: file kind -> suffixes, the native one first (".axml").
    `directives`: exact attribute name -> directive ("a:if"); `directive_prefixes`: prefix -> directive for
    families of names ("data-" -> DATA, "model:" -> MODEL), longest first.
    `two_way`, `ref` and the like appear in these tables or not at all.
    `namespace` is the API object (`my`), `synonyms` are its other names.
    `registrations` are the global functions that register
    an app, page, component or mixin, by neutral word (`app`, `page`, `component`, `mixin`).
    `globals` are the further names a script may use without declaring them.
    `worker` is the name by which a script of a worker reaches the thread that made it, or "".
    `package_field` is the package.json field that names the folder of a component package, or "".
    `absent` are names of browsers that scripts do not have, `evaluators` functions that would run a text,
    `timers` those that take a function and no text. `never` are values of the language that no engine has,
    `newest` is the latest level that anything compiles. `booleans` are attributes that a text makes true,
    whatever it says, `numbers` those that take a number.
    `first_number` is the item that a loop over a number begins with. `loose` are the directives, and
    `template-data`, in whose values white space beside a lone `{{ }}` is nothing.
    `plugin_call` is the function that hands a plugin over to a script, `plugin_links` begin its addresses.
    `instance` has the members that the platform gives to a `page`, a `component`, an
    `event` and a `target` of one.
    """

    name: str
    namespace: str
    suffixes: Mapping[FileKind, tuple[str, ...]]
    directives: Mapping[str, Directive]
    directive_prefixes: tuple[tuple[str, Directive], ...]
    events: EventSpelling
    module_tag: ModuleTag
    registrations: Mapping[str, str]
    globals: tuple[str, ...]
    custom_tab_bar: str
    package_field: str
    absent: tuple[str, ...] = ()
    evaluators: tuple[str, ...] = ()
    timers: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    newest: str = ""
    worker: str = ""
    booleans: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    instance: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    synonyms: tuple[str, ...] = ()
    first_number: int = 0
    loose: frozenset[str] = frozenset()
    plugin_call: str = ""
    plugin_links: tuple[str, ...] = ()

    @property
    def namespaces(self) -> tuple[str, ...]:
        """Return every name of the API object, the one that is shown first."""
        return (self.namespace, *self.synonyms)

    def suffix(self, kind: FileKind) -> str:
        """Return the native suffix of a kind of file."""
        return self.suffixes[kind][0]
