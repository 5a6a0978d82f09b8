"""Templates to render functions: the module body that `miniport.define` takes for a template.

The module exports `render(d, o, k)` and, where a file names templates, `templates`, a table of such functions
by name. `d` is what names are looked up in, `o` the instance that owns the template, `k` the site it is drawn
at (runtime/src/core). `isRestless` is there, and true, where the same names need not give the same nodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from miniport.diagnostics import Finding
from miniport.facts import Link
from miniport.field import replace
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.regex import regex
from miniport.syntax.markup_tree import walk
from miniport.web.mark import Spot, located
from miniport.web.place import Place, attribute_text
from miniport.web.restless import is_restless
from miniport.web.template import Template, Templates, module_id
from miniport.web.writer import Writing, literal, written

if TYPE_CHECKING:
    from miniport.web.printer import Printer


_HELPERS = frozenset(
    ("Fragment", "bound", "call", "each", "either", "fill", "fills", "get", "h", "invoke", "main", "merge")
    + ("once", "respond", "slot", "style", "tag", "text", "type", "use", "visible", "within")
)
# The word comes first, so that the search skips from one to the next.
_USES = {name: regex(rf"{name}(?<![\w.\"]{name})(?=[(,])") for name in sorted(_HELPERS)}


@frozen
class Rendered:
    """The body of a template's module, and what was found on the way, each with the file its span is of.

    `spots` tell where in the body words of a template stand, where they are traced.
    """

    body: str
    findings: tuple[tuple[PurePosixPath, Finding], ...]
    spots: tuple[Spot, ...] = ()


def render(template: Template, templates: Templates) -> Rendered:
    """Return the render functions of a template; `templates` holds the files that it includes or imports."""
    # What draws is loaded with the first template: an edited script or sheet draws none.
    from miniport.web.node import function
    from miniport.web.printer import Printer

    printer = Printer(template, templates)
    place = printer.place(template)
    named = written(_named(printer, place))
    whole = written(function(printer, template.markup.nodes, place))
    # The own table is out before others are asked for: files may import each other.
    looked_up = _lookup(template) if "use(templates, " in named + whole else ""
    restless = "exports.isRestless = true;\n" if is_restless(template) else ""
    body, spots = located(f"{printer.head()}{named}{looked_up}exports.render = {whole};\n{restless}")
    used = [name for name, use in _USES.items() if name in body and use.search(body) is not None]
    names = "".join(f", {name} = t.{name}" for name in used)
    head = f"var t = require({literal('miniport:core')}).template{names};\n"
    placed = tuple(replace(spot, start=spot.start + len(head)) for spot in spots)
    return Rendered(head + body, printer.findings, placed)


def _named(printer: Printer, place: Place) -> Writing:
    """Yield the table of the named templates that a file defines, nothing where it defines none."""
    from miniport.web.node import function

    if not printer.definitions:
        return
    yield "exports.templates = {"
    for number, (name, element) in enumerate(printer.definitions.items()):
        yield f"{',' if number else ''}\n  {literal(name)}: "
        yield function(printer, element.children, place)
    yield "\n};\n"


def _lookup(template: Template) -> str:
    """Return the declaration of the named templates that a file sees."""
    imported = ", ".join(f"require({literal(id_)}).templates" for id_ in _imported(template))
    return f"var templates = visible(exports.templates, [{imported}]);\n"


def _imported(template: Template) -> Iterator[str]:
    for element in walk(template.markup):
        if element.tag == "import":
            path = template.resolved.get((Link.TEMPLATE, attribute_text(element, "src") or ""))
            if path is not None:
                yield module_id(path)
