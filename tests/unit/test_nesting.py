"""A slip in the tags of a template is told once, at the tag that a person would touch."""

import re

import pytest

from miniport.analyze.end_tag import joined
from miniport.syntax.markup import parse_markup
from miniport.targets.pack import bundled

TEXT = """\
<view class="page">
  <scroll-view scroll-y>
    <view class="head">
      <text>title</text>
      <image src="a.png" />
    </view>
    <view class="list">
      <view a:for="{{rows}}">
        <text>{{item.name}}</text>
        <button onTap="buy">buy</button>
      </view>
    </view>
  </scroll-view>
  <form onSubmit="send">
    <view class="field">
      <label>name</label>
      <input name="a" />
    </view>
    <view class="field">
      <label>town</label>
    </view>
  </form>
</view>
"""
CLOSE_TAGS = [match.span() for match in re.finditer(r"</[\w-]+>", TEXT)]


def found(text: str) -> list[tuple[str, int]]:
    """Return (code, line) of each finding."""
    findings = joined(parse_markup(text, bundled()["alipay"].dialect), text)
    return [(each.rule.code, line_of(text, each.span.start)) for each in findings]


def line_of(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def opening(at: int) -> int:
    """Return the line of the tag that the close tag at an offset closes: the last at its indentation."""
    line = line_of(TEXT, at)
    lines = TEXT.splitlines()
    indent = len(lines[line - 1]) - len(lines[line - 1].lstrip())
    if not lines[line - 1].lstrip().startswith("</"):
        return line
    above = range(line - 1, 0, -1)
    return next(n for n in above if re.match(rf" {{{indent}}}<[a-z]", lines[n - 1]) is not None)


def test_what_nests_has_no_finding():
    assert found(TEXT) == []


@pytest.mark.parametrize("span", CLOSE_TAGS, ids=str)
def test_an_end_tag_that_is_forgotten_is_told_at_its_element(span):
    assert found(TEXT[: span[0]] + TEXT[span[1] :]) == [("MP100", opening(span[0]))]


@pytest.mark.parametrize("span", CLOSE_TAGS, ids=str)
def test_an_end_tag_that_is_doubled_is_told_at_one_of_the_two(span):
    text = f"{TEXT[: span[1]]}\n{TEXT[slice(*span)]}{TEXT[span[1] :]}"
    [(code, line)] = found(text)
    assert code == "MP101"
    assert line - line_of(TEXT, span[0]) in (0, 1)


def test_two_slips_are_two_findings():
    text = TEXT.replace("</label>", "", 1).replace("    </view>\n    <view class", "    <view class", 1)
    assert found(text) == [("MP100", 3), ("MP100", 15)]


def test_without_indentation_the_elements_around_tell():
    flat = "\n".join(line.strip() for line in TEXT.splitlines()).replace("</label>\n</view>", "</label>", 1)
    assert found(flat) == [("MP100", 19)]


def test_a_template_of_thousands_of_slips_is_told_by_the_parser():
    assert len(found("<view>" * 3000)) == 3000
    assert len(found("<view>" + "</text>" * 3000)) == 3001


@pytest.mark.parametrize(
    "line",
    [
        '<view class="a"5. now</view>',
        '<view class="a"<text>b</text></view>',
        '<view class="a"<image src="b.png" /></view>',
        "<view</view>",
    ],
)
def test_a_tag_that_lacks_its_end_is_all_that_is_told(line):
    assert found(TEXT.replace("<text>title</text>", line)) == [("MP106", 4)]
