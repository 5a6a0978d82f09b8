"""The JSON Schema of a record, for editors and for `miniport schema`."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin

from miniport.enumeration import Enum, StrEnum
from miniport.field import ABSENT, Field, holds_fields
from miniport.posix import PurePosixPath
from miniport.record.decode import fields_of

DOC_KEY = "doc"
"""Field metadata: one sentence on what the key is for."""

_SCALARS = {bool: "boolean", int: "integer", float: "number", str: "string", NoneType: "null"}


def schema(cls: type, title: str = "") -> dict[str, object]:
    """Return the JSON Schema (draft 2020-12) of what `decode` takes for a dataclass.

    A field's description is its metadata `doc`; a nested record stands under `$defs` by its class name.
    """
    defs: dict[str, object] = {}
    body = _record(cls, defs)
    head: dict[str, object] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    if title:
        head["title"] = title
    return {**head, **body, **({"$defs": dict(sorted(defs.items()))} if defs else {})}


def _record(cls: type, defs: dict[str, object]) -> dict[str, object]:
    properties: dict[str, object] = {}
    required: list[str] = []
    for key, (item, kind) in fields_of(cls).items():
        properties[key] = _property(item, kind, defs)
        if not item.is_optional:
            required.append(key)
    result: dict[str, object] = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**result, "required": required} if required else result


def _property(item: Field, kind: Any, defs: dict[str, object]) -> dict[str, object]:  # noqa: ANN401
    result = dict(_kind(kind, defs))
    if DOC_KEY in item.metadata:
        result["description"] = item.metadata[DOC_KEY]
    default = item.default
    if default is not ABSENT and default is not None:
        plain = default.value if isinstance(default, Enum) else default
        if isinstance(plain, bool | int | float | str):
            result["default"] = plain
        elif isinstance(plain, PurePosixPath):
            result["default"] = str(plain)
    return result


def _kind(kind: Any, defs: dict[str, object]) -> dict[str, object]:  # noqa: ANN401
    origin = get_origin(kind)
    if kind is object:
        return {}
    if origin in (Union, UnionType):
        return _union([_kind(member, defs) for member in get_args(kind)])
    if origin is Literal:
        return {"enum": list(get_args(kind))}
    if origin is tuple:
        return {"type": "array", "items": _kind(get_args(kind)[0], defs)}
    if origin is not None:
        key, value = get_args(kind)
        names = {} if key is str else {"propertyNames": _kind(key, defs)}
        return {"type": "object", **names, "additionalProperties": _kind(value, defs)}
    if holds_fields(kind):
        name = cast(type, kind).__name__
        if name not in defs:
            defs[name] = {}
            defs[name] = _record(cast(type, kind), defs)
        return {"$ref": f"#/$defs/{name}"}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": [str(member) for member in kind]}
    return {"type": _SCALARS.get(kind, "string")}


def _union(members: list[dict[str, object]]) -> dict[str, object]:
    if all(set(member) == {"type"} for member in members):
        return {"type": [member["type"] for member in members]}
    return {"anyOf": members}
