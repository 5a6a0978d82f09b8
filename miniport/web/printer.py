"""What the printers of one template gather: declarations, sites, findings."""

from __future__ import annotations

from miniport import rules
from miniport.diagnostics import Finding
from miniport.posix import PurePosixPath
from miniport.source import Span
from miniport.syntax.markup_tree import Element, walk
from miniport.web.group import static_elements
from miniport.web.place import Place, attribute_text, binding_line, bindings
from miniport.web.template import Template, Templates
from miniport.web.writer import literal

# Elements that are a mere box: no piece of the runtime draws them unless they have attributes of their own.
BOXES = frozenset({"view", "text"})
MOST_INCLUDES = 2_000
"""Files that include one another several times over are cut off here, long before they fill the memory."""
STRUCTURE = frozenset({"block", "slot", "template", "import", "include"})


class Printer:
    """The state of printing one template file; what it includes is printed in place."""

    def __init__(self, template: Template, templates: Templates) -> None:
        self.template = template
        self.templates = templates
        self._found: dict[tuple[PurePosixPath, Span], Finding] = {}
        self.definitions: dict[str, Element] = {}
        for element in walk(template.markup):
            if element.tag == "template" and (name := attribute_text(element, "name")):
                self.definitions.setdefault(name, element)
        # The include of this file itself that is being printed.
        self.led: Element
        self._sites = 0
        self._includes = 0
        self._nodes: list[str] = []
        self._modules: list[str] = []
        self._types: dict[str, str] = {}
        self._static: dict[PurePosixPath, frozenset[int]] = {}

    @property
    def findings(self) -> tuple[tuple[PurePosixPath, Finding], ...]:
        """Return what was found, each with the file it stands in."""
        return tuple((path, finding) for (path, _), finding in self._found.items())

    def head(self) -> str:
        """Return the declarations that the printed functions need."""
        types = "".join(f"var {name} = type({literal(tag)});\n" for tag, name in self._types.items())
        return types + "".join(self._modules) + "".join(self._nodes)

    def place(self, template: Template, around: Place | None = None) -> Place:
        """Return the place of a file's top level; an included file keeps the locals and depth around it."""
        bound: dict[str, str] = {}
        for binding in bindings(template):
            name = f"_{binding.name}" if around is None else f"m{len(self._modules)}_{binding.name}"
            bound[binding.name] = name
            self._modules.append(binding_line(binding, name))
        if around is None:
            return Place(template, bound, files=frozenset((template.path,)))
        return Place(template, bound, around.locals, around.depth, around.files | {template.path})

    def has_room(self) -> bool:
        """Count one more include and return whether it may be drawn; report the first that may not."""
        self._includes += 1
        if self._includes == MOST_INCLUDES + 1:
            # Wherever the limit is met, it is an include of this file that led there.
            path, span = self.template.path, self.led.span
            self._found[path, span] = rules.INCLUDED_TOO_OFTEN.at(span, path=path, limit=MOST_INCLUDES)
        return self._includes <= MOST_INCLUDES

    def site(self) -> str:
        """Return a number that no other tag of this file has."""
        self._sites += 1
        return str(self._sites)

    def type_of(self, tag: str) -> str:
        """Return the name under which what draws an element is declared."""
        name = "e_" + "".join(char if char.isascii() and char.isalnum() else "_" for char in tag)
        if tag not in self._types and name in self._types.values():
            name = f"{name}{len(self._types)}"
        return self._types.setdefault(tag, name)

    def hoist(self, text: str) -> str:
        """Declare a node that is the same at every rendering and return the expression for it."""
        name = f"n{len(self._nodes)}"
        self._nodes.append(f"var {name} = once(function (s) {{ return {text}; }});\n")
        return f"{name}(s)"

    def is_static(self, element: Element, place: Place) -> bool:
        """Return whether an element, with all that is in it, looks the same at every rendering."""
        path = place.template.path
        tag = place.template.reader.dialect.module_tag.tag
        if path not in self._static:
            self._static[path] = static_elements(
                place.template.markup, STRUCTURE | {tag} | place.template.custom | self.template.custom
            )
        return id(element) in self._static[path]

    def report(self, finding: Finding, place: Place) -> None:
        """Keep a finding in the file of a place, once however often that is included."""
        self._found[place.template.path, finding.span] = finding
