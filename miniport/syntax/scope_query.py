"""What scope analysis asks the grammar for, as one query, and the order in which nested answers count."""

from __future__ import annotations

from miniport.enumeration import IntEnum
from miniport.syntax.tree import Language


class Mark(IntEnum):
    """What a captured node is to scope analysis. The lower mark of one range is the outer one."""

    FUNCTION = 0
    BLOCK = 1
    CLASS = 2
    SKIP = 3
    PARAMETER = 4
    VAR = 5
    LET = 6
    IMPORT = 7
    FUNCTION_NAME = 8
    OWN_NAME = 9
    CLASS_NAME = 10
    VALUE = 11
    AWAIT = 12
    NAME = 13
    SHORTHAND = 14


# A SKIP hides the names below it, a VALUE inside a declaring pattern makes them references again.
_SCRIPT = """
[(function_declaration) (generator_function_declaration) (function_expression) (generator_function)
 (arrow_function) (method_definition) (class_static_block)] @FUNCTION
[(statement_block) (for_statement) (for_in_statement) (switch_body) (catch_clause)] @BLOCK
[(class_declaration) (class)] @CLASS
[(import_statement) (export_statement source: (string))] @SKIP
(export_specifier alias: (_) @SKIP)
(formal_parameters) @PARAMETER
(arrow_function parameter: (identifier) @PARAMETER)
(variable_declaration (variable_declarator name: (_) @VAR))
(lexical_declaration (variable_declarator name: (_) @LET))
(for_in_statement) @for
(catch_clause parameter: (_) @LET)
(import_clause (identifier) @IMPORT)
(namespace_import (identifier) @IMPORT)
(import_specifier alias: (identifier) @IMPORT)
(import_specifier !alias name: (identifier) @IMPORT)
[(function_declaration name: (_) @FUNCTION_NAME) (generator_function_declaration name: (_) @FUNCTION_NAME)]
[(function_expression name: (_) @OWN_NAME) (generator_function name: (_) @OWN_NAME)]
[(assignment_pattern right: (_) @VALUE) (object_assignment_pattern right: (_) @VALUE)
 (computed_property_name) @VALUE]
(await_expression) @AWAIT
(identifier) @NAME
[(shorthand_property_identifier) (shorthand_property_identifier_pattern)] @SHORTHAND
"""

_ROLES = """
(call_expression function: [(identifier) @callee (parenthesized_expression (identifier) @callee)])
[(program (expression_statement) @statement) (statement_block (expression_statement) @statement)
 (switch_case (expression_statement) @statement) (switch_default (expression_statement) @statement)]
(assignment_expression left: (identifier) @written)
[(augmented_assignment_expression) (update_expression) (for_in_statement)] @update
[(with_statement) (unary_expression operator: "delete" argument: (identifier))] @loose
"""

_JAVASCRIPT = "(using_declaration (variable_declarator name: (_) @LET))"

_TYPESCRIPT = """
[(type_annotation) (type_arguments) (type_parameters) (type_alias_declaration) (interface_declaration)
 (ambient_declaration) (abstract_method_signature) (function_signature)] @SKIP
(enum_declaration name: (_) @LET)
(abstract_class_declaration) @CLASS
"""


def scope_query(language: Language) -> str:
    """Return the query for a grammar. Captures are named as the members of Mark, or in lower case.

    Where types stand, only whether a name is mentioned counts, not in which role. What a class, a loop and
    an update hold is asked of their nodes: patterns that say it take the grammar longer to work out than
    the rest of the query, and a process that reads one script waits for that.
    """
    return _SCRIPT + (_TYPESCRIPT if language is Language.TYPESCRIPT else _ROLES + _JAVASCRIPT)
