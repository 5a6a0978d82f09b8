"""A survey as one page that needs nothing besides: template, style and script of templates/report/."""

from __future__ import annotations

import json
import re

from miniport.record import encode
from miniport.report.survey_form import Survey
from miniport.resources import template_text

_FOLDER = "report"


def page(survey: Survey, language: str) -> str:
    """Return the page; it opens in a language and can be switched to the other."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(template_text),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(f"{_FOLDER}/page.html.j2").render(
        survey=survey,
        language=language,
        style=template_text(f"{_FOLDER}/page.css"),
        script="\n".join(template_text(f"{_FOLDER}/{name}.js") for name in _SCRIPTS),
        data=_inside(json.dumps(encode(survey), ensure_ascii=False, separators=(",", ":"))),
    )


_SCRIPTS = ("words", "elements", "treemap", "page")
"""In the order in which they know each other."""


def _inside(text: str) -> str:
    """Return JSON as it may stand inside of a script element."""
    return re.sub("[<\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", text)
