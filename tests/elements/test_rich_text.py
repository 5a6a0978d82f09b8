"""rich-text: what gets through of nodes and HTML, and what does not."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.elements.shown import box_of, shows, style_of
from tests.runtime.small_app import Running, SmallApp, start

pytestmark = pytest.mark.browser


def rich(nodes: object, attributes: str = "", style: str = "") -> SmallApp:
    template = f'<rich-text id="r" nodes="{{{{nodes}}}}" {attributes}/>'
    return shows(template, json.dumps({"nodes": nodes}), style=style)


def inside(running: Running) -> str:
    return running.html("#r")


def test_nodes_become_elements_with_their_classes_and_styles(page: Page):
    nodes = [
        {
            "name": "div",
            "attrs": {"class": "wrapper", "style": "color: rgb(1, 2, 3); width: 375rpx"},
            "children": [
                {"type": "text", "text": "Hello&nbsp;World&eacute;<b>"},
                {"name": "img", "attrs": {"src": "/wide.png", "alt": "w", "onerror": "x()"}},
            ],
        },
        "and a text",
    ]
    running = start(page, rich(nodes, style="._wrapper{padding:7px}"))
    assert page.inner_text("#r > div") == "Hello\u00a0World\u00e9<b>"
    assert [style_of(page, "#r > div", name) for name in ("color", "paddingTop")] == ["rgb(1, 2, 3)", "7px"]
    assert style_of(page, "#r > div", "width") == "187.5px"
    assert inside(running).endswith('<img src="./wide.png" alt="w"></div>and a text')


def test_html_is_read_as_a_browser_reads_it(page: Page):
    """Rule: an HTML text since 2.8.5; unclosed tags are common in what editors save."""
    html = "<p>one<br>two <b>bold</b><p style='text-align:center'>three &lt; four<ul><li>a<li>b</ul>"
    running = start(page, rich(html))
    assert inside(running) == (
        '<p>one<br>two <b>bold</b></p><p style="text-align: center;">three &lt;'
        " four</p><ul><li>a</li><li>b</li></ul>"
    )
    # The policy of the page does not hear of the style attribute.
    assert running.problems == []


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("a<script>window.bad = 1</script>b", "ab"),
        ('<img src="/wide.png" onload="window.bad = 1">', '<img src="./wide.png">'),
        ('<a href="javascript:window.bad = 1" onclick="x()">a</a>', "<a>a</a>"),
        ('<img src=" javascript:alert(1)">', "<img>"),
        ('<img src="data:text/html,x">', "<img>"),
        ('<iframe src="/x"></iframe>a<object data="x"></object>', "a"),
        ("<svg><script>1</script></svg>a<style>*{color:red}</style>", "a"),
        ('<section id="x" data-a="1" title="t">a</section>', "<section>a</section>"),
        ("<form><input><button>a</button></form>", "a"),
        ("<custom-x><b>kept</b></custom-x>", "<b>kept</b>"),
        ('<td colspan="2">a</td>', "a"),
        (
            '<table width="9"><tr><td colspan="2" foo="1">a',
            '<table width="9"><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
        ),
        ("<!-- c --><p>a</p>", "<p>a</p>"),
    ],
)
def test_only_known_tags_and_attributes_get_through(page: Page, html: str, shown: str):
    running = start(page, rich(html))
    assert inside(running) == shown
    assert page.evaluate("window.bad") is None


def test_nodes_are_sifted_as_html_is(page: Page):
    nodes = [
        {"name": "script", "children": [{"type": "text", "text": "window.bad = 1"}]},
        {"name": "IMG", "attrs": {"SRC": "vbscript:x", "onClick": "x"}},
        {"name": "a", "attrs": {"href": "https://x.test"}, "children": [{"type": "text", "text": "a"}]},
        None,
        {"name": "br", "children": [{"type": "text", "text": "no"}]},
    ]
    running = start(page, rich(nodes))
    assert inside(running) == "<img><a>a</a><br>"


def test_a_wide_picture_fits(page: Page):
    start(page, rich('<img src="/wide.png" width="900">'))
    assert box_of(page, "#r img")[2] == 375


def test_a_tap_tells_the_marks_of_where_it_was(page: Page):
    nodes = [
        {
            "name": "div",
            "marks": {"a": 1, "b": 1},
            "children": [
                {"name": "a", "marks": {"b": 2, "href": "x"}, "children": [{"type": "text", "text": "here"}]},
                {"name": "p", "children": [{"type": "text", "text": "there"}]},
            ],
        }
    ]
    running = start(page, rich(nodes, 'onTap="log"'))
    told = [json.loads(line.removeprefix("tap r ")) for line in running.click("#r a") + running.click("#r p")]
    assert [detail["marks"] for detail in told] == [{"a": 1, "b": 2, "href": "x"}, {"a": 1, "b": 1}]
    assert "clientX" in told[0]


def test_blanks_are_kept_as_space_says(page: Page):
    running = start(page, rich([{"type": "text", "text": "a  b"}], 'space="nbsp"'))
    assert inside(running) == "a&nbsp;&nbsp;b"


def test_other_nodes_take_the_place_of_the_old_ones(page: Page):
    template = (
        '<rich-text id="r" nodes="{{nodes}}"/><view id="b" onTap="set" data-set="{{ {nodes:'
        " '<i>two</i>'} }}\">b</view>"
    )
    running = start(page, shows(template, '{nodes: "<b>one</b>"}'))
    running.click("#b")
    assert inside(running) == "<i>two</i>"
