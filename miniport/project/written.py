"""Files written in another language than the platform reads: which of them stands for which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from miniport.dialect import Dialect, FileKind
from miniport.field import field
from miniport.frozen import frozen
from miniport.posix import PurePosixPath

TYPED = (".ts", ".mts")
LOOSE_JSON = (".json5", ".jsonc")
"""The suffixes of configuration files that are not strict; a `.json` file is."""
"""The suffixes of scripts with types."""

# What may be written in place of a file, by its kind, the first first: a whole suffix.
_INSTEAD: Mapping[FileKind, tuple[str, ...]] = {
    FileKind.SCRIPT: TYPED,
    FileKind.CONFIG: (".json5", ".jsonc"),
    FileKind.STYLE: (".less", ".scss", ".sass", ".styl", ".css"),
}
# The same, put behind the file's own suffix.
_BEHIND: Mapping[FileKind, tuple[str, ...]] = {FileKind.MODULE: (".ts",)}
# These only look like it.
_NEVER = (".d.ts", ".d.mts")

INSTALLED = "node_modules"
MANIFEST = "package.json"


@frozen
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
        name = self.native_name(path.name)
        return path if name == path.name else path.with_name(name)

    def native_name(self, name: str) -> str:
        """Return the name of the file that one of a name stands for."""
        if not name.endswith(self._ends) or name.endswith(_NEVER):
            return name
        found = [
            (form, suffix) for suffix, forms in self.forms.items() for form in forms if name.endswith(form)
        ]
        form, suffix = max(found, key=lambda pair: len(pair[0]))
        return name.removesuffix(form) + suffix

    def names(self, name: str, *, is_installed: bool) -> tuple[str, ...]:
        """Return the names of the files that may stand for one, in the order in which they count.

        What a project writes counts before what was made from it. A package is used as its authors built it.
        """
        dot = name.rfind(".")
        forms = self.forms.get(name[dot:], ()) if dot > 0 else ()
        if not forms:
            return (name,)
        stem = name[:dot]
        told = [stem + form for form in forms]
        if stem.endswith(".d"):
            told = [each for each in told if not each.endswith(_NEVER)]
        return (name, *told) if is_installed else (*told, name)

    @cached_property
    def _ends(self) -> tuple[str, ...]:
        return tuple(form for forms in self.forms.values() for form in forms)
