"""What a sheet reaches in a document where several pages are alive, measured in a browser."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from miniport.posix import PurePosixPath
from miniport.syntax.style import parse_style
from miniport.web.style import stylesheet
from miniport.web.style_import import StyleFile
from miniport.web.style_unit import ISOLATIONS, StyleApp, StyleUnit

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
RUNTIME = HERE.parent.parent / "miniport" / "runtime" / "src"
SITE = "http://styles.test/"
MODULES = ("core/keep.js", "core/scope.js", "part/lib/host.js")
DEFAULTS = "mp-view,mp-button,mp-card,mp-page{display:block} mp-button::after{content:'';color:gray}"
NONE, RED, GREEN, BLUE = "rgb(0, 0, 0)", "rgb(255, 0, 0)", "rgb(0, 128, 0)", "rgb(0, 0, 255)"


@dataclass(frozen=True)
class Scene:
    """Two pages, one component that both use, and the style of each."""

    app: str = ""
    a: str = ""
    b: str = ""
    card: str = ""
    page_word: str = "shared"
    card_word: str = "shared"
    has_passing_tags: bool = False

    def units(self) -> StyleApp:
        page, card = ISOLATIONS[self.page_word], ISOLATIONS[self.card_word]
        return StyleApp(
            PurePosixPath("app"),
            (
                StyleUnit("/a", PurePosixPath("a"), page, ("/card",)),
                StyleUnit("/b", PurePosixPath("b"), page, ("/card",)),
            ),
            (StyleUnit("/card", PurePosixPath("card"), card),),
            self.has_passing_tags,
        )

    def styles(self) -> dict[PurePosixPath, StyleFile]:
        paths = map(PurePosixPath, ("app", "a", "b", "card"))
        return {path: StyleFile(path, parse_style(getattr(self, path.name)), {}) for path in paths}


def card(name: str, *nodes: dict[str, object], **more: object) -> dict[str, object]:
    return {"use": "/card", "name": name, "nodes": list(nodes), **more}


def node(name: str, classes: str = "", *children: dict[str, object], **more: object) -> dict[str, object]:
    return {"tag": "view", "name": name, "class": classes, "children": list(children), **more}


@pytest.fixture(scope="module")
def site(chromium):
    """Return one page of the browser that holds the runtime's scopes and nothing else."""
    files = {
        SITE: "<!doctype html><meta charset=utf-8><style></style><script type=module src=scene.js></script>",
        f"{SITE}scene.js": (HERE / "style_scene.js").read_text("utf-8"),
        **{f"{SITE}{name}": (RUNTIME / name).read_text("utf-8") for name in MODULES},
    }

    def answer(route):
        text = files.get(route.request.url)
        kind = "text/javascript" if route.request.url.endswith(".js") else "text/html"
        route.fulfill(status=404 if text is None else 200, body=text or "", content_type=kind)

    context = chromium.new_context(viewport={"width": 375, "height": 667}, device_scale_factor=2)
    page = context.new_page()
    page.route("**/*", answer)
    page.goto(SITE)
    yield page
    context.close()


@pytest.fixture
def shown(site):
    """Return a function that shows pages with the styles of a scene and returns how to measure a node."""

    def show(scene: Scene, **pages: list[dict[str, object]]):
        sheet = stylesheet(scene.units(), scene.styles())
        trees = [{"path": f"/{name}", "nodes": nodes} for name, nodes in pages.items()]
        site.evaluate("(all) => show(...all)", [DEFAULTS + sheet.text, sheet.table, trees])

        def measure(name: str, part: str = "color", pseudo: str = "") -> str:
            return site.evaluate("(each) => measure(...each)", [name, part, pseudo])

        return measure

    return show


ONE = [node("own", "x"), card("host", node("inner", "x"))]


def colours(measure, names: str) -> list[str]:
    """Return the colours of nodes."""
    return [measure(name) for name in names.split()]


def two_pages(measure) -> list[str]:
    """Return the colours of page a's own node and component, then those of page b."""
    return colours(measure, "own inner own-b inner-b")


PAGES = {"a": ONE, "b": [node("own-b", "x"), card("host-b", node("inner-b", "x"))]}


@pytest.mark.parametrize(
    "selector", [".x", "view", "*:not(page)", "view.x", ":not(.y):not(page)", "page view"]
)
def test_a_rule_of_the_app_reaches_every_page_and_component(shown, selector):
    assert two_pages(shown(Scene(app=f"{selector}{{color:red}}"), **PAGES)) == [RED] * 4


@pytest.mark.parametrize(
    "selector", [".x", "view", "*:not(page)", "view.x", ":not(.y):not(page)", "page view"]
)
def test_a_rule_of_a_page_reaches_its_components_and_no_other_page(shown, selector):
    assert two_pages(shown(Scene(a=f"{selector}{{color:red}}"), **PAGES)) == [RED, RED, NONE, NONE]


@pytest.mark.parametrize("selector", [".x", "view", "view.x"])
def test_a_shared_component_reaches_the_pages_that_use_it(shown, selector):
    pages = {"a": ONE, "b": [node("own-b", "x")]}
    assert colours(shown(Scene(card=f"{selector}{{color:red}}"), **pages), "own inner own-b") == [
        RED,
        RED,
        RED,
    ]


def test_a_shared_component_does_not_reach_a_page_that_does_not_use_it(shown):
    scene = Scene(card=".x{color:red}")
    units = scene.units()
    alone = replace(units.pages[1], components=())

    class Apart(Scene):
        def units(self) -> StyleApp:
            return replace(units, pages=(units.pages[0], alone))

    measure = shown(Apart(card=".x{color:red}"), a=ONE, b=[node("own-b", "x")])
    assert colours(measure, "own inner own-b") == [RED, RED, NONE]


@pytest.mark.parametrize("selector", [".x", "view"])
def test_apply_shared_takes_and_keeps_its_own_rules(shown, selector):
    inside = Scene(card=f"{selector}{{color:red}}", card_word="apply-shared")
    assert two_pages(shown(inside, **PAGES)) == [NONE, RED, NONE, RED]
    outside = Scene(a=f"{selector}{{color:red}}", card_word="apply-shared")
    assert two_pages(shown(outside, **PAGES)) == [RED, RED, NONE, NONE]


@pytest.mark.parametrize("selector", [".x", "view"])
def test_a_page_that_is_apply_shared_does_not_style_its_components(shown, selector):
    scene = Scene(
        a=f"{selector}{{color:red}}", card=f"{selector}{{background:blue}}", page_word="apply-shared"
    )
    measure = shown(scene, **PAGES)
    assert two_pages(measure) == [RED, NONE, NONE, NONE]
    assert [measure(name, "background-color") for name in ("own", "inner")] == [BLUE, BLUE]


@pytest.mark.parametrize("selector", [".x", "view"])
def test_an_isolated_component_neither_gives_nor_takes(shown, selector):
    text = f"{selector}{{color:red}}"
    assert two_pages(shown(Scene(card=text, card_word="isolated"), **PAGES)) == [NONE, RED, NONE, RED]
    assert two_pages(shown(Scene(a=text, app=text, card_word="isolated"), **PAGES)) == [RED, NONE, RED, NONE]


def test_where_tags_pass_isolation_classes_do_not(shown):
    scene = Scene(app="view{color:red}", a=".x{color:blue}", card_word="isolated", has_passing_tags=True)
    assert two_pages(shown(scene, **PAGES)) == [BLUE, RED, RED, RED]


def test_a_page_word_can_leave_the_app_out(shown):
    scene = Scene(app=".x{color:red}", a=".x{background:blue}", page_word="page-shared")
    measure = shown(scene, **PAGES)
    assert two_pages(measure) == [NONE] * 4
    assert measure("inner", "background-color") == BLUE


def test_a_class_of_a_dom_node_inside_an_element_is_out_of_reach(shown):
    inside = {"tag": "button", "name": "own", "children": [{"inner": "span", "name": "inner"}]}
    measure = shown(Scene(app="*{padding-top:3px} span,:first-child{padding-top:3px}"), a=[inside])
    assert [measure(name, "padding-top") for name in ("own", "inner")] == ["3px", "0px"]


@pytest.mark.parametrize(
    ("selector", "is_hit"),
    [
        (".x .y", True),
        (".x > .y", False),
        (".w .y", True),
        (".w + .v", True),
        (".w ~ .v", True),
        ("view > view", True),
        ("page > view view", True),
        (".w:nth-child(1) .y", True),
        (".w:nth-child(2) .y", False),
        (".y:first-child", True),
        (".y:nth-child(1 of .y)", True),
        (".y:not(.x)", True),
        (".y:not(.w .y)", False),
        (":is(.x, .w) .y", True),
        (".y.z", True),
        (".y.x", False),
        ("#id", True),
        ("#id.y", True),
        ("view#id", True),
        ("#other", False),
        ("[data-x]", True),
        (".y[data-x='1']", True),
        ("@media (min-width: 1px){.y", True),
        ("@media (max-width: 1px){.y", False),
        ("@supports (display: grid){.y", True),
        (".\\79", True),
        (":root .y", True),
        ("body view", True),
        ("VIEW.y", True),
    ],
)
def test_a_selector_across_a_component_border_hits_what_it_hits_on_the_platform(shown, selector, is_hit):
    nodes = [
        node("w", "w", card("c", node("x", "x", node("mid", "", node("y", "y z", id="id", x="1"))))),
        node("v", "v"),
    ]
    closing = "}" * (1 + selector.count("{"))
    for scene in (Scene(a=f"{selector}{{color:red{closing}"), Scene(card=f"{selector}{{color:red{closing}")):
        measure = shown(scene, a=nodes, b=[node("w-b", "w", node("y-b", "y z", id="id", x="1"))])
        name = "v" if ".v" in selector else "y"
        assert (measure(name) == RED) is is_hit
        assert scene.card or measure("y-b") == NONE


def test_page_selects_the_root_of_the_page(shown):
    measure = shown(
        Scene(app="page{color:green}", a="page,:root{background:blue}", card="page{padding-top:1px}"), **PAGES
    )
    assert [measure(name) for name in ("/a", "/b", "inner-b")] == [GREEN] * 3
    assert [measure(name, "background-color") for name in ("/a", "/b")] == [BLUE, "rgba(0, 0, 0, 0)"]
    assert [measure(name, "padding-top") for name in ("/a", "/b")] == ["1px", "1px"]


def test_a_pseudo_element_of_a_built_in_element_can_be_reset(shown):
    button = {"tag": "button", "name": "own"}
    measure = shown(Scene(card="button::after{color:red}"), a=[card("c", button)])
    assert measure("own", "color", "::after") == RED


@pytest.mark.parametrize(
    ("weak", "strong"),
    [
        ("view", ".x"),
        ("*", "view"),
        (".x", ".x.y"),
        (".x.y.x", "#id"),
        ("view view", ".x"),
        ("view:first-child", ".x:first-child"),
        (".x", ":root .x"),
        (":not(view) view", ".w"),
        ("page view", "page .x"),
        ("view::before, view", "view.x"),
    ],
)
def test_specificity_stays_what_it_was(shown, weak, strong):
    """The weaker selector stands in the stronger place: the page, behind the app."""
    measure = shown(
        Scene(app=f"{strong}{{color:green}}", a=f"{weak}{{color:red}}"), a=[node("own", "x y w", id="id")]
    )
    assert measure("own") == GREEN


def test_the_order_is_app_then_components_then_page(shown):
    scene = Scene(app=".x{color:red;margin:1px}", card=".x{color:green;margin-top:2px}", a=".x{color:blue}")
    measure = shown(scene, a=ONE)
    assert [measure("inner", part) for part in ("color", "margin-top", "margin-left")] == [BLUE, "2px", "1px"]


def test_important_beats_a_later_sheet(shown):
    assert (
        shown(Scene(app=".x{color:red!important}", a="#id.x{color:blue}"), a=[node("own", "x", id="id")])(
            "own"
        )
        == RED
    )


def test_a_host_belongs_to_its_owner_and_to_host(shown):
    host = card("host", node("inner", "x"), host="card", **{"class": "x k"})
    scene = Scene(
        a="card{padding-top:1px} .x{color:red}",
        card=":host{padding-left:2px} :host(.k){padding-right:3px} .x{padding-bottom:4px} .k{margin:5px}",
        card_word="isolated",
    )
    measure = shown(scene, a=[host], b=[card("host-b", host="card")])
    sides = ["padding-top", "padding-left", "padding-right", "padding-bottom", "margin-top"]
    assert [measure("host", side) for side in sides] == ["1px", "2px", "3px", "0px", "0px"]
    assert [measure("host-b", side) for side in sides] == ["0px", "2px", "0px", "0px", "0px"]
    assert colours(measure, "host inner host-b") == [RED, RED, NONE]
    assert measure("inner", "padding-bottom") == "4px"


def test_an_external_class_is_its_owners_and_brings_no_markers(shown):
    use = card("host", node("inner", "ext y"), node("other", "y"), externals={"ext": "x"})
    scene = Scene(
        a=".x{color:red} .y{color:blue} view{margin-left:5px}",
        b=".x{color:blue}",
        card=".ext{color:green} .y{margin-right:6px}",
        card_word="isolated",
    )
    measure = shown(scene, a=[use])
    assert colours(measure, "inner other") == [RED, NONE]
    assert [measure("inner", part) for part in ("margin-left", "margin-right")] == ["0px", "6px"]


def test_slot_content_belongs_to_the_unit_that_wrote_it(shown):
    use = card("host", node("inner", "x"), {"slot": node("content", "x")})
    measure = shown(Scene(a=".x{color:red}", card=".x{color:blue}", card_word="isolated"), a=[use])
    assert colours(measure, "inner content") == [BLUE, RED]


def test_keyframes_and_fonts_of_one_name_stay_apart(shown):
    def sheet(width: int) -> str:
        return f"@keyframes f{{from,to{{width:{width}px}}}} .x{{animation:1s f infinite;font-family:'g h'}}"

    fonts = [f"@font-face{{font-family:'g h';src:url({name}.woff)}}" for name in "ab"]
    scene = Scene(
        app="@keyframes f{from,to{width:7px}} .w{animation:1s f}",
        a=sheet(30) + fonts[0],
        b=sheet(40) + fonts[1],
    )
    measure = shown(scene, a=[*ONE, node("app", "w")], b=[node("own-b", "x")])
    assert [measure(name, "width") for name in ("own", "inner", "own-b", "app")] == [
        "30px",
        "30px",
        "40px",
        "7px",
    ]
    assert measure("own", "font-family") != measure("own-b", "font-family")


def test_user_classes_that_look_like_ours_reach_nothing(shown):
    measure = shown(
        Scene(a=".mp--bar{color:red} .x{color:blue}"), a=[node("own", "_1 _2_x mp--bar"), node("two", "_x")]
    )
    assert colours(measure, "own two") == [RED, NONE]
