"""Frozen dataclasses back to plain values, under the keys that `decode` reads."""

from __future__ import annotations

from collections.abc import Mapping

from miniport.enumeration import StrEnum
from miniport.field import holds_fields
from miniport.posix import PurePosixPath
from miniport.record.decode import fields_of


def encode(value: object) -> object:
    """Return a record as what `json.dumps` takes: keys in the order of the fields, mappings by name.

    Raises TypeError for what `decode` cannot make.
    """
    if holds_fields(type(value)):
        return {key: encode(getattr(value, item.name)) for key, (item, _) in fields_of(type(value)).items()}  # type: ignore[arg-type]
    match value:
        case StrEnum() | PurePosixPath():
            return str(value)
        case None | bool() | int() | float() | str():
            return value
        case tuple() | list():
            return [encode(item) for item in value]
        case Mapping():
            return {str(key): encode(item) for key, item in sorted(value.items(), key=_key)}
    raise TypeError(f"no encoding for {value!r}")


def _key(item: tuple[object, object]) -> str:
    return str(item[0])
