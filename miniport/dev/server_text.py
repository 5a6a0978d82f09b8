"""The texts that the preview's servers make from templates."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from miniport import resources
from miniport.web.shell import to_json

if TYPE_CHECKING:
    from jinja2 import Environment


def rendered(name: str, values: Mapping[str, object]) -> bytes:
    """Return a template of the template folder with its values."""
    return _environment().get_template(name).render(values).encode("utf-8")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(resources.template_text),
        undefined=jinja2.StrictUndefined,
        autoescape=jinja2.select_autoescape(("html",)),
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["tojson"] = _json
    return environment


def _json(value: object) -> object:
    from markupsafe import Markup

    # `to_json` leaves nothing that could end the script element it stands in; quotes must stay quotes.
    return Markup(to_json(value))  # type: ignore[arg-type] # noqa: S704
