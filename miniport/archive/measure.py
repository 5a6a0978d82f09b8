"""How large the parts of a bundle are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from miniport.analyze.app import AppFacts, Unit
from miniport.archive.origin import Origins
from miniport.bundle import Bundle
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.pages import SUBPACKAGES, page_path
from miniport.project.settings import BudgetName
from miniport.targets.pack import TargetPack
from miniport.web.bundle import module_sizes
from miniport.web.style_size import sheet_sizes

_PICTURES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"))


@frozen
class Part:
    """A part of a bundle: what it is, which one, its bytes, and the project's file it is told at."""

    name: BudgetName
    of: str
    size: int
    place: PurePosixPath


def parts(files: Bundle, sources: Origins, facts: AppFacts, pack: TargetPack) -> Iterator[Part]:
    """Yield the whole, the packages it is loaded in, its pages, its pictures, and our runtime."""
    config = facts.project.config_source.path
    yield Part("total", "", _size(files), config)
    if pack.family == "dialect":
        yield from _packages(files, facts, _app_root(files, facts), config)
    sizes = _page_sizes(files, facts, pack)
    for page in facts.pages:
        name = str(page.path.relative_to(facts.project.base))
        yield Part("page", name, sizes.get(name, 0), _file_of(page) or config)
    for path, content in files.items():
        if path.suffix.lower() in _PICTURES:
            yield Part("image", str(path), len(content), next(iter(sources.get(path, ())), config))
    runtime = [path for path in files if path.parent == pack.web_root and path.stem == "runtime"]
    if pack.family == "web":
        yield Part("runtime", "", sum(len(files[path]) for path in runtime), config)


def _packages(files: Bundle, facts: AppFacts, root: PurePosixPath, config: PurePosixPath) -> Iterator[Part]:
    rest = dict(files)
    found = []
    for name in _roots(facts):
        inside = [path for path in rest if path.is_relative_to(root / name)]
        found.append(Part("subpackage", str(name), sum(len(rest.pop(path)) for path in inside), config))
    yield Part("mainPackage", "", _size(rest), config)
    yield from found


def _roots(facts: AppFacts) -> Iterator[PurePosixPath]:
    for key in SUBPACKAGES:
        packages = facts.app.config.get(key)
        for package in packages if isinstance(packages, list) else ():
            if isinstance(package, dict) and isinstance(package.get("root"), str):
                yield page_path(str(package["root"]))


def _app_root(files: Bundle, facts: AppFacts) -> PurePosixPath:
    """Return the folder of app.json in the bundle: the app's own, or the bundle's root."""
    own = facts.project.base
    return own if own / "app.json" in files else PurePosixPath()


def _page_sizes(files: Bundle, facts: AppFacts, pack: TargetPack) -> Mapping[str, int]:
    """Return the bytes of each path without suffix: its files, or modules in app.js and rules in app.css."""
    sizes = _web_sizes(files, facts, pack) if pack.family == "web" else _file_sizes(files, facts)
    found: Counter[str] = Counter()
    for path, size in sizes:
        found[_stem(path)] += size
    return found


def _web_sizes(files: Bundle, facts: AppFacts, pack: TargetPack) -> Iterator[tuple[str, int]]:
    script, styles = (files.get(pack.web_root / name, b"").decode("utf-8") for name in ("app.js", "app.css"))
    for id_, size in module_sizes(script).items():
        yield id_.lstrip("/"), size
    yield from sheet_sizes(styles, facts).items()


def _file_sizes(files: Bundle, facts: AppFacts) -> Iterator[tuple[str, int]]:
    root = _app_root(files, facts)
    for path, content in files.items():
        if path.is_relative_to(root):
            yield str(path.relative_to(root)), len(content)


def _stem(path: str) -> str:
    folder, _, name = path.rpartition("/")
    return f"{folder}/{name.partition('.')[0]}" if folder else name.partition(".")[0]


def _file_of(page: Unit) -> PurePosixPath | None:
    return page.template or page.script or page.config_file


def _size(files: Bundle) -> int:
    return sum(map(len, files.values()))
