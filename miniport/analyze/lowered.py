"""Scripts that hold more than our own lowering takes, by the tool that the project names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from miniport import rules
from miniport.diagnostics import Diagnostic, Place
from miniport.field import field
from miniport.frozen import frozen, mutable
from miniport.posix import PurePosixPath
from miniport.project.compiled import Compiled, Fault
from miniport.project.mapped import Mapped, at_line
from miniport.project.node import ToolAbsentError
from miniport.project.project import Project
from miniport.project.settings import SETTINGS_FILE
from miniport.project.style.named import installed
from miniport.source import Source
from miniport.syntax.decorator import decorators
from miniport.syntax.level import lower

if TYPE_CHECKING:
    from miniport.project.script import ScriptTool


@mutable
class ScriptTools:
    """The tools that run, each for all texts of all targets, and what was lowered."""

    tools: dict[str, ScriptTool] = field(default_factory=dict)
    made: dict[tuple[str, str, str], Compiled | Fault] = field(default_factory=dict)

    def tool(self, package: str, key: str, project: Project) -> ScriptTool | Diagnostic:
        """Return a package of the project's own that `tools.<key>` names, or why it cannot be had."""
        # Nearly no project compiles scripts with a tool of its own.
        from miniport.project.script import ScriptTool

        if package in self.tools:
            return self.tools[package]
        place = PurePosixPath(SETTINGS_FILE)
        folder = installed(package, place, project.files)
        arguments = {"language": f"tools.{key}", "tool": package, "cure": f"npm install --save-dev {package}"}
        if folder is None:
            return Diagnostic(rules.TOOL_ABSENT, arguments, Place(place))
        try:
            self.tools[package] = ScriptTool(package, project.files.on_disk(folder))
        except ToolAbsentError as error:
            arguments = {**arguments, "tool": error.needs, "cure": error.cure}
            return Diagnostic(rules.TOOL_ABSENT, arguments, Place(place))
        return self.tools[package]

    def close(self) -> None:
        """End the tools."""
        for tool in self.tools.values():
            tool.close()
        self.tools.clear()


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
