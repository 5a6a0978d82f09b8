"""A pack as plain values: read from its YAML and checked, or from the JSON twin that was made from it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import cast

from miniport.record import Problem, RecordError, decode, load_yaml
from miniport.targets.folder import PACK_FILE, TWIN_FILE
from miniport.targets.form import PackForm
from miniport.targets.index import Raw
from miniport.targets.problems import problems_of


def read(folder: Path) -> tuple[Raw, str]:
    """Return (plain value of a pack, hash of its text), from the twin where that is current.

    A twin was checked when it was written; a YAML is checked here.
    Raises RecordError where there is no pack, or it is malformed.
    """
    source, twin = folder / PACK_FILE, folder / TWIN_FILE
    content = source.read_bytes() if source.is_file() else None
    if twin.is_file():
        value = cast(dict[str, object], json.loads(twin.read_bytes()))
        if content is None or value["digest"] == digest_of(content):
            return cast(Raw, value["pack"]), str(value["digest"])
    if content is None:
        cure = ("name a folder that holds one", "请指定包含该文件的目录")
        raise RecordError(str(source), (Problem((), f"there is no {PACK_FILE}", f"没有 {PACK_FILE}", *cure),))
    return checked(content, str(source)), digest_of(content)


def digest_of(content: bytes) -> str:
    """Return the hash of a pack's text."""
    return hashlib.sha256(content).hexdigest()


def checked(content: bytes, at: str) -> Raw:
    """Return the plain value of a pack.yaml. Raises RecordError with every problem and its place."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RecordError(at, (Problem((), "it is not UTF-8 text", "不是 UTF-8 文本"),)) from error
    document = load_yaml(text, at)
    try:
        decode(PackForm, document.value, at)
        raw = cast(Raw, document.value)
        problems = tuple(problems_of(raw))
        if problems:
            raise RecordError(at, problems)
    except RecordError as error:
        raise RecordError(at, map(document.placed, error.problems)) from error
    return raw
