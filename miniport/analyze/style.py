"""What a style sheet refers to."""

from __future__ import annotations

from miniport.facts import Link, Reference, Use
from miniport.project.resolve import is_foreign
from miniport.syntax.style_tree import Style


def describe_style(style: Style) -> tuple[tuple[Use, ...], tuple[Reference, ...]]:
    """Return the references of a style sheet: its imports, then its local `url()` requests."""
    imports = [
        Reference(Link.STYLE, each.request, each.request_span)
        for each in style.imports
        if each.request and not is_foreign(each.request)
    ]
    urls = [
        Reference(Link.ASSET, each.request, each.span)
        for each in style.urls
        if each.request and not is_foreign(each.request)
    ]
    return (), (*imports, *urls)
