"""One script as its checks look at it: the nodes they ask for, and what stands around a node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from miniport.analyze.app import File
from miniport.analyze.describe import Tree
from miniport.frozen import frozen
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.script_tree import Script
from miniport.syntax.tree import Captures, is_code, parse

if TYPE_CHECKING:
    from tree_sitter import Node

QUERY = """
(object) @object
(lexical_declaration kind: "const" (variable_declarator name: (identifier) @constant))
[(assignment_expression left: (identifier) @assigned)
 (augmented_assignment_expression left: (identifier) @assigned)
 (update_expression argument: (identifier) @assigned)]
[(assignment_expression left: (member_expression) @written)
 (augmented_assignment_expression left: (member_expression) @written)
 (update_expression argument: (member_expression) @written)]
(call_expression) @call
[(return_statement) (throw_statement) (break_statement) (continue_statement)] @end
(if_statement condition: (parenthesized_expression) @test)
(member_expression object: (this)) @own
(this) @this
[(function_expression) (arrow_function) (method_definition) (generator_function)] @function
(member_expression property: (property_identifier) @dataset (#eq? @dataset "dataset"))
"""
FUNCTIONS = frozenset(
    ("function_expression", "generator_function", "method_definition", "function_declaration")
)
"""Functions with a `this` of their own."""


@frozen
class Reading:
    """A script with the nodes that its checks look at."""

    file: File
    script: Script
    nodes: Captures

    def of(self, name: str) -> list[Node]:
        """Return the nodes of a capture."""
        return self.nodes.get(name, [])

    def text(self, node: Node | None) -> str:
        """Return the text of a node."""
        return "" if node is None else self.script.text[node.start_byte : node.end_byte]


def function_around(node: Node) -> Node | None:
    """Return the function whose `this` a node sees."""
    at = node.parent
    while at is not None and at.type not in FUNCTIONS:
        # A class body's own values see the class's instance.
        if at.type in ("class_body", "class_static_block"):
            return None
        at = at.parent
    return at


def member_of(call: Node) -> tuple[Node | None, Node | None]:
    """Return the object and the property of what a call calls."""
    function = call.child_by_field_name("function")
    if function is None or function.type != "member_expression":
        return None, None
    return function.child_by_field_name("object"), function.child_by_field_name("property")


def arguments_of(call: Node) -> list[Node]:
    """Return the arguments of a call."""
    arguments = call.child_by_field_name("arguments")
    named = arguments.named_children if arguments is not None and arguments.type == "arguments" else []
    return [node for node in named if node.type != "comment"]


def is_said(root: Node, at: Span) -> bool:
    """Tell whether a place in a script is code, or the first word of a text.

    A pattern finds its words in comments, and further on in texts, too.
    """
    node = root.descendant_for_byte_range(at.start, at.end)
    while node is not None and node.type in ("string_fragment", "escape_sequence"):
        node = node.parent
    is_text = node is not None and node.type in ("string", "template_string")
    before = (node.text or b"")[: at.start - node.start_byte] if node is not None and is_text else b""
    return is_code(root, at) and _WORD.search(before) is None


_WORD = regex(rb"\w")


def is_said_in(tree: Tree | None, at: Span) -> bool:
    """Tell the same of a place in a file; what is no script is not looked at."""
    return not isinstance(tree, Script) or is_said(parse(tree.text, tree.language), at)
