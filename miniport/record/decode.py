"""Decode plain values into frozen dataclasses, strictly, collecting every problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from miniport.enumeration import StrEnum
from miniport.field import Field, fields, holds_fields
from miniport.likeness import closest
from miniport.posix import PurePosixPath
from miniport.record.problem import KeyPath, Problem, RecordError

RECORD_KEY = "key"
"""Field metadata: the key in the file, where it is not the camelCase form of the field's name."""

Record = TypeVar("Record")
_FAULT = object()


def decode(cls: type[Record], value: object, at: str = "miniport.yaml") -> Record:
    """Return a value from YAML or JSON as an instance of a frozen dataclass.

    A field `app_id` is read from the key `appId`. Supported: nested dataclasses, `tuple[T, ...]`,
    `Mapping[K, T]` with K str, Literal or StrEnum, Literal, StrEnum, PurePosixPath, bool, int, float, str,
    object, and unions whose members differ in shape.
    A ValueError raised by `__post_init__` becomes a problem; its arguments are (English, Chinese).
    Raises RecordError with all problems.
    """
    problems: list[Problem] = []
    result = _value(cls, value, (), problems)
    if problems:
        raise RecordError(at, problems)
    return cast(Record, result)


def key_of(item: Field) -> str:
    """Return the key under which a field is read: `is_target` from `isTarget`, `from_` from `from`."""
    if RECORD_KEY in item.metadata:
        return str(item.metadata[RECORD_KEY])
    head, *rest = item.name.strip("_").split("_")
    return head + "".join(word.capitalize() for word in rest)


@lru_cache(maxsize=512)
def fields_of(cls: type) -> dict[str, tuple[Field, Any]]:
    """Return the fields of a dataclass that can be set, by key, each with its resolved type."""
    hints = get_type_hints(cls)
    return {key_of(item): (item, hints[item.name]) for item in fields(cls)}


def _value(kind: Any, value: object, path: KeyPath, problems: list[Problem]) -> object:  # noqa: ANN401
    """Return the value as `kind`, or _FAULT after noting what is wrong."""
    if kind is object:
        return value
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _union(get_args(kind), value, path, problems)
    if origin is Literal:
        return _choice(get_args(kind), value, path, problems, lambda found: found)
    if not accepts(kind, value):
        return _wrong((kind,), value, path, problems)
    if origin is tuple:
        return _items(get_args(kind)[0], cast(list[object], value), path, problems)
    if origin is not None:
        return _entries(get_args(kind), cast(dict[str, object], value), path, problems)
    if holds_fields(kind):
        return _record(cast(type, kind), cast(dict[str, object], value), path, problems)
    if issubclass(kind, StrEnum):
        return _choice(tuple(kind), value, path, problems, kind)
    if kind is PurePosixPath:
        return _path(cast(str, value), path, problems)
    return float(cast(float, value)) if kind is float else value


def accepts(kind: Any, value: object) -> bool:  # noqa: ANN401
    """Return whether a value has the outer shape of a type: its members are not looked at."""
    origin = get_origin(kind)
    if origin is tuple:
        return isinstance(value, list | tuple)
    if origin is Literal:
        return value in get_args(kind)
    if origin is not None or holds_fields(kind):
        return isinstance(value, Mapping)
    if kind is PurePosixPath or (isinstance(kind, type) and issubclass(kind, StrEnum)):
        return isinstance(value, str)
    if kind is bool or kind is NoneType or kind is str:
        return isinstance(value, kind)
    if kind in (int, float):
        return isinstance(value, (int, float) if kind is float else int) and not isinstance(value, bool)
    raise TypeError(f"no decoding for {kind!r}")


def _union(kinds: tuple[Any, ...], value: object, path: KeyPath, problems: list[Problem]) -> object:
    for kind in kinds:
        if accepts(kind, value):
            return _value(kind, value, path, problems)
    choices = tuple(word for kind in kinds if get_origin(kind) is Literal for word in get_args(kind))
    if choices and isinstance(value, str):
        return _choice(choices, value, path, problems, lambda found: found)
    return _wrong(kinds, value, path, problems)


def _record(cls: type, value: Mapping[str, object], path: KeyPath, problems: list[Problem]) -> object:
    fields = fields_of(cls)
    before = len(problems)
    for key in value:
        if key not in fields:
            problems.append(_unknown((*path, key), key, fields))
    arguments: dict[str, object] = {}
    for key, (item, kind) in fields.items():
        if key in value:
            arguments[item.name] = _value(kind, value[key], (*path, key), problems)
        elif not item.is_optional:
            problems.append(
                Problem(
                    path, f'the key "{key}" is missing', f"缺少键 “{key}”", f'add "{key}"', f"请添加 “{key}”"
                )
            )
    if len(problems) > before:
        return _FAULT
    try:
        return cls(**arguments)
    except ValueError as error:
        problems.append(_refused(path, error))
        return _FAULT


def _items(kind: Any, value: list[object], path: KeyPath, problems: list[Problem]) -> object:  # noqa: ANN401
    return tuple(_value(kind, item, (*path, index), problems) for index, item in enumerate(value))


def _entries(
    kinds: tuple[Any, Any], value: dict[str, object], path: KeyPath, problems: list[Problem]
) -> object:
    key, kind = kinds
    allowed = get_args(key) if get_origin(key) is Literal else () if key is str else tuple(key)
    words = {str(word): word for word in allowed}
    for name in value:
        if words and name not in words:
            problems.append(_unknown((*path, name), name, words))
    return {
        words.get(name, name): _value(kind, item, (*path, name), problems) for name, item in value.items()
    }


def _choice(
    allowed: tuple[Any, ...],
    value: object,
    path: KeyPath,
    problems: list[Problem],
    make: Callable[[Any], object],
) -> object:
    if value in allowed and not (isinstance(value, bool) and True not in map(_is_bool, allowed)):
        return make(value)
    words = [str(word) for word in allowed]
    near = closest(value, words) if isinstance(value, str) else None
    listed = ", ".join(words)
    problems.append(
        Problem(
            path,
            f"{found(value)} is not one of: {listed}",
            f"{found(value, 'zh')} 不在可选值之中：{listed}",
            f'did you mean "{near}"?' if near else f"write one of: {listed}",
            f"是否想写 “{near}”？" if near else f"可选值：{listed}",
        )
    )
    return _FAULT


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


def _path(value: str, path: KeyPath, problems: list[Problem]) -> object:
    if not value or "\\" in value or "\0" in value:
        problems.append(
            Problem(
                path,
                f"{found(value)} is not a path",
                f"{found(value, 'zh')} 不是路径",
                'separate folders by "/"',
                "目录之间请用 “/” 分隔",
            )
        )
        return _FAULT
    return PurePosixPath(value)


def _unknown(path: KeyPath, key: str, allowed: Iterable[str]) -> Problem:
    near = closest(key, allowed)
    listed = ", ".join(allowed)
    return Problem(
        path,
        f'there is no key "{key}"',
        f"没有键 “{key}”",
        f'did you mean "{near}"?' if near else f"keys that may stand here: {listed}",
        f"是否想写 “{near}”？" if near else f"此处可用的键：{listed}",
        is_key=True,
    )


def _wrong(kinds: tuple[Any, ...], value: object, path: KeyPath, problems: list[Problem]) -> object:
    en, zh = (_join([_expected(kind)[side] for kind in kinds], (" or ", " 或 ")[side]) for side in (0, 1))
    quotes = str in kinds and isinstance(value, int | float)
    problems.append(
        Problem(
            path,
            f"expected {en}, found {found(value)}",
            f"应为{zh}，实际为{found(value, 'zh')}",
            "put it in quotes" if quotes else f"write {en}",
            "请加上引号" if quotes else f"请写成{zh}",
        )
    )
    return _FAULT


def _refused(path: KeyPath, error: ValueError) -> Problem:
    words = [str(word) for word in error.args] + ["", "", "", ""]
    return Problem(path, words[0], words[1] or words[0], words[2], words[3])


def _join(words: list[str], between: str) -> str:
    return between.join(dict.fromkeys(words))


def _expected(kind: Any) -> tuple[str, str]:  # noqa: ANN401
    origin = get_origin(kind)
    if origin is Literal:
        return (_join([str(word) for word in get_args(kind)], " or "),) * 2
    if origin is tuple:
        return "a list", "列表"
    if origin is not None or holds_fields(kind):
        return "a mapping", "映射"
    names = {
        bool: ("true or false", " true 或 false"),
        int: ("a whole number", "整数"),
        float: ("a number", "数字"),
        NoneType: ("nothing", "空"),
        PurePosixPath: ("a path", "路径"),
    }
    return names.get(kind, ("text", "文本"))


def found(value: object, language: str = "en") -> str:
    """Return what a value is, in words, short enough for a message."""
    is_zh = language == "zh"
    if value is None:
        return "空" if is_zh else "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        short = value if len(value) <= 60 else value[:57] + "…"
        return f"“{short}”" if is_zh else f'"{short}"'
    if isinstance(value, int | float):
        return f"数字 {value}" if is_zh else f"the number {value}"
    if isinstance(value, Mapping):
        return "映射" if is_zh else "a mapping"
    return "列表" if is_zh else "a list"
