"""The manifest: what is in an archive, and what it was made from and needs. A published, versioned form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Literal, cast

from miniport.field import field
from miniport.frozen import frozen
from miniport.record import KeyPath, RecordError, decode, encode, load_json, schema

SCHEMA: Literal[1] = 1
_TITLE = "manifest of a miniport archive"


def _doc(text: str) -> dict[str, str]:
    return {"doc": text}


@frozen
class Named:
    """A thing with a version."""

    name: str
    version: str


@frozen
class PackedTarget:
    """What the archive is for."""

    name: str
    family: str = field(metadata=_doc("dialect: a mini-program package; web: web content."))
    facts: str = field(metadata=_doc("The digest of the target's facts, those of the project included."))
    app_id: str = field(
        default="", metadata=_doc("The app's id on the platform, where miniport.yaml has it.")
    )


@frozen
class Commit:
    """Where the source stood in git."""

    commit: str
    is_dirty: bool = field(metadata=_doc("Whether the project's folder held changes that are in no commit."))


@frozen
class Tool(Named):
    """A program that took part."""

    use: str = field(metadata=_doc("What it was used for."))


@frozen
class PackedFile:
    """One file of the archive."""

    path: str
    size: int = field(metadata=_doc("In bytes, before compression."))
    sha256: str
    sources: tuple[str, ...] = field(
        default=(),
        metadata=_doc("The project's files it was made from; empty where miniport brought all of it."),
    )


@frozen
class Measure:
    """A size that the platform or the project limits."""

    name: str
    of: str = field(metadata=_doc("The subpackage, page or file that was measured; empty for the whole."))
    size: int = field(metadata=_doc("In bytes, before compression."))
    limit: int | None = field(
        default=None, metadata=_doc("The platform's limit in bytes, where one is known.")
    )
    fail: int | None = field(default=None, metadata=_doc("The project's own limit in bytes."))


@frozen
class Findings:
    """How many causes of findings there were, and which."""

    error: int
    warning: int
    note: int
    codes: Mapping[str, int] = field(metadata=_doc("How many causes there were of each code."))


@frozen
class Adapter:
    """A module of the project that supplies what differs in kind."""

    capability: str
    module: str


@frozen
class Overridden:
    """A fact of the target that the project knows better."""

    fact: str
    before: str
    after: str
    file: str


@frozen
class Package(Named):
    """An npm package of which something is in the archive."""

    licence: str = field(metadata=_doc("As its package.json states it; empty where it states none."))
    folder: str


@frozen
class Asked:
    """A permission that the code asks for."""

    name: str
    apis: tuple[str, ...] = ()
    elements: tuple[str, ...] = field(
        default=(),
        metadata=_doc(
            "With the attribute that asks, where the element alone does not: `map[show-location]`."
        ),
    )


@frozen
class Uses:
    """What the code uses, in neutral words."""

    apis: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    hosts: tuple[str, ...] = field(
        default=(),
        metadata=_doc("Hosts that stand in the code, each with its scheme; computed ones are not seen."),
    )
    permissions: tuple[Asked, ...] = ()


@frozen
class Manifest:
    """The whole of a manifest."""

    schema: Literal[1] = field(
        metadata=_doc("The version of this form; keys may be added without a new one.")
    )
    project: Named
    target: PackedTarget
    mode: Literal["production"]
    git: Commit | None
    tool: Named
    tools: tuple[Tool, ...]
    content_hash: str = field(
        metadata=_doc(
            "SHA-256 of the lines `<sha256>  <path>` of all files, sorted by path, as sha256sum prints them."
        )
    )
    size: int = field(metadata=_doc("Bytes of all files, before compression."))
    pages: tuple[str, ...]
    files: tuple[PackedFile, ...]
    measures: tuple[Measure, ...]
    findings: Findings
    adapters: tuple[Adapter, ...]
    overrides: tuple[Overridden, ...]
    packages: tuple[Package, ...]
    uses: Uses


def manifest_schema() -> dict[str, object]:
    """Return the JSON Schema of a manifest; a later version of miniport may write further keys."""
    return cast(dict[str, object], _opened(schema(Manifest, _TITLE)))


def manifest_text(manifest: Manifest) -> str:
    """Return a manifest as JSON."""
    return json.dumps(encode(manifest), ensure_ascii=False, indent=1) + "\n"


def read_manifest(text: str, at: str) -> Manifest:
    """Return the manifest that a text holds; keys of a later miniport are passed over.

    Raises RecordError with what is wrong with it.
    """
    value = load_json(text, at).value
    try:
        return decode(Manifest, value, at)
    except RecordError as error:
        if not all(problem.is_key for problem in error.problems):
            raise
        for problem in error.problems:
            _drop(value, problem.path)
        return decode(Manifest, value, at)


def _drop(value: object, path: KeyPath) -> None:
    for step in path[:-1]:
        value = cast(dict[str | int, object], value)[step]
    del cast(dict[str | int, object], value)[path[-1]]


def _opened(value: object) -> object:
    """Return a schema that takes further keys."""
    if not isinstance(value, dict):
        return value
    kept = {key: item for key, item in value.items() if key != "additionalProperties" or item is not False}
    return {key: _opened(item) for key, item in kept.items()}
