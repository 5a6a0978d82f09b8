"""What a script module of a template gives away."""

from __future__ import annotations

from miniport.analyze.app import File
from miniport.syntax.linkage import ExportDefault, ExportFrom
from miniport.syntax.module_form import Form
from miniport.syntax.script_tree import Script


def members(module: File, exported: str) -> frozenset[str] | None:
    """Return the names that a template may ask of a module; None where they are not known.

    `exported` is "default" where the template binds the module as a whole.
    """
    tree = module.tree
    if not isinstance(tree, Script) or tree.form is not Form.ESM:
        return None
    if any(isinstance(statement, ExportFrom) for statement in tree.statements):
        return None
    default = next((each for each in tree.statements if isinstance(each, ExportDefault)), None)
    if exported == "default" and default is not None:
        literal = default.literal
        is_known = literal is not None and not literal.is_open
        return frozenset(entry.name for entry in literal.entries) if literal and is_known else None
    # A module without a default export is bound as the whole of its names.
    return frozenset(each.name for each in tree.exports)
