"""The form of the types of APIs in a pack.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from miniport.field import field
from miniport.frozen import frozen
from miniport.targets.origin import Origin

Type = Literal["text", "number", "boolean", "list", "object", "texts"]
"""What a value of an API is; `texts` is an object of which each value is a text."""


@frozen
class TypeRow:
    """What the values of an API are: of its options (`takes`) and of its answer (`gives`), names by type.

    `answers`: the texts that a member of its answer may be.
    """

    takes: Mapping[Type, tuple[str, ...]] = field(default_factory=dict)
    gives: Mapping[Type, tuple[str, ...]] = field(default_factory=dict)
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@frozen
class TypeSection(Origin):
    """The types of APIs by name; they belong to the API's row."""

    rows: Mapping[str, TypeRow] = field(default_factory=dict)
