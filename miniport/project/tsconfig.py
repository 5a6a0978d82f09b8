"""What tsconfig.json says of where modules are: `baseUrl` and `paths`, through `extends`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport import rules
from miniport.diagnostics import Diagnostic
from miniport.edit import rewrite
from miniport.facts import Json
from miniport.field import replace
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.alias import Alias, ordered
from miniport.project.files import Files, Unreadable
from miniport.project.request import is_bare, normal, split_package
from miniport.source import DecodeError, Span, decode
from miniport.syntax.data import JsonDocument, parse_json
from miniport.syntax.data_loose import strict_edits

NAME = "tsconfig.json"


@frozen
class TsConfig:
    """The aliases and root folder of a TypeScript project, and what is wrong with its files."""

    aliases: tuple[Alias, ...] = ()
    root: PurePosixPath | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def read_tsconfig(files: Files, base: PurePosixPath) -> TsConfig:
    """Return what the tsconfig.json of the project, else that of the app root, says."""
    for folder in dict.fromkeys((PurePosixPath(), base)):
        if files.entries(folder).get(NAME) is False:
            return _read(files, folder / NAME, ())
    return TsConfig()


def _read(files: Files, path: PurePosixPath, chain: tuple[PurePosixPath, ...]) -> TsConfig:
    try:
        written = decode(path, files.read(path))
    except (Unreadable, DecodeError):
        return TsConfig()
    # The language of these files is JSON with comments, whatever their suffix.
    plain = rewrite(written.text, strict_edits(written.text))
    source = written.rewritten(plain.text, plain.origins)
    document = parse_json(source.text)
    found = [finding.placed(source) for finding in document.findings]
    value = document.value if isinstance(document.value, dict) else {}
    config = TsConfig()
    for request, span in _extended(document, value.get("extends")):
        target = _target(files, path, request)
        if target is None:
            found.append(rules.TSCONFIG_MISSING.at(span, request=request).placed(source))
        elif target in (*chain, path):
            found.append(rules.TSCONFIG_CYCLE.at(span, request=request).placed(source))
        else:
            below = _read(files, target, (*chain, path))
            found.extend(below.diagnostics)
            config = TsConfig(below.aliases or config.aliases, below.root or config.root)
    options = value.get("compilerOptions")
    return replace(
        _with_options(files, config, options if isinstance(options, dict) else {}, path),
        diagnostics=tuple(found),
    )


def _with_options(
    files: Files, config: TsConfig, options: Mapping[str, Json], path: PurePosixPath
) -> TsConfig:
    base, paths = options.get("baseUrl"), options.get("paths")
    root = files.normal(path.parent / base) if isinstance(base, str) else config.root
    if not isinstance(paths, dict):
        return replace(config, root=root)
    folder = root or path.parent
    found = [
        Alias(name, tuple(str(folder / each) for each in targets if isinstance(each, str)))
        for name, targets in paths.items()
        if isinstance(targets, list)
    ]
    return TsConfig(ordered(found), root)


def _extended(document: JsonDocument, value: Json) -> Iterator[tuple[str, Span]]:
    if isinstance(value, str):
        yield value, document.span(("extends",))
    for at, each in enumerate(value if isinstance(value, list) else ()):
        if isinstance(each, str):
            yield each, document.span(("extends", at))


def _target(files: Files, path: PurePosixPath, request: str) -> PurePosixPath | None:
    """Return the file that `extends` names: beside, or in a package."""
    if not is_bare(request):
        places = [files.normal(path.parent / request.lstrip("/"))]
    else:
        name, rest = split_package(request)
        folders = [normal(each / "node_modules" / name) for each in (path.parent, *path.parents)]
        places = [folder / (rest or NAME) for folder in folders]
    for place in places:
        for each in (place, place.with_name(f"{place.name}.json"), place / NAME):
            if files.is_inside(each) and files.entries(each.parent).get(each.name) is False:
                return each
    return None
