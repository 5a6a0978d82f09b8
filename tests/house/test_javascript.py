"""JavaScript is never written inside a Python string: it lives in files, or comes from a printer's tokens."""

import re

import pytest

from tests.house.modules import PACKAGE, Module, modules, parsed, strings

STATEMENT = re.compile(
    r"""\bfunction\b\s*\w*\s*\(      # function (a)
      | =>\s*[{(]                    # (a) => {
      | \b(?:var|let|const)\s+\w+\s*=
      | \b(?:document|window|console|module)\.\w+
      | \bif\s*\(.*\)\s*\{
      | \btry\s*\{ | \bcatch\s*\(
    """,
    re.VERBOSE,
)
# A function's head and one statement may be a printer's token.
GLUE = 4
# The catalogue quotes code in its messages; a pattern that looks for code names it.
QUOTES = {"rules"}


def snippets(module: Module) -> list[str]:
    """Return the strings of a module that hold more JavaScript than the glue between a printer's tokens."""
    return [
        f"{module.place}:{line}: {text.strip()[:60]!r}"
        for line, text in strings(module)
        if STATEMENT.search(text) and len(STATEMENT.findall(text)) + text.count(";") > GLUE
    ]


def test_no_javascript_is_written_in_python():
    assert (
        "\n".join([line for module in modules() if module.family not in QUOTES for line in snippets(module)])
        == ""
    )


@pytest.mark.parametrize(
    "text",
    [
        'x = "(function () { var a = 1; var b = 2; return a + b; })()"',
        'x = f"function {name}() {{ window.{name} = 1; window.name = 2; document.title = 3 }}"',
        "x = '''\nconst a = require('b');\nif (a) { a(); }\nconst c = a.b;\n'''",
    ],
)
def test_javascript_in_a_string_is_found(text):
    assert len(snippets(parsed(PACKAGE / "emit.py", text))) == 1


@pytest.mark.parametrize("text", ['x = "function("', 'x = ", function () {"', 'x = "return "'])
def test_a_printers_tokens_are_fine(text):
    assert snippets(parsed(PACKAGE / "emit.py", text)) == []
