"""What changed from one archive to another, by their manifests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from miniport.archive.manifest import Manifest, Measure, Package
from miniport.frozen import frozen


@frozen
class SizeChange:
    """One file or part: its bytes before and after, None where it was or is not there."""

    name: str
    of: str
    before: int | None
    after: int | None
    limit: int | None = None


@frozen
class Names:
    """What is new and what is gone."""

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@frozen
class Changes:
    """Everything that changed; `is_same`: the contents are."""

    schema: Literal[1]
    target: str
    before: str
    after: str
    is_same: bool
    size_before: int
    size_after: int
    files: tuple[SizeChange, ...]
    sizes: tuple[SizeChange, ...]
    pages: Names
    apis: Names
    components: Names
    hosts: Names
    permissions: Names
    packages: Names
    adapters: Names
    findings: Names
    tools: Names


def compared(before: Manifest, after: Manifest) -> Changes:
    """Return what changed from one manifest to another."""
    return Changes(
        schema=1,
        target=after.target.name,
        before=_titled(before),
        after=_titled(after),
        is_same=before.content_hash == after.content_hash,
        size_before=before.size,
        size_after=after.size,
        files=tuple(_files(before, after)),
        sizes=tuple(_sizes(before, after)),
        pages=_names(before.pages, after.pages),
        apis=_names(before.uses.apis, after.uses.apis),
        components=_names(before.uses.components, after.uses.components),
        hosts=_names(before.uses.hosts, after.uses.hosts),
        permissions=_names(_asked(before), _asked(after)),
        packages=_names(map(_package, before.packages), map(_package, after.packages)),
        adapters=_names(_adapters(before), _adapters(after)),
        findings=_counted(before.findings.codes, after.findings.codes),
        tools=_names(_tools(before), _tools(after)),
    )


def _titled(manifest: Manifest) -> str:
    told = f"{manifest.project.name} {manifest.project.version}"
    return f"{told} ({manifest.git.commit[:12]})" if manifest.git is not None else told


def _files(before: Manifest, after: Manifest) -> Iterable[SizeChange]:
    old, new = ({file.path: file for file in each.files} for each in (before, after))
    for path in sorted(old.keys() | new.keys()):
        was, now = old.get(path), new.get(path)
        if was is None or now is None or was.sha256 != now.sha256:
            yield SizeChange("file", path, was.size if was else None, now.size if now else None)


def _sizes(before: Manifest, after: Manifest) -> Iterable[SizeChange]:
    old, new = ({(each.name, each.of): each for each in manifest.measures} for manifest in (before, after))
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        if was is None or now is None or was.size != now.size:
            yield SizeChange(*key, was.size if was else None, now.size if now else None, _least(now))


def _least(measure: Measure | None) -> int | None:
    limits = (measure.limit, measure.fail) if measure is not None else ()
    return min((limit for limit in limits if limit is not None), default=None)


def _names(before: Iterable[str], after: Iterable[str]) -> Names:
    old, new = set(before), set(after)
    return Names(tuple(sorted(new - old)), tuple(sorted(old - new)))


def _counted(before: Mapping[str, int], after: Mapping[str, int]) -> Names:
    """Return the codes of which there are more, and fewer, with how many where some stay."""
    new: list[str] = []
    gone: list[str] = []
    for code in sorted(before.keys() | after.keys()):
        was, now = before.get(code, 0), after.get(code, 0)
        if now != was:
            told = f"{code} ({was} -> {now})" if was and now else code
            (new if now > was else gone).append(told)
    return Names(tuple(new), tuple(gone))


def _asked(manifest: Manifest) -> Iterable[str]:
    return (asked.name for asked in manifest.uses.permissions)


def _package(package: Package) -> str:
    return f"{package.name} {package.version}" + (f" ({package.licence})" if package.licence else "")


def _adapters(manifest: Manifest) -> Iterable[str]:
    return (f"{each.capability}: {each.module}" for each in manifest.adapters)


def _tools(manifest: Manifest) -> Iterable[str]:
    return (f"{each.name} {each.version}".strip() for each in (manifest.tool, *manifest.tools))
