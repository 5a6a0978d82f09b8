"""The style sheet of a web bundle: fixture folders, lengths, and what must hold for any text."""

from __future__ import annotations

import json
import posixpath
import subprocess
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from miniport.edit import apply
from miniport.posix import PurePosixPath
from miniport.source import Source
from miniport.syntax.style import parse_style
from miniport.web.style import StyleOptions, Stylesheet, stylesheet
from miniport.web.style_import import FileFinding, Piece, StyleFile, inline
from miniport.web.style_length import length_edits, to_px, to_vw
from miniport.web.style_scope import mentioned, scoped
from miniport.web.style_unit import ISOLATIONS, StyleApp, StyleUnit
from tests.fixture_folder import Golden, cases, read_files
from tests.syntax.test_style import near_style

HERE = Path(__file__).parent
RUNTIME = HERE.parent.parent / "miniport" / "runtime" / "src" / "core"


def file_of(path: PurePosixPath, text: str) -> StyleFile:
    """Return a parsed file whose imports are relative to it."""
    style = parse_style(text)
    imports = {
        item.request: PurePosixPath(posixpath.normpath(path.parent / item.request)) for item in style.imports
    }
    return StyleFile(path, style, imports)


def unit(record: dict[str, object]) -> StyleUnit:
    """Return a unit as `units.json` writes it."""
    file = record.get("file")
    return StyleUnit(
        str(record["path"]),
        PurePosixPath(str(file)) if file else None,
        ISOLATIONS[str(record.get("isolation", "shared"))],
        tuple(record.get("components", ())),
    )


def printed(texts: dict[PurePosixPath, str], units: dict[str, object]) -> Stylesheet:
    """Return the style sheet of the units that `units.json` describes."""
    files = {path: file_of(path, text) for path, text in texts.items()}
    assets = units.get("assets", {})
    app = StyleApp(
        PurePosixPath(units["app"]) if "app" in units else None,
        tuple(unit(record) for record in units["pages"]),
        tuple(unit(record) for record in units.get("components", ())),
        bool(units.get("hasPassingTags")),
    )
    unit_of = to_px if units.get("unit") == "px" else to_vw
    return stylesheet(app, files, StyleOptions(lambda _, request: assets.get(request), unit_of))


@pytest.mark.parametrize("folder", cases("sheets"))
def test_a_folder_of_styles_becomes_one_sheet(folder: Path, golden: Golden):
    content = read_files(folder / "input")
    texts = {path: text.decode() for path, text in content.items() if path.suffix == ".acss"}
    sheet = printed(texts, json.loads(content[PurePosixPath("units.json")]))
    table = json.dumps(sheet.table, ensure_ascii=False, indent=2) + "\n"
    files = {"app.css": sheet.text, "table.json": table}
    lines = [line(item, texts) for item in sheet.findings]
    if lines:
        files["diagnostics.txt"] = "\n".join(lines) + "\n"
    golden.files(folder / "expected", {PurePosixPath(name): text.encode() for name, text in files.items()})


def line(item: FileFinding, texts: dict[PurePosixPath, str]) -> str:
    diagnostic = item.finding.placed(Source(item.path, texts[item.path]))
    place = diagnostic.place
    return f"{place.path}:{place.line}:{place.column}: {diagnostic.rule.code}: {diagnostic.message()}"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (750, "100vw"),
        (375, "50vw"),
        (20, "2.666667vw"),
        (1, ".133334vw"),
        (-1, "-.133334vw"),
        (-0.5, "-.066667vw"),
        (0, "0vw"),
        (-0.0, "0vw"),
        (1e-5, ".000002vw"),
        (1e-9, "0vw"),
        (7.5, "1vw"),
        (75000, "10000vw"),
    ],
)
def test_a_length_is_short_and_never_too_small(number, expected):
    assert to_vw(number) == expected


@given(st.decimals(-100_000, 100_000, places=4, allow_nan=False))
def test_a_length_is_less_than_a_millionth_of_the_screen_too_large(number):
    written = Fraction(abs(Fraction(to_vw(float(number))[:-2])))
    exact = abs(Fraction(number)) * 2 / 15
    assert 0 <= written - exact < Fraction(1, 1_000_000)


@pytest.mark.node
def test_the_runtime_rounds_inline_styles_as_sheets_are_rounded(node, tmp_path):
    numbers = [index / 16 - 100 for index in range(16_000)] + [1e-7, 333.3333, 749.99]
    module = (RUNTIME.parent / "part" / "style.js").as_uri()
    command = [node, str(HERE / "style_lengths.mjs"), module]
    said = json.dumps(numbers)
    answer = subprocess.run(command, input=said, capture_output=True, text=True, check=True, cwd=tmp_path)
    with_zero = [to_vw(number).replace("-.", "-0.") for number in numbers]
    expected = [f"0{text}" if text.startswith(".") else text for text in with_zero]
    assert json.loads(answer.stdout) == expected


def test_a_number_that_is_too_large_for_a_number_stays():
    style = parse_style(".a{b:1e999rpx}")
    assert list(length_edits(style, to_vw)) == []


@given(near_style)
def test_scoping_only_adds_to_a_text(text):
    style = parse_style(text)
    edits = [*scoped(style, "7"), *length_edits(style, to_vw)]
    apply(text, edits)
    assert [edit for edit in edits if edit.span.start > edit.span.end] == []
    for edit in edits:
        if edit.reason == "scope" and edit.span.start < edit.span.end:
            assert edit.new.startswith(("mp-", "._7"))


@given(near_style)
def test_what_a_sheet_mentions_is_what_its_text_says(text):
    style = parse_style(text)
    said = apply(text, scoped(style, "7"))
    mentions = mentioned(style)
    assert mentions.has_guards == (":where(._7)" in said)
    assert mentions.has_root == ("._7r" in said) or "7r" in text
    assert all(f"._7_{name}" in said or "\\" in text for name in mentions.classes)


@given(near_style, near_style)
@example("@keyframes f.a{", "@keyframes f.a{")
@settings(max_examples=200)
def test_a_sheet_means_the_same_whatever_stands_before_it(first, second):
    paths = {"app": "app.acss", "pages": [{"path": "/p", "file": "p.acss"}]}
    texts = {PurePosixPath("app.acss"): first, PurePosixPath("p.acss"): f"{second}\n.last{{top:1px}}"}
    both = printed(texts, paths).text
    alone = printed({path: text for path, text in texts.items() if path.name == "p.acss"}, paths).text
    # A name that the sheet before defines in another way is given a number.
    shared = {name.name for name in parse_style(first).names} & {
        name.name for name in parse_style(second).names
    }
    for name in shared:
        both = both.replace(f"_1_{name}", name)
    assert both.endswith(alone.split("/* /p */")[-1])


def test_imports_that_double_with_each_step_come_to_an_end():
    texts = {
        PurePosixPath(f"{step}.acss"): f'@import "{step + 1}.acss";@import "{step + 1}.acss";.a{{}}'
        for step in range(40)
    }
    files = {path: file_of(path, text) for path, text in texts.items()}
    parts = list(inline(PurePosixPath("0.acss"), files.get))
    codes = {part.finding.rule.code for part in parts if isinstance(part, FileFinding)}
    assert codes == {"MP412"}
    assert len(parts) < 50_000


def test_a_chain_of_five_thousand_imports_is_cut_and_no_crash():
    texts = {PurePosixPath(f"{step}.acss"): f'@import "{step + 1}.acss";.a{{}}' for step in range(5000)}
    files = {path: file_of(path, text) for path, text in texts.items()}
    parts = list(inline(PurePosixPath("0.acss"), files.get))
    assert sum(isinstance(part, Piece) for part in parts) > 2000


def test_without_imports_a_file_is_one_piece():
    path = PurePosixPath("a.acss")
    file = file_of(path, ".a{}")
    assert [part for part in inline(path, {path: file}.get) if part] == [
        Piece(file, parse_style(".a{}").rules[0].span)
    ]
