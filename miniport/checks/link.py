"""Links to pages: those that app.json does not list, that a target leaves out, or that want another way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport import rules
from miniport.analyze.app import File, UnitKind
from miniport.analyze.did_you_mean import near_words
from miniport.analyze.sharing import HOOK
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Finding
from miniport.facts import Kind
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.pages import page_path
from miniport.project.request import is_foreign, normal
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.options import Option
from miniport.syntax.script_tree import Script

# How a page is opened: as a page on top of others, as a tab, or as either.
_WAYS: Mapping[str, str] = {
    "navigateTo": "page",
    "redirectTo": "page",
    "reLaunch": "either",
    "switchTab": "tab",
}
_MANNERS: Mapping[str, str] = {
    "": "page",
    "navigate": "page",
    "redirect": "page",
    "reLaunch": "either",
    "switchTab": "tab",
}
# The part of a path that is known: `'/pages/a/a?id=' + id` names a page as well.
_WRITTEN = regex(r"""\s*(['"`])([^'"`?$\\\n]*)(\?|\1\s*\Z)""")

_PATH = regex(r"(?<![\w$.])path\s*:")
_CHOICE = regex(r"[^'\"`]*[^'\"`?]\?(?![.?])")
_LITERAL = regex(r"""(['"`])(/?[\w.-]+(?:/[\w.-]+)+)(\?|\1)""")


@frozen
class _Link:
    """A page asked for in a file: the path as written, in which way, by what, and whether with a query."""

    written: str
    span: Span
    way: str
    by: str
    has_query: bool = False


def links_of_scripts(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each link of a script that leads nowhere, or in another way than the page wants."""
    for file in scene.own_files():
        if isinstance(file.tree, Script):
            yield from _told(scene, file, tuple(_of_script(file, scene)))


def links_of_templates(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each such link of a template."""
    for file in scene.own_files():
        if file.described is not None and file.described.mentions is not None:
            yield from _told(scene, file, tuple(_of_template(file)))


def _told(scene: Scene, file: File, found: tuple[_Link, ...]) -> Iterator[Diagnostic]:
    for link in found:
        finding = _judged(scene, file, link)
        if finding is None:
            continue
        from miniport.checks.reading import is_said_in

        if is_said_in(file.tree, finding.span):
            yield scene.placed(file, finding)


def _of_template(file: File) -> Iterator[_Link]:
    assert file.described is not None
    assert file.described.mentions is not None
    for link in file.described.mentions.links:
        if link.manner in _MANNERS:
            path, query, _ = link.url.partition("?")
            yield _Link(path, link.span, _MANNERS[link.manner], "<navigator>", bool(query))


def _of_script(file: File, scene: Scene) -> Iterator[_Link]:
    assert file.described is not None
    tree = file.described.tree
    assert isinstance(tree, Script)
    reader = scene.facts.project.reader_of(file.path)
    for use in tree.uses:
        way = _WAYS.get(reader.neutral(Kind.API, use.path)) if use.calls else None
        for options in use.calls if way else ():
            url = options.entry("url") if options is not None else None
            if url is not None and way is not None:
                yield from _written(url, tree.text, way, use.path)
    yield from _shared(tree)


def _shared(script: Script) -> Iterator[_Link]:
    """Yield the page that each method which tells what is shared names."""
    for registration in script.registrations:
        hook = registration.options.entry(HOOK) if registration.options is not None else None
        if hook is None or not hook.is_function:
            continue
        for match in _PATH.finditer(script.text, hook.value.start, hook.value.end):
            end = min(_line_end(script.text, match.end()), hook.value.end)
            yield from (_Link(*found, "either", HOOK) for found in _literals(script.text, match.end(), end))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _literals(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """Yield each path that an expression may be: itself, or what a condition chooses between."""
    value = text[start:end]
    if "+" in value and "?" not in value.partition("+")[0]:
        # The text goes on, and nothing ended the path before.
        return
    for match in _LITERAL.finditer(text, start, end):
        if "?" in match[3] or not text[match.end() :].lstrip().startswith("+"):
            yield match[2], Span(*match.span(2))


def _written(url: Option, text: str, way: str, by: str) -> Iterator[_Link]:
    match = _WRITTEN.match(text, url.value.start, url.value.end)
    if match is not None:
        yield _Link(match[2], Span(*match.span(2)), way, by, match[3] == "?")
    elif _CHOICE.match(text, url.value.start, url.value.end):
        found = _literals(text, url.value.start, url.value.end)
        yield from (_Link(path, at, way, by) for path, at in found)


_NOWHERE = {"so_en": "the link leads nowhere", "so_zh": "该链接无法打开"}


def _judged(scene: Scene, file: File, link: _Link) -> Finding | None:
    """Return what is wrong with a link, if anything is."""
    if scene.pack.family == "web" and link.written.startswith(file.dialect.plugin_links):
        return rules.PLUGIN_UNHAD.at(link.span, what=f'"{link.written}"', target=scene.pack.name, **_NOWHERE)
    path, pages = _path(scene, file, link), scene.ground.pages
    if path is None:
        return None
    said = {"page": str(path), "by": link.by}
    if path not in pages.listed:
        names = (str(each) for each in pages.listed)
        return rules.LINK_TO_NO_PAGE.at(link.span, **said, **near_words(str(path), names))
    if path not in pages.kept:
        if scene.facts.project.settings.target(scene.pack.name).pages.exclude:
            return rules.LINK_TO_LEFT_OUT.at(link.span, **said, target=scene.pack.name)
        return None
    if not pages.tabs:
        return rules.LINK_NOT_TO_TAB.at(link.span, **said) if link.way == "tab" else None
    if link.way == "tab" and path in pages.tabs and link.has_query:
        return rules.TAB_WITH_QUERY.at(link.span, **said)
    if link.way == "tab" and path not in pages.tabs:
        return rules.LINK_NOT_TO_TAB.at(link.span, **said)
    return rules.LINK_TO_TAB.at(link.span, **said) if link.way == "page" and path in pages.tabs else None


def _path(scene: Scene, file: File, link: _Link) -> PurePosixPath | None:
    """Return the page that is meant, relative to the app root; None where that is not known."""
    written = link.written.strip()
    if not written or is_foreign(written) or "{{" in written:
        return None
    if written.startswith("/"):
        return page_path(written)
    if link.by == HOOK:
        # What is shared is opened from anywhere.
        return page_path(written)
    at = _from(scene, file)
    return normal(at.parent.relative_to(scene.facts.project.base) / written) if at is not None else None


def _from(scene: Scene, file: File) -> PurePosixPath | None:
    """Return the one page whose text a file is, from which its relative paths count."""
    script = scene.ground.pages.by_script.get(file.path)
    units = scene.drawn_by.get(file.path, ())
    if script is not None:
        return script
    is_one = len(units) == 1 and units[0].kind is UnitKind.PAGE and scene.is_own(file.path)
    return units[0].path if is_one else None
