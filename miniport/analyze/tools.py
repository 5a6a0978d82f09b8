"""The tools of a project that run, and what they made of which texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from miniport import rules
from miniport.diagnostics import Diagnostic, Place
from miniport.field import field
from miniport.frozen import frozen, mutable
from miniport.posix import PurePosixPath
from miniport.project.project import Project
from miniport.project.settings import SETTINGS_FILE

if TYPE_CHECKING:
    from miniport.project.compiled import Compiled, Fault
    from miniport.project.script import ScriptTool
    from miniport.project.style.tool import Imported, Tool


@mutable
class ScriptTools:
    """The tools that run, each for all texts of all targets, and what was lowered."""

    tools: dict[str, ScriptTool] = field(default_factory=dict)
    made: dict[tuple[str, str, str], Compiled | Fault] = field(default_factory=dict)

    def tool(self, package: str, key: str, project: Project) -> ScriptTool | Diagnostic:
        """Return a package of the project's own that `tools.<key>` names, or why it cannot be had."""
        # Nearly no project compiles scripts with a tool of its own.
        from miniport.project.node import ToolAbsentError
        from miniport.project.script import ScriptTool
        from miniport.project.style.named import installed

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


@mutable
class Compilers:
    """The tools that run, each for all files of all targets, and what they made of which texts."""

    tools: dict[tuple[str, PurePosixPath | None], Tool] = field(default_factory=dict)
    made: dict[tuple[str, str], list[Made]] = field(default_factory=dict)
    scripts: ScriptTools = field(default_factory=ScriptTools)

    def close(self) -> None:
        """End every tool."""
        for tool in self.tools.values():
            tool.close()
        self.tools.clear()
        self.scripts.close()


@frozen
class Made:
    """What came of a text with what it asked for."""

    asked: dict[tuple[str, str], Imported]
    result: Compiled | Fault
