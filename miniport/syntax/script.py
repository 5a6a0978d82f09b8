"""JavaScript and TypeScript: what a script links to, uses of the platform, registers and mentions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from miniport.regex import regex
from miniport.syntax.broken import syntax_findings
from miniport.syntax.host import read_api
from miniport.syntax.linkage import read_linkage
from miniport.syntax.module import read_module, too_deep
from miniport.syntax.module_form import Form
from miniport.syntax.paths import has_paths, read_paths, scan_paths
from miniport.syntax.registration import read_registrations
from miniport.syntax.requests import read_requests
from miniport.syntax.script_names import ScriptNames
from miniport.syntax.script_tree import ROOT, Script
from miniport.syntax.tree import Language, parse

if TYPE_CHECKING:
    from tree_sitter import Node


NO_NAMES = ScriptNames()

# A longer text is data; it is parsed only where something in it asks for that.
LARGE = 1 << 16
_FROM = regex(r"from(?<!\wfrom)\s*[\"']")


def parse_script(
    text: str, names: ScriptNames = NO_NAMES, language: Language = Language.JAVASCRIPT
) -> Script:
    """Return a script, described for a dialect's names.

    Texts that mention none of them are read for imports, exports and syntax only, and long ones not at all.
    """
    words = frozenset(word for word, mention in _gate(names) if word in text and mention.search(text))
    links = "import" in words or ("export" in words and _FROM.search(text) is not None)
    if not words - _LINK_WORDS and not links and len(text) > LARGE:
        paths = scan_paths(text) if has_paths(text) else ()
        return Script(text, language, _rough_form(text, words), paths=paths)
    root = parse(text, language)
    if deep := too_deep(text, root):
        return Script(text, language, _rough_form(text, words), findings=(deep,))
    if words - _LINK_WORDS:
        return _with_uses(text, root, language, names)
    return _with_links(text, root, language, words)


def _with_links(text: str, root: Node, language: Language, words: frozenset[str]) -> Script:
    """Return a script of which only what it asks for and gives matters."""
    statements = read_linkage(text, root) if words else ()
    rough = _rough_form(text, words)
    script = Script(
        text,
        language,
        Form.ESM if statements else Form.NONE if rough is Form.ESM else rough,
        statements,
        read_requests(text, root, None),
        paths=read_paths(text, root) if has_paths(text) else (),
        findings=tuple(syntax_findings(text, root, language)),
    )
    # `module` is not worth its time before a target asks for it, and a tree is not made twice.
    vars(script)[ROOT] = root
    return script


def _with_uses(text: str, root: Node, language: Language, names: ScriptNames) -> Script:
    """Return a script with all that it says to the platform."""
    module = read_module(text, root, language)
    uses, asked = read_api(text, root, module.scopes, names.namespaces, names.can_i_use)
    script = Script(
        text,
        language,
        module.form,
        module.statements,
        module.requests,
        uses,
        asked,
        read_registrations(text, root, module.scopes, names.registrations),
        read_paths(text, root) if has_paths(text) else (),
        module.findings,
    )
    # The work is done: what `module` would do again is put where it keeps its answer.
    vars(script)["module"] = module.kept()
    return script


_LINK_WORDS = frozenset(("import", "export", "module", "exports"))


@lru_cache(maxsize=16)
def _gate(names: ScriptNames) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each word that makes a script worth a look, with what finds it as a name of its own."""
    words = (*_LINK_WORDS, "require", *names.namespaces, *(name for name, _ in names.registrations))
    return tuple((word, _mention(re.escape(word))) for word in sorted(set(words)))


def _mention(word: str) -> re.Pattern[str]:
    # The word comes first, so that the search skips from one to the next.
    return regex(rf"{word}(?<![\w$.]{word})(?![\w$])")


# The blanks of one line: those that stand for types may go on for thousands of lines.
_STATEMENT = regex(r"^[^\S\n]*+(?:import|export)\b", re.MULTILINE)


def _rough_form(text: str, words: frozenset[str]) -> Form:
    if words & {"import", "export"} and _STATEMENT.search(text):
        return Form.ESM
    return Form.COMMONJS if words & {"module", "exports", "require"} else Form.NONE
