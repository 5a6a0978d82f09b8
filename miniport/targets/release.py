"""What a pack says of a release: links into the app, permissions and data that it asks for, the upload."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from miniport.field import field, replace
from miniport.frozen import frozen
from miniport.targets.origin import Note, Origin

_Row = TypeVar("_Row", bound=Origin)


@frozen(kw_only=True)
class LinkRow(Origin):
    """A kind of link to a page. `form` has places: `{appId}`, `{page}`, `{query}` (`a=1&b=2`), `{base}`.

    A place may name an earlier link of the table, too; `{name!}` is its text with every special sign escaped.
    `bare` is the form where there is no query. `note` says what is not known of it.
    """

    title: Note
    form: str
    bare: str
    note: Note | None = None


@frozen
class Reserved:
    """Names of a link's query that the platform takes for itself.

    A link has them behind `prefix`, and so every name that begins with it; what we emit takes one prefix away
    before the page sees the name.
    """

    names: tuple[str, ...]
    prefix: str


@frozen
class LinkSection(Origin):
    """Links by name."""

    rows: Mapping[str, LinkRow] = field(default_factory=dict)
    reserved: Reserved | None = None


@frozen(kw_only=True)
class PermissionRow(Origin):
    """What a user is asked for, or what is about a user. `scope` is the platform's own name of it.

    `elements` are names of elements, with an attribute where only that asks: `map[show-location]`, or
    `button[scope=userInfo]` where only that value does.
    """

    title: Note
    apis: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    scope: str = ""


@frozen
class PermissionSection(Origin):
    """Permissions and personal data by name. `note` says what is not known of them."""

    rows: Mapping[str, PermissionRow] = field(default_factory=dict)
    note: Note | None = None


@frozen(kw_only=True)
class UploadRow(Origin):
    """The vendor's program that takes the unpacked archive, `{folder}`, and what else its `arguments` have.

    `install` and `login` are commands to run once.
    """

    program: str
    arguments: tuple[str, ...]
    install: str
    login: str


@frozen
class ReleaseForm:
    """What a pack says of a release. Without `upload` no program of the vendor's is known."""

    links: LinkSection = field(default_factory=LinkSection)
    permissions: PermissionSection = field(default_factory=PermissionSection)
    upload: UploadRow | None = None


def dated(form: ReleaseForm, checked: str) -> ReleaseForm:
    """Return the same, with the source and day of its section for each row that has none of its own."""
    return replace(
        form,
        links=replace(form.links, rows=_dated(form.links, form.links.rows, checked)),
        permissions=replace(form.permissions, rows=_dated(form.permissions, form.permissions.rows, checked)),
    )


def _dated(section: Origin, rows: Mapping[str, _Row], checked: str) -> dict[str, _Row]:
    return {
        name: replace(
            row,
            source=row.source or section.source,
            checked=row.checked or section.checked or checked,
        )
        for name, row in rows.items()
    }
