"""What a written path was most likely meant to be, as the end of a cure; lists of paths in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from miniport.likeness import closest

NOT_NEAR: Mapping[str, str] = {"near_en": "", "near_zh": ""}


def near_words(written: str, known: Iterable[str]) -> Mapping[str, str]:
    """Return `near_en` and `near_zh`: a question that names the nearest path, or nothing."""
    near = closest(written, known)
    if near is None or near == written:
        return NOT_NEAR
    return meant_words(near)


def meant_words(path: object) -> Mapping[str, str]:
    """Return the two arguments for a path that was meant."""
    return {"near_en": f'; did you mean "{path}"?', "near_zh": f"；是否想写 “{path}”？"}


def listed_words(name: str, paths: Iterable[object]) -> Mapping[str, str]:
    """Return paths as arguments that list them: `<name>_en` and `<name>_zh`."""
    words = tuple(map(str, paths))
    return {f"{name}_en": ", ".join(words), f"{name}_zh": "、".join(words)}
