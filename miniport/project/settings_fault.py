"""What is wrong with settings whose types are right, and the JSON Schema of the types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from miniport.likeness import closest
from miniport.posix import PurePosixPath
from miniport.project.budget_fault import budget_problems
from miniport.project.settings import CheckSettings, Settings, TargetSettings
from miniport.project.version import satisfies
from miniport.record import KeyPath, Problem, schema
from miniport.regex import regex
from miniport.rules.catalogue import meant, words

_NAME = regex(r"[A-Za-z_$][\w$]*")
_HOST = regex(r"(\*\.)?[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*(:\d{1,5})?|\[[0-9A-Fa-f:]+\](:\d{1,5})?")


def settings_schema() -> dict[str, object]:
    """Return the JSON Schema of miniport.yaml."""
    return schema(Settings, "miniport.yaml")


def problems(settings: Settings) -> Iterator[Problem]:
    """Yield what is wrong with settings whose types are right."""
    if settings.requires is not None:
        yield from _specifier(settings.requires)
    if settings.source is not None:
        yield from _relative(("source",), settings.source)
    for name in settings.define:
        yield from _defined(name)
    for name, place in settings.resolve_alias.items():
        yield from _relative(("resolveAlias", name), place)
    for name, module in settings.capabilities.items():
        yield from _relative(("capabilities", name), module)
    for target, told in settings.targets.items():
        yield from _facts(target, told)
        yield from budget_problems(told.budgets, ("targets", target, "budgets"))
    yield from _check(settings.check)
    for index, host in enumerate(settings.dev.hosts):
        yield from _host(("dev", "hosts", index), host)


def _check(told: CheckSettings) -> Iterator[Problem]:
    if told.baseline is not None:
        yield from _relative(("check", "baseline"), told.baseline)
    for index, word in enumerate(told.ignore):
        yield from _rule(("check", "ignore", index), word)
    for pattern, ignored in told.per_path.items():
        for index, word in enumerate(ignored):
            yield from _rule(("check", "perPath", pattern, index), word)


def _rule(at: KeyPath, word: str) -> Iterator[Problem]:
    if not meant(word):
        near = closest(word, words())
        yield Problem(
            at,
            f'there is no rule "{word}"',
            f"没有规则 “{word}”",
            f'did you mean "{near}"?' if near else "name rules by code (MP203), name or family (MP2xx)",
            f"是否想写 “{near}”？" if near else "请用代码（MP203）、名称或类别（MP2xx）指定规则",
        )


def _facts(target: str, told: TargetSettings) -> Iterator[Problem]:
    at: KeyPath = ("targets", target, "facts")
    for index, file in enumerate(told.facts_files):
        yield from _relative((*at, index) if isinstance(told.facts, tuple) else at, file)


def _specifier(text: str) -> Iterator[Problem]:
    try:
        satisfies("0", text)
    except ValueError as error:
        yield Problem(
            ("requires",),
            f'"{error}" is not a version specifier',
            f"“{error}” 不是版本范围",
            'write a list like ">=1.2,<2" of >=, <=, >, <, == and ~=',
            "请写成类似 “>=1.2,<2” 的形式，可用 >=、<=、>、<、==、~=",
        )


def _relative(at: KeyPath, path: PurePosixPath) -> Iterator[Problem]:
    if path.is_absolute() or re.match(r"[A-Za-z]:", str(path)):
        yield Problem(
            at,
            f'"{path}" is an absolute path',
            f"“{path}” 是绝对路径",
            "write it relative to the folder of miniport.yaml",
            "请改为相对于 miniport.yaml 所在目录的路径",
        )


def _host(at: KeyPath, text: str) -> Iterator[Problem]:
    if not _HOST.fullmatch(text):
        yield Problem(
            at,
            f'"{text}" is not a host',
            f"“{text}” 不是主机名",
            "write a name as api.example.com or *.example.com, without https:// and without a path",
            "请写成 api.example.com 或 *.example.com 的形式，不带 https:// 和路径",
        )


def _defined(name: str) -> Iterator[Problem]:
    if not _NAME.fullmatch(name):
        yield Problem(
            ("define", name),
            f'"{name}" cannot be the name of a condition',
            f"“{name}” 不能用作条件名",
            "use letters, digits, _ and $, not starting with a digit",
            "请使用字母、数字、_ 和 $，且不以数字开头",
            is_key=True,
        )


def unknown_targets(settings: Settings, known: Iterable[str]) -> tuple[str, ...]:
    """Return the names under `targets` that no pack has."""
    names = frozenset(known)
    return tuple(name for name in settings.targets if name not in names)
