"""Scripts that hold more than our own lowering takes, by the tool that the project names."""

from __future__ import annotations

from miniport import rules
from miniport.analyze.tools import ScriptTools
from miniport.diagnostics import Diagnostic
from miniport.frozen import frozen
from miniport.project.compiled import Fault
from miniport.project.mapped import Mapped, at_line
from miniport.project.project import Project
from miniport.source import Source
from miniport.syntax.decorator import decorators
from miniport.syntax.level import lower


@frozen
class Outcome:
    """A script as it goes on, and what is wrong."""

    source: Source
    diagnostics: tuple[Diagnostic, ...] = ()


def lowered(source: Source, level: str, project: Project, tools: ScriptTools) -> Outcome:
    """Return a script at a level, where it needs the named tool for that; others come back as they are."""
    package = project.settings.tools.script
    if package is None or not level or not _is_beyond(source.text, level):
        return Outcome(source)
    tool = tools.tool(package, "script", project)
    if isinstance(tool, Diagnostic):
        return Outcome(source, (tool,))
    key = (str(source.path), source.text, level)
    if key not in tools.made:
        tools.made[key] = tool.lower(str(source.path), source.text, level)
    made = tools.made[key]
    if isinstance(made, Fault):
        return Outcome(source, (_told(made, source, package),))
    return Outcome(source.rewritten(made.text, Mapped(made.text, made.map, source)))


def _is_beyond(text: str, level: str) -> bool:
    """Tell whether a script holds what we do not lower."""
    return bool(lower(text, level).findings) or any(decorators(text))


def _told(fault: Fault, source: Source, package: str) -> Diagnostic:
    arguments = {"tool": package, "found": fault.message}
    place = at_line(source, max(fault.line, 1), fault.column)
    return rules.SCRIPT_NOT_COMPILED.at(place, **arguments).placed(source)
