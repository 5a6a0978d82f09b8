"""Script modules of templates that hold what their language has not. Only who has such pays for esprima."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.analyze.app import File
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Finding
from miniport.dialect import FileKind
from miniport.facts import Link
from miniport.source import Span
from miniport.syntax.module_tree import may_hold, nodes
from miniport.syntax.script_tree import Script
from miniport.targets.form_language import ModulesForm

_SHOWN = 40


def modules(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each thing in the project's own script modules that the dialect does not have."""
    for file in scene.own_files():
        tree = file.tree
        if file.kind is not FileKind.MODULE or not isinstance(tree, Script):
            continue
        language = scene.facts.project.reader_of(file.path).language.modules
        for finding in (*_syntax(tree, language), *_names(tree, language), *_requests(file)):
            yield scene.placed(file, finding)


def _syntax(script: Script, language: ModulesForm) -> Iterator[Finding]:
    if not may_hold(script.text, language.forbidden):
        return
    for kind, span in nodes(script.text):
        instead = language.forbidden.get(kind)
        if instead is not None:
            english = (
                f"write {instead}"
                if instead
                else "compute it in the page's script, or write it in another way"
            )
            chinese = f"请改为 {instead}" if instead else "请在页面脚本中计算，或改用其他写法"
            found = _shown(script.text, span)
            yield rules.MODULE_SYNTAX.at(span, found=found, instead_en=english, instead_zh=chinese)


def _names(script: Script, language: ModulesForm) -> Iterator[Finding]:
    if not language.globals_ or script.findings:
        return
    for name, spans in script.free.items():
        if name not in language.globals_:
            instead = _INSTEAD.get(name)
            words = {"near_en": f"; {instead}(...) is there", "near_zh": f"；可使用 {instead}(...)"}
            yield rules.MODULE_NAME.at(spans[0], name=name, **(words if instead else _NOTHING))


_NOTHING = {"near_en": "", "near_zh": ""}
_INSTEAD = {"Date": "getDate", "RegExp": "getRegExp"}


def _requests(file: File) -> Iterator[Finding]:
    scripts = file.dialect.suffixes[FileKind.SCRIPT]
    for reference in file.described.references if file.described is not None else ():
        if reference.link is Link.MODULE and reference.request.endswith(scripts):
            suffix = file.dialect.suffix(FileKind.MODULE)
            yield rules.MODULE_REQUEST.at(reference.span, request=reference.request, suffix=suffix)


def _shown(text: str, span: Span) -> str:
    line = text[span.start : span.end].partition("\n")[0].rstrip(" {")
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
