"""A template file, as the printers of the web family need it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from miniport.facts import Link
from miniport.field import field
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.syntax.markup_tree import Markup
from miniport.targets.pack import TargetPack

if TYPE_CHECKING:
    from miniport.targets.index import Key


@frozen
class Template:
    """One file: `reader` is the pack of its dialect, `custom` the tags its users declare as components.

    `is_traced`: what is printed of it is marked with the places that it comes from. `has_marks`: some rule of
    the app means elements without naming a class. `restless`: those
    of the files it names, and itself, of which the same need not come of the same (restless.py). `unread`:
    attributes and events of elements that are passed over.
    """

    path: PurePosixPath
    markup: Markup
    reader: TargetPack
    resolved: Mapping[tuple[Link, str], PurePosixPath] = field(default_factory=dict)
    custom: frozenset[str] = frozenset()
    is_traced: bool = False
    has_marks: bool = False
    restless: frozenset[PurePosixPath] = frozenset()
    unread: frozenset[Key] = frozenset()

    def address(self, request: str) -> str | None:
        """Return the root-absolute path of the file that an attribute names, None where it names none."""
        path = self.resolved.get((Link.ASSET, request))
        return None if path is None else module_id(path)


Templates = Mapping[PurePosixPath, Template]


def module_id(path: PurePosixPath) -> str:
    """Return the id of a file in the module registry."""
    return f"/{path}"
