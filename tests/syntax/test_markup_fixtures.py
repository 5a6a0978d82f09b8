"""Templates as folders: what tree they make, and what is found in them."""

from pathlib import Path

import pytest

from miniport.diagnostics import Diagnostic
from miniport.posix import PurePosixPath
from miniport.source import Source, decode
from miniport.syntax.markup import Markup, parse_markup, printed
from tests.fixture_folder import FIXTURES, Golden, cases
from tests.syntax.dialects import ALIPAY, WECHAT
from tests.syntax.outline import outline

DIALECTS = {".axml": ALIPAY, ".wxml": WECHAT}
TWIN = FIXTURES / "syntax" / "twin" / "input"


def read(path: Path, folder: Path) -> tuple[Source, Markup]:
    """Return a template with its tree."""
    source = decode(PurePosixPath(path.relative_to(folder).as_posix()), path.read_bytes())
    return source, parse_markup(source.text, DIALECTS[path.suffix])


def line(found: Diagnostic) -> str:
    place = found.place
    return (
        f"{place.path}:{place.line}:{place.column}: {found.severity} {found.rule.code}: {found.message()}\n"
    )


@pytest.mark.parametrize("case", cases("syntax"))
def test_a_template_makes_the_expected_tree(case: Path, golden: Golden):
    folder = case / "input"
    trees: dict[PurePosixPath, bytes] = {}
    found = ""
    for path in sorted(folder.rglob("*.?xml")):
        source, markup = read(path, folder)
        assert printed(markup, source.text) == source.text
        tree = outline(markup, DIALECTS[path.suffix])
        trees[PurePosixPath(f"{source.path}.txt")] = tree.encode()
        found += "".join(line(finding.placed(source)) for finding in markup.findings)
    assert trees, "a case needs a template in input/"
    golden.files(case / "expected" / "trees", trees)
    golden.text(case / "expected" / "diagnostics.txt", found)


@pytest.mark.parametrize("name", ["page", "card"])
def test_the_same_template_in_two_dialects_is_one_neutral_tree(name: str):
    _, alipay = read(TWIN / "alipay" / f"{name}.axml", TWIN)
    _, wechat = read(TWIN / "wechat" / f"{name}.wxml", TWIN)
    assert outline(alipay, ALIPAY) == outline(wechat, WECHAT)
    assert alipay.findings == wechat.findings == ()
