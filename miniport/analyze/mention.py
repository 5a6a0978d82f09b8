"""What a template names that must stand elsewhere: methods, templates, script modules, pages, components."""

from __future__ import annotations

from typing import TYPE_CHECKING

from miniport.field import field
from miniport.frozen import frozen, mutable
from miniport.source import Span

if TYPE_CHECKING:
    from miniport.syntax.markup_tree import Element


@frozen(slots=True)
class Mention:
    """A name and where it stands. `member` is what is asked of it (`m.f` has the member f)."""

    name: str
    span: Span
    member: str = ""


@frozen(slots=True)
class Linked:
    """A page that a navigator leads to, and in which way."""

    url: str
    span: Span
    manner: str


@mutable(slots=True)
class Mentions:
    """What one template names, in document order.

    `handlers`: methods; `idle`: events that are to end here, without a method; `defined` and `drawn`:
    templates; `is_dynamic`: some template is named by an expression. `modules`: name here -> (request,
    exported name, place) of a script module. `calls`: functions called in expressions. `unkeyed`: loops
    without a key. `important`: `!important` in style attributes. `cased`: tags with capitals. `tags`:
    elements, and components named as generics. `slots`: names of the slots drawn here, `has_open_slot`
    where an expression names one. `given`: slots that are filled, each with the tag of the element around
    it as `member`.
    """

    handlers: list[Mention] = field(default_factory=list)
    idle: list[Mention] = field(default_factory=list)
    defined: list[Mention] = field(default_factory=list)
    drawn: list[Mention] = field(default_factory=list)
    is_dynamic: bool = False
    modules: dict[str, tuple[str, str, Span]] = field(default_factory=dict)
    calls: list[Mention] = field(default_factory=list)
    links: list[Linked] = field(default_factory=list)
    unkeyed: list[Mention] = field(default_factory=list)
    important: list[Span] = field(default_factory=list)
    cased: list[Element] = field(default_factory=list)
    tags: dict[str, Span] = field(default_factory=dict)
    slots: list[str] = field(default_factory=list)
    has_open_slot: bool = False
    given: list[Mention] = field(default_factory=list)
