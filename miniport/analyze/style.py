"""What a style sheet refers to."""

from __future__ import annotations

import re

from miniport.facts import Link, Reference, Use
from miniport.project.request import is_foreign
from miniport.source import Span
from miniport.syntax.style_tree import Style


def file_part(request: str) -> str:
    """Return a `url()` request without its query and fragment."""
    return re.split("[?#]", request, maxsplit=1)[0]


def describe_style(style: Style) -> tuple[tuple[Use, ...], tuple[Reference, ...]]:
    """Return the references of a style sheet: its imports, then its local `url()` requests."""
    imports = [
        Reference(Link.STYLE, each.request, each.request_span)
        for each in style.imports
        if each.request and not is_foreign(each.request)
    ]
    urls = [
        Reference(Link.ASSET, file, Span(each.span.start, each.span.end - len(each.request) + len(file)))
        for each in style.urls
        if (file := file_part(each.request)) and not is_foreign(file)
    ]
    return (), (*imports, *urls)
