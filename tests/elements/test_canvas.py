"""canvas: the older context that waits for draw(), and the node that belongs to the app."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.elements.shown import box_of, drag, shows
from tests.runtime.small_app import Running, start

pytestmark = pytest.mark.browser

# The colour of a pixel of the page's picture, in the canvas's own coordinates.
PIXEL = """([x, y]) => {
  const canvas = document.querySelector("#c canvas");
  const ratio = canvas.width / canvas.clientWidth;
  return Array.from(canvas.getContext("2d").getImageData(x * ratio, y * ratio, 1, 1).data);
}"""


def drawn(
    page: Page, code: str, attributes: str = 'style="width:100px;height:50px"', until: str = "done"
) -> Running:
    """Run code on a context `ctx` of a canvas, and wait for what it logs last."""
    members = f'onReady() {{ const ctx = this.ctx = my.createCanvasContext("c"); {code} }}'
    running = start(page, shows(f'<canvas id="c" {attributes}/>', members=members))
    running.wait(lambda: until in running.log)
    return running


def pixel(page: Page, x: float, y: float) -> list[int]:
    found = page.evaluate(PIXEL, [x, y])
    assert isinstance(found, list)
    return found


RED, BLUE, CLEAR = [255, 0, 0, 255], [0, 0, 255, 255], [0, 0, 0, 0]
DRAW = 'ctx.draw(false, () => console.log("done"));'


def test_nothing_shows_before_draw(page: Page):
    drawn(page, 'ctx.setFillStyle("red"); ctx.fillRect(0, 0, 50, 50); console.log("done");')
    assert pixel(page, 10, 10) == CLEAR


def test_a_picture_has_the_pixels_of_the_screen(page: Page):
    drawn(page, f'ctx.setFillStyle("red"); ctx.fillRect(0, 0, 50, 50); {DRAW}')
    assert page.evaluate(
        "[document.querySelector('#c canvas').width, document.querySelector('#c canvas').height]"
    ) == [200, 100]
    assert [pixel(page, 49, 49), pixel(page, 51, 10)] == [RED, CLEAR]


def test_width_and_height_are_its_own_coordinates(page: Page):
    """The documented way to a finer picture: a larger canvas, made smaller by its style."""
    drawn(
        page,
        f'ctx.setFillStyle("red"); ctx.fillRect(0, 0, 100, 100); {DRAW}',
        'width="200" height="100" style="width:100px;height:50px"',
    )
    assert page.evaluate("document.querySelector('#c canvas').width") == 200
    assert [pixel(page, 49, 49), pixel(page, 51, 10)] == [RED, CLEAR]


SIZES = [
    # (attributes, rule of the app, width and height of the box)
    ("", "", [300, 225]),
    ('width="120" height="60"', "", [120, 60]),
    ('width="120" height="60" style="height: 30px"', "", [120, 30]),
    # As libraries for charts do: the picture is made once the box that the style gives is known.
    ('width="{{0}}" height="{{0}}"', "width: 100%; height: 80px", [375, 80]),
    ('width="800"', "width: 50px", [50, 225]),
]


@pytest.mark.parametrize(("attributes", "rule", "size"), SIZES)
def test_a_rule_of_the_app_comes_before_its_attributes(
    page: Page, attributes: str, rule: str, size: list[int]
):
    start(page, shows(f'<canvas id="c" class="chart" {attributes}/>', style=f"._chart {{ {rule} }}"))
    assert box_of(page, "#c")[2:] == size


def test_each_drawing_begins_anew_unless_the_one_before_is_kept(page: Page):
    drawn(
        page,
        'ctx.fillStyle = "red"; ctx.fillRect(0, 0, 10, 10); ctx.draw();'
        'ctx.setFillStyle("blue"); ctx.fillRect(20, 0, 10, 10); ctx.draw(true, () => console.log("done"));',
    )
    assert [pixel(page, 5, 5), pixel(page, 25, 5)] == [RED, BLUE]
    page.evaluate("() => 1")


def test_a_new_drawing_takes_the_old_one_away_and_its_styles_with_it(page: Page):
    drawn(
        page,
        (
            f'ctx.setFillStyle("red"); ctx.fillRect(0, 0, 10, 10); ctx.draw(); ctx.fillRect(20, 0,'
            f" 10, 10); {DRAW}"
        ),
    )
    assert [pixel(page, 5, 5), pixel(page, 25, 5)] == [CLEAR, [0, 0, 0, 255]]


def test_a_scale_counts_for_the_drawings_behind_it_too(page: Page):
    """F2 for Alipay scales once and draws each frame of a chart: it fills phones with two pixels to one."""
    square = 'ctx.setFillStyle("red"); ctx.fillRect(10, 0, 5, 5);'
    drawn(page, f"ctx.scale(2, 2); ctx.translate(1, 0); {square} ctx.draw(); {square} {DRAW}")
    assert [pixel(page, 19, 5), pixel(page, 23, 5), pixel(page, 31, 5), pixel(page, 33, 5)] == [
        *(CLEAR, RED, RED, CLEAR)
    ]


@pytest.mark.parametrize(
    ("code", "place", "colour"),
    [
        (
            (
                'ctx.setStrokeStyle("red"); ctx.setLineWidth(10); ctx.beginPath(); ctx.moveTo(0, 5);'
                " ctx.lineTo(90, 5); ctx.stroke()"
            ),
            (50, 5),
            RED,
        ),
        ('ctx.setFillStyle("blue"); ctx.arc(50, 25, 20, 0, 2 * Math.PI); ctx.fill()', (50, 25), BLUE),
        (
            'ctx.setFillStyle("blue"); ctx.translate(50, 0); ctx.scale(2, 2); ctx.fillRect(0, 0, 10, 10)',
            (69, 19),
            BLUE,
        ),
        (
            (
                'ctx.save(); ctx.translate(50, 0); ctx.restore(); ctx.setFillStyle("red");'
                " ctx.fillRect(0, 0, 5, 5)"
            ),
            (4, 4),
            RED,
        ),
        (
            'ctx.rect(0, 0, 20, 20); ctx.clip(); ctx.setFillStyle("red"); ctx.fillRect(0, 0, 90, 40)',
            (30, 30),
            CLEAR,
        ),
        (
            (
                'ctx.translate(50, 0); ctx.setTransform(1, 0, 0, 1, 0, 0); ctx.setFillStyle("red");'
                " ctx.fillRect(0, 0, 5, 5)"
            ),
            (4, 4),
            RED,
        ),
        (
            (
                'const g = ctx.createLinearGradient(0, 0, 100, 0); g.addColorStop(0, "red");'
                ' g.addColorStop(1, "red"); ctx.setFillStyle(g); ctx.fillRect(0, 0, 90, 40)'
            ),
            (30, 30),
            RED,
        ),
        (
            (
                'const g = ctx.createCircularGradient(50, 25, 50); g.addColorStop(0, "blue");'
                ' g.addColorStop(1, "blue"); ctx.fillStyle = g; ctx.fillRect(0, 0, 90, 40)'
            ),
            (30, 30),
            BLUE,
        ),
        ('ctx.drawImage("/wide.png", 0, 0, 40, 40)', (30, 30), RED),
        (
            'ctx.fillStyle = ctx.createPattern("/tall.png", "repeat"); ctx.fillRect(0, 0, 90, 40)',
            (70, 30),
            RED,
        ),
        ("ctx.setGlobalAlpha(0); ctx.fillRect(0, 0, 90, 40)", (30, 30), CLEAR),
        ('ctx.setFillStyle("red"); ctx.fillRect(0, 0, 90, 40); ctx.clearRect(0, 0, 20, 20)', (10, 10), CLEAR),
        (
            (
                'ctx.setFillStyle("red"); ctx.setFontSize(80); ctx.setTextAlign("center");'
                ' ctx.setTextBaseline("middle"); ctx.fillText("■", 50, 25)'
            ),
            (50, 25),
            RED,
        ),
    ],
)
def test_it_draws(page: Page, code: str, place: tuple[int, int], colour: list[int]):
    running = drawn(page, f"{code}; {DRAW}")
    assert pixel(page, *place) == colour
    assert running.problems == []


def test_texts_are_measured_before_anything_is_drawn(page: Page):
    running = drawn(
        page,
        'ctx.setFontSize(10); const a = ctx.measureText("mm").width; ctx.setFontSize(20);'
        'console.log(Math.round(ctx.measureText("mm").width / a), ctx.fontSize); console.log("done");',
    )
    assert running.log[0] == "2 20"


def test_a_missing_picture_is_left_out_and_told_of(page: Page):
    running = drawn(
        page, f'ctx.drawImage("/none.png", 0, 0); ctx.setFillStyle("red"); ctx.fillRect(0, 0, 9, 9); {DRAW}'
    )
    assert pixel(page, 5, 5) == RED
    assert any("/none.png" in problem for problem in running.problems)


def test_pixels_are_read_and_written(page: Page):
    running = drawn(
        page,
        'ctx.setFillStyle("red"); ctx.fillRect(0, 0, 4, 4); ctx.draw();'
        "ctx.getImageData({ x: 2, y: 2, width: 4, height: 4, success: (r) =>"
        " console.log(r.width, r.data.length, r.data[0], r.data[15]) });"
        "ctx.putImageData({ x: 10, y: 10, width: 1, height: 1, data: new"
        " Uint8ClampedArray([0, 0, 255, 255]), success: () => console.log('done') });",
    )
    assert running.log[0] == "4 64 255 0"
    assert pixel(page, 10.2, 10.2) == BLUE


def test_it_is_made_into_a_file_and_an_address(page: Page):
    running = drawn(
        page,
        'ctx.setFillStyle("red"); ctx.fillRect(0, 0, 100, 50); ctx.draw();'
        "ctx.toTempFilePath({ destWidth: 30, destHeight: 20, fileType: 'jpg', success: (r) => {"
        "const i = 'x'; console.log(r.apFilePath.slice(0, 5)); ctx.toDataURL({ width: 10,"
        " height: 10 }).then((u) => { console.log(u.slice(0, 15)); console.log('done'); });"
        "} });",
    )
    assert running.log[:2] == ["blob:", "data:image/png;"]


def test_a_canvas_that_is_not_there_fails_as_the_platform_does(page: Page):
    code = (
        'my.createCanvasContext("no").toTempFilePath({ fail: (e) => {'
        ' console.log(JSON.stringify(e)); console.log("done"); } });'
    )
    running = drawn(page, code)
    assert json.loads(running.log[0]) == {"error": 3, "errorMessage": "there is no such canvas on the page"}


def test_the_node_of_a_typed_canvas_is_the_app_s(page: Page):
    members = """ready() {
      const query = my.createSelectorQuery().select("#c").node();
      query.select("#c").fields({ node: true, size: true }).exec(([{ node }, asked]) => {
        console.log(node.width, node.height, asked.node === node, asked.width);
        node.width = 100; node.height = 50;
        const ctx = node.getContext("2d"), image = node.createImage();
        image.onload = () => {
          ctx.drawImage(image, 0, 0);
          const success = (r) => { console.log(r.tempFilePath.slice(0, 5)); console.log("done"); };
          node.requestAnimationFrame(() => node.toTempFilePath({ success }));
        };
        image.src = "/wide.png";
      });
    }"""
    running = start(
        page,
        shows('<canvas id="c" type="2d" onReady="ready" style="width:100px;height:50px"/>', members=members),
    )
    running.heard("done")
    assert running.log == ["300 225 true 100", "blob:", "done"]
    assert pixel(page, 39, 19) == RED


def test_touches_are_told_in_its_coordinates(page: Page):
    template = (
        '<view style="height:30px"/><canvas id="c" width="200" height="100"'
        ' style="width:100px;height:50px;margin-left:20px" '
        'onTouchStart="at" onTap="tap"/>'
    )
    members = (
        "at({ touches: [t] }) { console.log(t.x, t.y); }, tap({ detail }) {"
        " console.log(detail.x, detail.y); }"
    )
    running = start(page, shows(template, members=members))
    page.click("#c", position={"x": 25, "y": 10})
    assert running.take() == ["50 20", "50 20"]


def test_what_is_drawn_stays_when_the_box_grows(page: Page):
    template = (
        '<canvas id="c" style="width:{{w}}px;height:50px"/><view id="b" onTap="set"'
        ' data-set="{{ {w: 200} }}">b</view>'
    )
    members = (
        'onReady() { const ctx = my.createCanvasContext("c"); ctx.setFillStyle("red");'
        " ctx.fillRect(0, 0, 50, 50); ctx.draw(); }"
    )
    running = start(page, shows(template, "{w: 100}", members))
    page.wait_for_function(
        "() => document.querySelector('#c canvas').getContext('2d').getImageData(5, 5, 1, 1).data[0] === 255"
    )
    running.click("#b")
    page.wait_for_function("() => document.querySelector('#c canvas').width === 400")
    assert [pixel(page, 49, 49), pixel(page, 55, 5)] == [RED, CLEAR]


def test_it_can_hold_the_page_still(page: Page):
    start(page, shows('<canvas id="c" disable-scroll/>'))
    drag(page, "#c", 0, 20)
    stopped = """() => { const e = new Event("touchmove", { bubbles: true, cancelable: true });
      e.touches = e.changedTouches = [];
      document.querySelector("#c canvas").dispatchEvent(e); return e.defaultPrevented; }"""
    e = stopped.replace(
        "e.touches = e.changedTouches = [];", "Object.assign(e, { touches: [], changedTouches: [{}] });"
    )
    assert page.evaluate(e) is True


def test_a_library_may_put_its_own_members_over_those_of_the_context(page: Page):
    running = drawn(
        page,
        """
        ["fillStyle", "fontSize", "font", "globalAlpha"].forEach((name) => {
          const setter = "set" + name[0].toUpperCase() + name.slice(1);
          Object.defineProperty(ctx, name, { set(value) { if (ctx[setter]) ctx[setter](value); } });
        });
        ctx.fillStyle = "red";
        ctx.fontSize = 20;
        const { width } = ctx.measureText("茶");
        ctx.fillRect(0, 0, 50, 50);
        ctx.draw(false, () => { console.log(Math.round(width), "wide"); console.log("done"); });
        """,
    )
    assert pixel(page, 10, 10) == RED
    assert running.log[0] == "20 wide"
    assert running.problems == []
