"""Write docs/diagnostics.md from the catalogue of rules."""

from __future__ import annotations

from importlib import import_module
from itertools import groupby
from pathlib import Path

import jinja2

from miniport.diagnostics import Rule

FAMILIES = {
    "1": "MP1xx: syntax and language",
    "2": "MP2xx: support",
    "3": "MP3xx: configuration",
    "4": "MP4xx: style",
    "5": "MP5xx: size and limits",
    "6": "MP6xx: structure",
    "7": "MP7xx: meaning",
    "8": "MP8xx: tools",
    "9": "MP9xx: packs",
}
HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "diagnostics.md"
RULES = HERE.parent / "miniport" / "rules"
TABLE = RULES / "family.py"


def families() -> dict[str, dict[str, Rule]]:
    """Return the rules of each module that holds any, by their names."""
    found = {
        path.stem: vars(import_module(f"miniport.rules.{path.stem}"))
        for path in sorted(RULES.glob("[a-z]*.py"))
    }
    held = {
        family: {name: value for name, value in names.items() if isinstance(value, Rule)}
        for family, names in found.items()
    }
    return {family: rules for family, rules in held.items() if rules}


def table() -> str:
    """Return the text of miniport/rules/family.py."""
    template = jinja2.Template(
        (HERE / "family.py.j2").read_text("utf-8"), keep_trailing_newline=True, trim_blocks=True
    )
    return template.render(families=families())


def page() -> str:
    """Return the text of docs/diagnostics.md."""
    known = sorted((rule for rules in families().values() for rule in rules.values()), key=_code)
    parts = [(FAMILIES[key], list(found)) for key, found in groupby(known, lambda rule: rule.code[2])]
    environment = jinja2.Environment(
        keep_trailing_newline=True, undefined=jinja2.StrictUndefined, autoescape=False
    )
    environment.filters["text"] = lambda text: text.replace("<", "&lt;")
    template = environment.from_string((HERE / "diagnostics.md.j2").read_text("utf-8"))
    return template.render(families=parts)


def _code(rule: Rule) -> str:
    return rule.code


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    TABLE.write_text(table(), "utf-8")
