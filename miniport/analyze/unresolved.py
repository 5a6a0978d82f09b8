"""What is wrong with a request that means no file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from posixpath import relpath

from miniport import rules
from miniport.analyze.did_you_mean import NOT_NEAR, listed_words, meant_words
from miniport.diagnostics import Finding, Rule
from miniport.edit import Edit
from miniport.facts import Link, Reference
from miniport.frozen import frozen
from miniport.likeness import closest
from miniport.posix import PurePosixPath
from miniport.project.builtin import is_builtin
from miniport.project.project import Project
from miniport.project.request import Missing, Outside, Resolution, is_bare, split_package
from miniport.project.written import INSTALLED, TYPED, Written
from miniport.source import Source, Span
from miniport.syntax.tree import Language, parse

Named = Callable[[str], tuple[PurePosixPath, ...]]
"""Returns every file of the app that has a name."""

_SHOWN = 4
_MISSING: Mapping[Link, Rule] = {
    Link.SCRIPT: rules.MISSING_MODULE,
    Link.MODULE: rules.MISSING_MODULE,
    Link.TEMPLATE: rules.MISSING_TEMPLATE,
    Link.INCLUDE: rules.MISSING_TEMPLATE,
    Link.STYLE: rules.MISSING_STYLE,
    Link.COMPONENT: rules.MISSING_COMPONENT,
    Link.PAGE: rules.MISSING_COMPONENT,
    Link.CONFIG: rules.MISSING_ASSET,
    Link.ASSET: rules.MISSING_ASSET,
}


def unresolved(
    reference: Reference, resolution: Resolution, asker: PurePosixPath, project: Project, named: Named
) -> Finding:
    """Return the finding on a request, by what came of looking for it; `asker` is the file it stands in."""
    request = reference.request
    if isinstance(resolution, Outside) or _is_behind_link(resolution, project):
        if reference.link is Link.ASSET:
            asked = _Asked(request, asker, project)
            near = _elsewhere(PurePosixPath(request).name, "", asked, named)
            return rules.MISSING_ASSET.at(reference.span, request=request, **near)
        return rules.OUTSIDE_WORKSPACE.at(reference.span, request=request)
    assert isinstance(resolution, Missing)
    if resolution.shut is not None:
        return rules.NOT_EXPORTED.at(reference.span, request=request, manifest=resolution.shut)
    if resolution.package and is_of_node(reference):
        return rules.NODE_BUILTIN.at(reference.span, module=request)
    package = resolution.package or _package_led_into(reference, resolution, project)
    if package and reference.link in _OF_PACKAGES or package != resolution.package:
        alias, _, rest = request.partition("/")
        if rest and alias in _NO_PACKAGES:
            return _undeclared(reference, alias, rest, project)
        return rules.MISSING_PACKAGE.at(reference.span, request=request, package=package)
    other = _other_case(resolution.tried, project)
    if other is not None:
        found = rules.REFERENCE_CASE.at(reference.span, request=request, file=other)
        return found.cured(*_recased(reference, other))
    tried = listed_words("tried", tuple(islice(_tried(resolution, asker, project), _SHOWN)) or (request,))
    near = _near(_Asked(request, asker, project), resolution.tried, named)
    return _MISSING[reference.link].at(reference.span, request=request, **tried, **near)


def _tried(resolution: Missing, asker: PurePosixPath, project: Project) -> Iterator[PurePosixPath]:
    """Yield the paths that were tried, those in the language of the file that asks first."""
    written = Written.of(reader.dialect for reader in project.readers)
    for path in resolution.tried:
        for name in written.names(path.name, is_installed=INSTALLED in path.parts):
            if name == path.name or name.endswith(asker.suffix):
                yield path.with_name(name)


def told(finding: Finding, reference: Reference, source: Source) -> Finding:
    """Return what is told of a request that means no file: less where its code counts on that."""
    if finding.rule not in _MODULES or not reference.is_require or not _is_tried(source, reference.span):
        return finding
    return rules.MODULE_IN_A_TRY.at(reference.span, request=reference.request)


_MODULES = (rules.NODE_BUILTIN, rules.MISSING_PACKAGE, rules.MISSING_MODULE)


def _is_tried(source: Source, at: Span) -> bool:
    """Tell whether a place runs in a try with a catch, in the same function."""
    language = Language.TYPESCRIPT if source.path.suffix in TYPED else Language.JAVASCRIPT
    node = parse(source.text, language).descendant_for_byte_range(at.start, at.end)
    while node is not None and node.parent is not None and node.type not in _FUNCTIONS:
        above = node.parent
        is_body = above.type == "try_statement" and above.child_by_field_name("body") == node
        if is_body and above.child_by_field_name("handler") is not None:
            return True
        node = above
    return False


_FUNCTIONS = ("function_expression", "function_declaration", "arrow_function", "method_definition")

_NO_PACKAGES = ("@", "~")
"""What no package is called, and many projects call a folder of theirs."""


def _undeclared(reference: Reference, alias: str, rest: str, project: Project) -> Finding:
    """Return the finding on an alias that nothing declares; its cure names the folder."""
    first = rest.partition("/")[0]
    folder = next((each for each in (project.base, PurePosixPath()) if _holds(each, first, project)), None)
    line = f'resolveAlias: {{"{alias}": {folder or project.base}}}'
    why_en, why_zh = "", ""
    if folder is None:
        why_en, why_zh = ", if that is the folder meant", "（若所指确是该目录）"
    arguments = {
        "alias": alias,
        "line": line,
        "why_en": why_en,
        "why_zh": why_zh,
    }
    return rules.ALIAS_UNDECLARED.at(reference.span, **arguments)


def _holds(folder: PurePosixPath, name: str, project: Project) -> bool:
    names = project.files.entries(folder)
    return name in names or any(each.startswith(f"{name}.") for each in names)


_OF_PACKAGES = (Link.SCRIPT, Link.COMPONENT)


def _package_led_into(reference: Reference, resolution: Missing, project: Project) -> str:
    """Return the package whose files a path asks for, where that has no folder there; "" where none is."""
    parts = resolution.tried[0].parts if resolution.tried else ()
    if reference.link is Link.ASSET or INSTALLED not in parts or is_bare(reference.request):
        return ""
    above = len(parts) - parts[::-1].index(INSTALLED)
    name, _ = split_package("/".join(parts[above:]))
    return "" if project.files.entries(PurePosixPath(*parts[:above], name)) else name


def is_of_node(reference: Reference) -> bool:
    """Tell whether a request names a module that Node has built in."""
    return reference.link is Link.SCRIPT and is_builtin(reference.request)


def _is_behind_link(resolution: Resolution, project: Project) -> bool:
    """Tell whether a file was looked for behind a link that leaves the workspace."""
    tried = resolution.tried[:1] if isinstance(resolution, Missing) else ()
    return any(project.files.real(path.parent) is None for path in tried)


def _other_case(tried: tuple[PurePosixPath, ...], project: Project) -> PurePosixPath | None:
    for path in tried:
        for name, is_folder in project.files.entries(path.parent).items():
            if not is_folder and name.lower() == path.name.lower():
                return path.parent / name
    return None


def _recased(reference: Reference, file: PurePosixPath) -> Iterator[Edit]:
    """Yield the edit that writes the last part of a request as the file is called."""
    folder, slash, name = reference.request.rpartition("/")
    span = reference.span
    if span.end - span.start == len(reference.request) and file.name.lower().startswith(name.lower()):
        yield Edit(span, folder + slash + file.name[: len(name)], "case")


@frozen
class _Asked:
    """A request as it is written, and the file it stands in."""

    request: str
    asker: PurePosixPath
    project: Project

    def to(self, path: PurePosixPath) -> str:
        """Return the request that means a file of the project: relative where this one is.

        Else it starts at the app's root, or that of the workspace for a file that is not the app's.
        """
        if self.request.startswith("."):
            led = relpath(path, self.asker.parent)
            return led if led.startswith("../") else f"./{led}"
        base = self.project.base
        return f"/{path.relative_to(base)}" if path.is_relative_to(base) else str(path)


def _near(asked: _Asked, tried: tuple[PurePosixPath, ...], named: Named) -> Mapping[str, str]:
    """Return the words for what was meant: a file of a like name beside, or one of that name elsewhere.

    It is spelt as the request is: from where that starts, and without a suffix where that has none.
    """
    folder, slash, name = asked.request.rpartition("/")
    for path in tried:
        # A folder's index.js has a name that half of an app has, and nobody wrote it.
        if not name or not path.name.startswith(name):
            continue
        ending = path.name[len(name) :]
        beside = asked.project.files.entries(path.parent) if path.suffix else {}
        files = (name for name, is_folder in beside.items() if not is_folder)
        stems = [name.removesuffix(path.suffix) for name in files if name.endswith(path.suffix)]
        meant = closest(path.stem, stems)
        if meant is not None:
            return meant_words(folder + slash + (meant + path.suffix).removesuffix(ending))
        # The app's own files are not what is looked for among the packages.
        if path.suffix and INSTALLED not in path.parts:
            return _elsewhere(path.name, ending, asked, named)
    return NOT_NEAR


def _elsewhere(name: str, ending: str, asked: _Asked, named: Named) -> Mapping[str, str]:
    """Return the words for the only file of the app that has a name; `ending`: what a request leaves out."""
    same = named(name)
    return meant_words(asked.to(same[0]).removesuffix(ending)) if len(same) == 1 else NOT_NEAR
