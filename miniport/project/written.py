"""Files written in another language than the platform reads: which of them stands for which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from miniport.dialect import Dialect, FileKind

TYPED = (".ts", ".mts")
"""The suffixes of scripts with types."""

# What may be written in place of a file, by its kind, the first first: a whole suffix.
_INSTEAD: Mapping[FileKind, tuple[str, ...]] = {
    FileKind.SCRIPT: TYPED,
    FileKind.CONFIG: (".json5", ".jsonc"),
}
# The same, put behind the file's own suffix.
_BEHIND: Mapping[FileKind, tuple[str, ...]] = {FileKind.MODULE: (".ts",)}
# These only look like it.
_NEVER = (".d.ts", ".d.mts")

_INSTALLED = "node_modules"


@dataclass(frozen=True)
class Written:
    """`forms`: the suffix of a file that the platform reads -> those of the files that may stand for it."""

    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, dialects: Iterable[Dialect]) -> Written:
        """Return what may be written in place of the files of some dialects."""
        forms: dict[str, tuple[str, ...]] = {}
        for dialect in dialects:
            for kind, suffixes in dialect.suffixes.items():
                for suffix in suffixes:
                    found = (*_INSTEAD.get(kind, ()), *(suffix + end for end in _BEHIND.get(kind, ())))
                    if found:
                        forms[suffix] = found
        return cls(forms)

    def native(self, path: PurePosixPath) -> PurePosixPath:
        """Return the path of the file that one stands for; its own where it stands for itself."""
        name = path.name
        if name.endswith(_NEVER):
            return path
        found = [
            (form, suffix) for suffix, forms in self.forms.items() for form in forms if name.endswith(form)
        ]
        if not found:
            return path
        form, suffix = max(found, key=lambda pair: len(pair[0]))
        return path.with_name(name.removesuffix(form) + suffix)

    def names(self, path: PurePosixPath) -> tuple[str, ...]:
        """Return the names of the files that may stand at a path, in the order in which they count.

        What a project writes counts before what was made from it. A package is used as its authors built it.
        """
        stem = path.name.removesuffix(path.suffix)
        forms = tuple(stem + form for form in self.forms.get(path.suffix, ()) if path.suffix and stem)
        forms = tuple(name for name in forms if not name.endswith(_NEVER))
        return (path.name, *forms) if _INSTALLED in path.parts else (*forms, path.name)
