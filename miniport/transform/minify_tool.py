"""Small texts by the tools that a project names; what a tool refuses is made small by ourselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from miniport import rules
from miniport.analyze.tools import ScriptTools
from miniport.diagnostics import Diagnostic, Place
from miniport.edit import Rewritten, Smaller
from miniport.field import field
from miniport.frozen import mutable
from miniport.posix import PurePosixPath
from miniport.project.compiled import Fault
from miniport.project.mapped import Mapped
from miniport.project.project import Project
from miniport.project.script import NAMELESS, ScriptTool
from miniport.project.settings import SETTINGS_FILE
from miniport.source import Origins, Source
from miniport.transform.minify_script import smaller
from miniport.transform.minify_style import smaller_style

Small = Callable[[str], Rewritten]


@mutable
class Minifier:
    """What makes texts small for one target, and what was found on the way."""

    project: Project
    level: str
    tools: ScriptTools
    found: list[Diagnostic] = field(default_factory=list)

    def smaller(self) -> Smaller:
        """Return our own means, and the named tools in their place."""
        named = self.project.settings.tools
        script: Small = smaller
        style: Small = smaller_style
        if named.minify_script is not None:
            script = self._by_package(named.minify_script, "minifyScript", "js", smaller)
        if named.minify_style == "lightningcss":
            style = self._by_lightningcss()
        elif named.minify_style is not None:
            style = self._by_package(named.minify_style, "minifyStyle", "css", smaller_style)
        # A tool knows nothing of what a template's script module may not have.
        return Smaller(script, smaller, style)

    def _by_package(self, package: str, key: str, loader: Literal["js", "css"], own: Small) -> Small:
        tool = self.tools.tool(package, key, self.project)
        if isinstance(tool, Diagnostic):
            self.found.append(tool)
            return own
        return lambda text: self._made(text, tool, loader, own)

    def _made(self, text: str, tool: ScriptTool, loader: Literal["js", "css"], own: Small) -> Rewritten:
        made = tool.small(text, loader, self.level if loader == "js" else "")
        if isinstance(made, Fault):
            self._tell(tool.package, made.message)
            return own(text)
        whole = made.text if made.text.endswith("\n") or not made.text else f"{made.text}\n"
        return Rewritten(whole, Mapped(whole, made.map, Source(PurePosixPath(NAMELESS), text)))

    def _by_lightningcss(self) -> Small:
        try:
            import lightningcss
        except ImportError:
            cure = 'pip install "miniport[minify]"'
            told = {"language": "tools.minifyStyle", "tool": "lightningcss", "cure": cure}
            self.found.append(Diagnostic(rules.TOOL_ABSENT, told, Place(PurePosixPath(SETTINGS_FILE))))
            return smaller_style

        def small(text: str) -> Rewritten:
            try:
                made = str(lightningcss.process_stylesheet(text))
            except ValueError as error:
                self._tell("lightningcss", str(error).split("\n")[0])
                return smaller_style(text)
            # It makes no map.
            return Rewritten(f"{made}\n" if made else "", Origins((0,), (0,), (0,)))

        return small

    def _tell(self, tool: str, message: str) -> None:
        arguments = {"tool": tool, "found": message}
        self.found.append(Diagnostic(rules.NOT_MINIFIED, arguments, Place(PurePosixPath(SETTINGS_FILE))))
