"""Each rule of `check`: a small project in which it speaks, what it says, and one in which it is silent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from miniport.bundle import Bundle
from miniport.checks.check import Depth
from miniport.diagnostics import Diagnostic
from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import BundleFiles
from miniport.project.read_settings import parse_settings
from miniport.source import Source
from miniport.targets.pack import bundled_names, bundled_pack
from tests.fixture_folder import Golden

HERE = Path(__file__).parent
BASE = {
    "app.json": '{"pages": ["pages/a/a", "pages/b/b"]}\n',
    "app.js": "App({});\n",
    "pages/a/a.axml": "<view>a</view>\n",
    "pages/a/a.js": "Page({ data: {} });\n",
    "pages/b/b.axml": "<view>b</view>\n",
    "pages/b/b.js": "Page({ data: {} });\n",
}
"""A sound project of two pages; a row replaces files of it, null takes one away."""


def rows() -> Iterator[object]:
    """Yield the rows of every table, named by their code and what they are about."""
    for table in sorted((HERE / "rows").glob("*.yaml")):
        for row in yaml.safe_load(table.read_text("utf-8")):
            yield pytest.param(row, id=f"{row['code']}-{row['about'].replace(' ', '-')}")


def found(files: dict[str, str | None], targets: str) -> list[Diagnostic]:
    """Return everything that a whole check finds in a project."""
    texts = {path: text for path, text in {**BASE, **files}.items() if text is not None}
    written = Source(PurePosixPath("miniport.yaml"), texts.get("miniport.yaml", ""))
    settings = parse_settings(written, bundled_names()).settings
    bundle: Bundle = {PurePosixPath(path): text.encode() for path, text in texts.items()}
    packs = tuple(bundled_pack(name) for name in targets.split())
    outcome = build(BuildRequest(BundleFiles(bundle), settings, packs, keep_going=True, depth=Depth.WHOLE))
    return [*outcome.diagnostics, *(each for built in outcome.targets for each in built.diagnostics)]


def said(diagnostic: Diagnostic) -> str:
    """Return a finding as text, in both languages."""
    place = diagnostic.place
    lines = [f"{place.path}:{place.line}:{place.column} {diagnostic.severity} {diagnostic.rule.code}"]
    for language in ("en", "zh"):
        lines += [f"  {diagnostic.message(language)}", f"    {diagnostic.help(language)}"]
    lines += [f"  {each.place.path}:{each.place.line}: {each.en} | {each.zh}" for each in diagnostic.related]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("row", list(rows()))
def test_a_rule_speaks_where_it_should_and_nowhere_else(row: dict[str, object], golden: Golden):
    targets = str(row.get("targets", "alipay"))
    fires = [each for each in found(row["fires"], targets) if each.rule.code == row["code"]]
    assert fires, "the rule is silent"
    name = f"{row['code']}-{str(row['about']).replace(' ', '-')}"
    golden.text(HERE / "said" / f"{name}.txt", "\n".join(map(said, fires)))
    silent = row.get("silent", {})
    variants = silent if isinstance(silent, list) else [silent]
    for variant in variants:
        files = {**row["fires"], **variant} if not row.get("apart") else variant
        again = [said(each) for each in found(files, targets) if each.rule.code == row["code"]]
        assert again == [], variant
