"""Prints the nodes of a template as calls that make virtual nodes."""

from __future__ import annotations

from miniport import rules
from miniport.dialect import Directive
from miniport.facts import Kind, Link
from miniport.syntax.expression_tree import ObjectLiteral
from miniport.syntax.markup_tree import Attribute, Element, Event, Node
from miniport.web.attribute import Reading, component_props, element_props, joined, meant, table, value
from miniport.web.expression import LOOSEST, local, record
from miniport.web.group import Chain, Group, Words, condition, grouped, with_breaks
from miniport.web.mark import moved, of_file, words
from miniport.web.memo import loop_name, reads
from miniport.web.place import Place, attribute_text
from miniport.web.printer import BOXES, Printer
from miniport.web.steer import listing, lone, steering
from miniport.web.writer import Writing, listed, literal, property_name, written

DEEPEST = 400
"""Elements nested deeper are left out: engines stop reading a script that is nested much deeper."""

_COMMON = frozenset({"class", "style", "id", "hidden", "mp", "key"})
# Events that a piece of the runtime has to watch for; all others of a box come from the document.
_WATCHED = frozenset({"appear", "firstAppear", "disappear"})


def function(printer: Printer, nodes: tuple[Node, ...], place: Place) -> Writing:
    """Yield a render function for nodes that stand side by side."""
    yield "function (d, o, k) {\n    var s = o.scope;\n    return "
    yield children(printer, shown(nodes, place), place)
    yield ";\n  }"


def shown(nodes: tuple[Node, ...], place: Place) -> list[Group]:
    """Return what shows of sibling nodes; imports, script modules and definitions do not."""
    unseen = {"import", place.template.reader.dialect.module_tag.tag}
    kept = [item for item in nodes if not (isinstance(item, Element) and _is_unseen(item, unseen))]
    return grouped(tuple(kept))


def _is_unseen(element: Element, unseen: set[str]) -> bool:
    return element.tag in unseen or (element.tag == "template" and bool(attribute_text(element, "name")))


def children(printer: Printer, groups: list[Group], place: Place) -> Writing:
    """Yield the content of a node: nothing, one child or an array."""
    if not groups:
        yield "null"
    elif len(groups) == 1:
        yield group(printer, groups[0], place)
    else:
        yield "["
        for number, item in enumerate(groups):
            yield f"{',' if number else ''}{place.margin}"
            yield group(printer, item, place)
        yield "]"


def group(printer: Printer, item: Group, place: Place) -> Writing:
    """Yield one text, chain of conditions or element."""
    if isinstance(item, Words):
        yield joined(item.parts, place.names)
        return
    first = _first(item)
    if place.depth >= DEEPEST:
        printer.report(rules.TEMPLATE_TOO_DEEP.at(first.name_span, tag=first.name, limit=DEEPEST), place)
        yield "null"
    elif (loop := first.directive(Directive.FOR)) is not None:
        yield each(printer, first, listing(loop, place), place)
    elif isinstance(item, Chain):
        yield chain(printer, item, place)
    else:
        yield node(printer, item, place, _key(item, place))


def _key(element: Element, place: Place) -> str | None:
    """Return the key that an element outside a loop is given."""
    given = element.directive(Directive.KEY_EXPRESSION)
    return None if given is None else steering(given, place)


def each(printer: Printer, element: Element, items: str, place: Place) -> Writing:
    """Yield a loop over an element."""
    head, inside = _heading(element, place)
    yield f"each({items}, k + {printer.site()}, {_keys(element, inside, head)}, "
    yield _body(printer, element, head, inside)
    yield f"{_reads(element, place)})"


def _reads(element: Element, place: Place) -> str:
    """Return the arguments that say what else the drawing of an item depends on."""
    found = reads(element, place)
    if found is None:
        return ""
    values = ["o", "s", *(place.names.get(name) or f"d.{name}" for name in found.names)]
    values += ["o.slots"] if found.has_slots else []
    return f", [{', '.join(values)}]{', true' if found.is_placed else ''}"


def _heading(element: Element, place: Place) -> tuple[str, Place]:
    """Return how a function of item and index begins, and the place inside it."""
    item = loop_name(element, Directive.FOR_ITEM)
    index = loop_name(element, Directive.FOR_INDEX)
    return f"function ({local(item)}, {local(index)}", place.binding(item, index)


def _body(printer: Printer, element: Element, head: str, inside: Place) -> Writing:
    """Yield the function that draws one item."""
    yield f"{head}, key, k) {{ return "
    if condition(element) is not None:
        yield chain(printer, Chain((element,)), inside, "key")
    else:
        yield node(printer, element, inside, "key")
    yield "; }"


def _keys(element: Element, inside: Place, head: str) -> str:
    """Return what the items of a loop are known by: a member's name, or a function of item and index."""
    expression = element.directive(Directive.KEY_EXPRESSION)
    if expression is None:
        named = element.directive(Directive.KEY)
        if named is None:
            return "void 0"
        if named.static is not None:
            return literal(named.static) if named.static else "void 0"
        expression = named
    return f"{head}) {{ return {steering(expression, inside)}; }}"


def chain(printer: Printer, item: Chain, place: Place, key: str | None = None) -> Writing:
    """Yield the first element whose condition holds; each has a key, so none takes over another's state."""
    for element in item.elements:
        own = key or (literal(printer.site()) if len(item.elements) > 1 else _key(element, place))
        directive = condition(element)
        attribute = element.directive(directive) if directive else None
        if directive is Directive.ELSE or attribute is None:
            yield node(printer, element, place, own)
            return
        yield f"{_tested(attribute, place)} ? "
        yield node(printer, element, place, own)
        yield " : "
    yield "null"


def _tested(attribute: Attribute, place: Place) -> str:
    text = steering(attribute, place)
    mustache = lone(attribute, place)
    expression = mustache.expression if mustache else None
    return f"({text})" if isinstance(expression, LOOSEST) else text


def node(printer: Printer, element: Element, place: Place, key: str | None) -> Writing:
    """Yield one element, its own conditions and loops aside."""
    tag = place.template.reader.neutral(Kind.COMPONENT, element.tag)
    if element.name in place.template.custom | printer.template.custom:
        yield component(printer, element, place, key)
    elif tag in ("block", "slot", "template", "include"):
        yield _structure(printer, element, tag, place, key)
    elif printer.is_static(element, place) and key is None:
        # Printed apart, for it stands in the module's head; its depth is bounded, so this does not go deep.
        is_own = place.template is printer.template or not place.template.is_traced
        before, behind = ("", "") if is_own else of_file(place.template.path)
        yield printer.hoist(f"{before}{written(_plain(printer, element, tag, place, None))}{behind}")
    else:
        yield _plain(printer, element, tag, place, key)


def _structure(printer: Printer, element: Element, tag: str, place: Place, key: str | None) -> Writing:
    content = {"slot": slot, "template": use, "include": include}.get(tag, block)(printer, element, place)
    if key is None:
        yield content
    else:
        yield f"h(Fragment, {{ key: {key} }}, "
        yield content
        yield ")"


def _plain(printer: Printer, element: Element, tag: str, place: Place, key: str | None) -> Writing:
    modules = place.modules.keys() - place.locals.keys()
    template = place.template
    reading = Reading(
        template.reader, place.names, template.address, modules, template.has_marks, template.unread
    )
    props = element_props(element, tag, reading)
    if key is not None:
        props["key"] = key
    is_box = tag in BOXES and _COMMON.issuperset(props) and not _is_watched(element, tag, place)
    yield f"h({literal(f'mp-{tag}') if is_box else printer.type_of(tag)}, {table(props)}"
    if groups := shown(element.children, place):
        groups = with_breaks(groups) if tag == "text" else groups
        yield ", "
        yield _inside(printer, element, groups, place.deeper())
    yield ")"


def _is_watched(element: Element, tag: str, place: Place) -> bool:
    events = [attribute.role.name for attribute in element.attributes if isinstance(attribute.role, Event)]
    return any(place.template.reader.neutral(Kind.EVENT, name, tag) in _WATCHED for name in events)


def _inside(printer: Printer, element: Element, groups: list[Group], place: Place) -> Writing:
    """Yield an element's content; within a static one nothing is hoisted a second time."""
    if not printer.is_static(element, place):
        yield children(printer, groups, place)
        return
    yield "["
    for number, item in enumerate(groups):
        yield f"{', ' if number else ''}"
        if isinstance(item, Words):
            yield joined(item.parts, place.names)
        elif isinstance(item, Element):
            if place.depth >= DEEPEST:
                printer.report(
                    rules.TEMPLATE_TOO_DEEP.at(item.name_span, tag=item.name, limit=DEEPEST), place
                )
                yield "null"
            else:
                tag = place.template.reader.neutral(Kind.COMPONENT, item.tag)
                yield _plain(printer, item, tag, place, None)
    yield "]"


def block(printer: Printer, element: Element, place: Place) -> Writing:
    """Yield what stands in a block, which itself is nothing."""
    yield children(printer, shown(element.children, place), place.deeper())


def include(printer: Printer, element: Element, place: Place) -> Writing:
    """Yield the nodes of another file in the names of this place."""
    path = place.template.resolved.get((Link.INCLUDE, attribute_text(element, "src") or ""))
    other = printer.templates.get(path) if path else None
    if place.template is printer.template:
        printer.led = element
    if other is None:
        yield "null"
    elif other.path in place.files or not printer.has_room():
        # That it includes itself is told of it, whoever draws it (circles).
        yield "null"
    else:
        before, behind = of_file(other.path) if other.is_traced else ("", "")
        yield before
        yield children(printer, shown(other.markup.nodes, place), printer.place(other, place).deeper())
        yield behind


def use(printer: Printer, element: Element, place: Place) -> Writing:
    """Yield the drawing of a named template."""
    names = place.names
    chosen = element.property("is")
    given = element.property("data")
    mustache = lone(given, place) if given else None
    data = "{}"
    if mustache is not None and isinstance(entries := mustache.expression, ObjectLiteral):
        data = moved(record(entries.entries, names), names, mustache.inner.start)
    elif mustache is not None and mustache.expression is not None:
        data = meant(mustache, names)
    name = value(chosen, names) if chosen else literal("")
    yield f'use(templates, {name}, {data}, o, k + "{printer.site()}/")'


def slot(printer: Printer, element: Element, place: Place) -> Writing:
    """Yield the content that the instance's owner gave for a slot, or the fallback."""
    names = place.names
    reading = Reading(place.template.reader, names)
    chosen = element.property("name")
    values = {
        name: given
        for name, given in component_props(element, reading).items()
        if name not in ("name", "slot")
    }
    yield f"slot(o, {value(chosen, names) if chosen else literal('')}, k + {printer.site()}, {table(values)}"
    if groups := shown(element.children, place):
        yield ", function () { return "
        yield children(printer, groups, place.deeper())
        yield "; }"
    yield ")"


def component(printer: Printer, element: Element, place: Place, key: str | None) -> Writing:
    """Yield an element that its unit may declare as a component."""
    props = component_props(element, Reading(place.template.reader, place.names))
    site = (
        f"k + {printer.site()}"
        if key is None or key == "key"
        else f'k + "{printer.site()}[" + {_text(key)} + "]"'
    )
    yield f"tag(o, {words(element.name, place.names, element.name_span.start)}, {site}, {table(props)}, "
    yield _slots(printer, element, place.deeper())
    yield ")" if key is None else f", {key})"


def _text(key: str) -> str:
    return key if key.startswith('"') else f"text({key})"


def _slots(printer: Printer, element: Element, place: Place) -> Writing:
    static: dict[str, list[Group]] = {}
    computed: list[tuple[Attribute, Group]] = []
    for item in shown(element.children, place):
        attribute = _slot_attribute(item)
        if attribute is not None and attribute.static is None:
            computed.append((attribute, item))
        else:
            static.setdefault((attribute.static if attribute else None) or "$default", []).append(item)
    yield "".join("fill(" if _loop(item) is None else "fills(" for _, item in reversed(computed))
    yield "{ " if static else "{"
    yield listed([_filling(printer, property_name(name), items, place) for name, items in static.items()])
    yield " }" if static else "}"
    for attribute, item in computed:
        yield _computed(printer, attribute, item, place)


def _slot_attribute(item: Group) -> Attribute | None:
    return None if isinstance(item, Words) else _first(item).directive(Directive.SLOT)


def _first(item: Element | Chain) -> Element:
    return item.elements[0] if isinstance(item, Chain) else item


def _loop(item: Group) -> Attribute | None:
    return None if isinstance(item, Words) else _first(item).directive(Directive.FOR)


def _filling(printer: Printer, name: str, items: list[Group], place: Place) -> Writing:
    yield f"{name}: "
    yield _content(printer, items, place)


def _computed(printer: Printer, attribute: Attribute, item: Group, place: Place) -> Writing:
    """Yield the rest of a call that fills a slot whose name is computed; a loop may fill several."""
    loop = _loop(item)
    if loop is None or isinstance(item, Words):
        yield f", {value(attribute, place.names)}, "
        yield _content(printer, [item], place)
    else:
        head, inside = _heading(_first(item), place)
        yield f", {listing(loop, place)}, {head}) {{ return {value(attribute, inside.names)}; }}, "
        yield _body(printer, _first(item), head, inside)
    yield ")"


def _content(printer: Printer, items: list[Group], place: Place) -> Writing:
    """Yield the function that draws a slot's content; an element may name the slot's values."""
    bound = next((name for item in items if (name := _scope_name(item))), None)
    if bound is not None:
        place = place.binding(bound)
    yield f"function (k{f', {local(bound)}' if bound else ''}) {{ return "
    yield children(printer, items, place)
    yield "; }"


def _scope_name(item: Group) -> str | None:
    if isinstance(item, Words):
        return None
    attribute = _first(item).directive(Directive.SLOT_SCOPE)
    name = (attribute.static or "").strip() if attribute else ""
    return name if name.isidentifier() else None
