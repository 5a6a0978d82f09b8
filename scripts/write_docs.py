"""Write docs/diagnostics.md from the catalogue of rules."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import jinja2

from miniport import rules
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


def page() -> str:
    """Return the text of docs/diagnostics.md."""
    catalogue = sorted((rule for rule in vars(rules).values() if isinstance(rule, Rule)), key=_code)
    families = [(FAMILIES[key], list(found)) for key, found in groupby(catalogue, lambda rule: rule.code[2])]
    environment = jinja2.Environment(
        keep_trailing_newline=True, undefined=jinja2.StrictUndefined, autoescape=False
    )
    environment.filters["text"] = lambda text: text.replace("<", "&lt;")
    template = environment.from_string((HERE / "diagnostics.md.j2").read_text("utf-8"))
    return template.render(families=families)


def _code(rule: Rule) -> str:
    return rule.code


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
