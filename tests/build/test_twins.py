"""A project and its twin in another dialect are the same in neutral words."""

from __future__ import annotations

from pathlib import Path

from miniport.analyze.app import AppFacts
from miniport.analyze.build import analyze
from miniport.analyze.describe import Parses
from miniport.posix import PurePosixPath
from miniport.project.files import DiskFiles
from miniport.project.load import load
from miniport.project.settings import Settings
from miniport.project.switches import Switches
from miniport.targets.pack import bundled
from tests.fixture_folder import FIXTURES

TWINS = FIXTURES / "twins"


def facts(folder: Path) -> AppFacts:
    packs = bundled()
    loaded = load(DiskFiles(folder, folder), Settings(), packs.values(), {})
    assert loaded.project is not None, [found.message() for found in loaded.diagnostics]
    assert loaded.project.reader.name == folder.name
    return analyze(loaded.project, packs[folder.name], Switches(), Parses())


def words(facts: AppFacts) -> dict[str, list[tuple[str, str, str]]]:
    """Return (kind, name, owner) of each use by file, without its suffix but with its kind."""
    return {
        f"{file.path.with_suffix('')} {file.kind}": sorted(
            (use.kind, use.name, use.owner) for use in file.described.uses
        )
        for file in facts.files.values()
        if file.described is not None
    }


def references(facts: AppFacts) -> dict[str, set[tuple[str, PurePosixPath]]]:
    """Return (kind of link, path without suffix) of what each file refers to."""
    return {
        f"{file.path.with_suffix('')} {file.kind}": {
            (link, target.with_suffix("")) for (link, _), target in file.resolved.items()
        }
        for file in facts.files.values()
    }


def test_both_use_the_same_things():
    alipay, wechat = (facts(TWINS / name) for name in ("alipay", "wechat"))
    assert words(wechat) == words(alipay)
    assert sum(map(len, words(alipay).values())) > 60


def test_both_refer_to_the_same_files():
    alipay, wechat = (facts(TWINS / name) for name in ("alipay", "wechat"))
    assert references(wechat) == references(alipay)


def test_both_are_made_of_the_same_units():
    alipay, wechat = (facts(TWINS / name) for name in ("alipay", "wechat"))
    for one, other in zip(alipay.units, wechat.units, strict=True):
        assert (one.path, one.kind, one.components) == (other.path, other.kind, other.components)
    assert [found.message() for found in (*alipay.diagnostics, *wechat.diagnostics)] == []
