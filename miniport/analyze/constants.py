"""The constants that tell targets apart in code, as edits that any family makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from miniport.edit import Edit
from miniport.syntax.script import Script


def constant_edits(script: Script, constants: Iterable[str], own: Iterable[str]) -> Iterator[Edit]:
    """Yield the edits that put `true` for `__X__` of the target's own constants, `false` for those of others.

    A name that the script declares itself is left alone.
    """
    values = {f"__{name}__": name in own for name in constants}
    if not any(name in script.text for name in values):
        return
    for name, references in script.module.scopes.free.items():
        if name not in values:
            continue
        value = "true" if values[name] else "false"
        for reference in references:
            new = f"{name}: {value}" if reference.is_shorthand else value
            yield Edit(reference.span, new, "constants")
