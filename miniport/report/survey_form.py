"""The form of report.json, published and versioned: what an app uses, and what becomes of that where."""

from __future__ import annotations

from typing import Literal

from miniport.diagnostics import Severity
from miniport.enumeration import StrEnum
from miniport.field import field
from miniport.frozen import frozen
from miniport.record import schema

SCHEMA: Literal[1] = 1


def _doc(text: str) -> dict[str, str]:
    return {"doc": text}


class How(StrEnum):
    """What becomes of a use on a target, the best first."""

    NATIVE = "native"
    RESPELLED = "respelled"
    SHIMMED = "shimmed"
    BRIDGED = "bridged"
    ADAPTER = "adapter"
    UNPROVED = "unproved"
    DIFFERENT = "different"
    UNKNOWN = "unknown"
    ADAPTER_ABSENT = "adapter-absent"
    IMPOSSIBLE = "impossible"


@frozen(slots=True)
class Told:
    """A sentence in both languages."""

    en: str
    zh: str


@frozen(slots=True)
class Spot:
    """A place in a file: lines and columns from 1, in characters; line 0 is the file as a whole."""

    path: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    text: str = field(default="", metadata=_doc("The first line of it, or what of it is near."))
    text_column: int = field(default=1, metadata=_doc("The column at which the text begins."))


@frozen(slots=True)
class Trouble:
    """One cause of findings."""

    code: str
    name: str
    severity: Severity
    is_blocking: bool = field(metadata=_doc("Without it the target cannot be built."))
    is_mendable: bool = field(metadata=_doc("miniport check --fix mends it."))
    message: Told
    help: Told
    count: int = field(metadata=_doc("How many places it has; the first 200 are listed."))
    pages: tuple[str, ...] = field(metadata=_doc("The pages that it concerns."))
    places: tuple[Spot, ...]


@frozen(slots=True)
class Used:
    """One thing that the app uses."""

    kind: str = field(metadata=_doc("component, attribute, value, event, api, parameter, lifecycle, ..."))
    name: str
    owner: str = field(metadata=_doc("The element or API that it belongs to."))
    how: How
    note: Told = field(metadata=_doc("What does it there, or how it differs, or what to use instead."))
    count: int = field(metadata=_doc("How often it is used; the first 50 places are listed."))
    guarded: int = field(metadata=_doc("How many of these ask canIUse first."))
    places: tuple[Spot, ...]


@frozen(slots=True)
class SurveyedPage:
    """One page, as app.json lists it."""

    path: str
    errors: int = field(metadata=_doc("How many causes of errors concern it; it is whole where none does."))
    warnings: int
    is_untried: bool = field(
        metadata=_doc("Whether it calls what nobody is known to have tried on the platform.")
    )


@frozen(slots=True)
class SizedFile:
    """One file of the bundle."""

    path: str
    size: int = field(metadata=_doc("In bytes, as it is emitted in this mode."))


@frozen(slots=True)
class Surveyed:
    """One target."""

    name: str
    title: Told
    is_buildable: bool
    score: int = field(
        metadata=_doc(
            "0 to 100: half the share of pages that are whole, half the share of uses that work; "
            "what is unproved or different counts half. 0 where the target cannot be built."
        )
    )
    pages: tuple[SurveyedPage, ...]
    troubles: tuple[Trouble, ...] = field(metadata=_doc("Causes of findings, the heaviest first."))
    uses: tuple[Used, ...] = field(metadata=_doc("By kind, owner and name."))
    files: tuple[SizedFile, ...]
    suppressed: int = field(metadata=_doc("Findings that comments and settings suppress."))


@frozen(slots=True)
class Survey:
    """The whole of report.json."""

    schema: int
    version: str = field(metadata=_doc("The version of miniport."))
    project: str
    mode: str
    targets: tuple[Surveyed, ...]
    troubles: tuple[Trouble, ...] = field(metadata=_doc("Those of the project as a whole."))


def survey_schema() -> dict[str, object]:
    """Return the JSON Schema of report.json."""
    return schema(Survey, "report of miniport")
