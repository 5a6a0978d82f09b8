"""The neutral words: what a text uses, what it refers to, and what a project is made of."""

from __future__ import annotations

from miniport.enumeration import StrEnum
from miniport.frozen import frozen
from miniport.source import Span

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class Kind(StrEnum):
    """The kinds of things a platform may have or lack."""

    COMPONENT = "component"
    ATTRIBUTE = "attribute"
    VALUE = "value"
    EVENT = "event"
    DIRECTIVE = "directive"
    EXPRESSION = "expression"
    API = "api"
    PARAMETER = "parameter"
    LIFECYCLE = "lifecycle"
    CONFIG = "config"


@frozen(slots=True)
class Use:
    """One use of a neutral thing.

    `name`: the neutral word (`button`, `hover-class`, `tap`, `showToast`, `onLoad`, `window.defaultTitle`).
    `owner`: the element of an attribute, value or event; the API of a parameter; `app`, `page` or
    `component` of a life cycle or configuration key.
    `written`: the word as the user spelled it, for messages.
    `is_guarded`: a canIUse of the same thing stands around it, or anywhere in the file.
    `is_known`: false where the name is computed (`my[name]`, `my` passed on); `name` is then `*`.
    """

    kind: Kind
    name: str
    span: Span
    owner: str = ""
    written: str = ""
    is_guarded: bool = False
    is_known: bool = True


class Link(StrEnum):
    """The kinds of references from one file to another."""

    SCRIPT = "script"
    MODULE = "module"
    TEMPLATE = "template"
    INCLUDE = "include"
    STYLE = "style"
    COMPONENT = "component"
    PAGE = "page"
    CONFIG = "config"
    ASSET = "asset"


@frozen(slots=True)
class Reference:
    """One request for another file, as written.

    `is_dynamic`: only a part is known; `request` is then a pattern with `*` for what is not.
    `is_require`: asked for by `require`, not `import`, which packages may answer with another file.
    `is_required`: false where nothing breaks at build when it is absent (a string that looks like an asset).
    """

    link: Link
    request: str
    span: Span
    is_dynamic: bool = False
    is_required: bool = True
    is_require: bool = False
