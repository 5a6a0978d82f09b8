"""swiper and swiper-item: where slides are, what moves them, what is told of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.elements.shown import box_of, drag, shows, style_of, until
from tests.runtime.small_app import Running, start

pytestmark = pytest.mark.browser

HEARS = 'onChange="log" onAnimationEnd="log"'


def slides(attributes: str, height: str = "100px", inside: str = "{{item}}") -> str:
    return (
        f'<swiper id="s" duration="40" {attributes}>'
        f'<swiper-item a:for="{{{{n}}}}" id="i{{{{index}}}}"><view'
        f' style="height:{height}">{inside}</view></swiper-item>'
        "</swiper>"
    )


def rest(running: Running, *lines: str) -> None:
    """Wait until all of this was told, and nothing else."""
    running.wait(lambda: len(running.log) >= len(lines))
    assert running.take() == list(lines)


def change(current: int) -> str:
    return f'change s {{"current":{current},"isChanging":false}}'


def end(current: int, source: str) -> str:
    return f'animationEnd s {{"current":{current},"source":"{source}"}}'


def test_slides_are_children_of_the_swiper_and_the_first_gives_the_height(page: Page):
    """Rule 174."""
    start(page, shows(slides("", "{{90 + index * 20}}px"), "{n: 3}"))
    assert page.evaluate("document.querySelector('#i2').parentNode.id") == "s"
    assert box_of(page, "#s") == [0, 0, 375, 90]
    assert [box_of(page, f"#i{at}")[0] for at in range(3)] == [0, 375, 750]
    assert style_of(page, "#i1", "visibility") == "hidden"


@pytest.mark.parametrize(
    ("attributes", "height"),
    [
        ('style="height:70px"', 70),
        ('adjust-height="highest"', 130),
        ('adjust-height="current" current="1"', 110),
        ('adjust-height="none"', 150),
        ("vertical", 150),
        ("vertical adjust-vertical-height", 90),
    ],
)
def test_the_height_is_the_user_s_or_as_adjust_height_says(page: Page, attributes: str, height: int):
    start(page, shows(slides(attributes, "{{90 + index * 20}}px"), "{n: 3}"))
    assert box_of(page, "#s")[3] == height


def test_a_drag_brings_the_next_slide_and_is_no_tap(page: Page):
    running = start(page, shows(slides(f'{HEARS} onTap="name"'), "{n: 3}"))
    drag(page, "#s", -150, 4)
    rest(running, change(1), end(1, "touch"))
    assert box_of(page, "#i1")[0] == 0
    page.click("#s")
    assert running.take() == ["tap s"]


def test_a_short_slow_drag_goes_back(page: Page):
    running = start(page, shows(slides(f'{HEARS} swipe-speed="50"'), "{n: 3}"))
    drag(page, "#s", -40, 0)
    rest(running, end(0, "touch"))


def test_a_drag_across_is_left_to_the_page(page: Page):
    running = start(page, shows(slides(f'{HEARS} onTouchMove="name"'), "{n: 3}"))
    drag(page, "#s", 10, 80)
    assert set(running.take()) == {"touchMove s"}
    assert style_of(page, "#s", "touchAction") == "pan-y"


def test_beyond_the_end_it_gives_way_and_returns(page: Page):
    running = start(page, shows(slides(f'{HEARS} onTransition="name"'), "{n: 2}"))
    drag(page, "#s", 200, 0)
    running.heard(end(0, "touch"))
    told = running.take()
    assert "transition s" in told
    assert change(0) not in told
    assert box_of(page, "#i0")[0] == 0


def test_a_circle_goes_round_without_copies(page: Page):
    running = start(page, shows(slides(f"{HEARS} circular"), "{n: 3}"))
    assert page.locator("mp-swiper-item").count() == 3
    assert [box_of(page, f"#i{at}")[0] for at in range(3)] == [0, 375, -375]
    drag(page, "#s", 150, 0)
    rest(running, change(2), end(2, "touch"))
    drag(page, "#s", -150, 0)
    rest(running, change(0), end(0, "touch"))


def test_current_brings_a_slide_and_so_do_the_arrow_keys(page: Page):
    template = (
        slides(f'{HEARS} current="{{{{at}}}}"') + '<view id="b" onTap="set" data-set="{{ {at: 2} }}">b</view>'
    )
    running = start(page, shows(template, "{n: 3, at: 1}"))
    assert box_of(page, "#i1")[0] == 0
    page.click("#b")
    rest(running, change(2), end(2, ""))
    page.focus("#s")
    page.keyboard.press("ArrowLeft")
    rest(running, change(1), end(1, "touch"))
    page.keyboard.press("ArrowDown")
    assert running.take() == []


def test_the_current_slide_waits_for_data(page: Page):
    template = slides('current="2"') + '<view id="b" onTap="set" data-set="{{ {n: 4} }}">b</view>'
    running = start(page, shows(template, "{n: 0}"))
    running.click("#b")
    assert box_of(page, "#i2")[0] == 0
    assert page.get_attribute("#s", "tabindex") == "0"


def test_autoplay_turns_round_and_starts_again(page: Page):
    running = start(page, shows(slides(f'{HEARS} autoplay interval="60"'), "{n: 2}"))
    until(page, "document.querySelector('#i1').getBoundingClientRect().left === 0")
    until(page, "document.querySelector('#i0').getBoundingClientRect().left === 0")
    told = running.take()
    assert told[:4] == [change(1), end(1, "autoplay"), change(0), end(0, "autoplay")][: len(told)]


def test_autoplay_waits_while_the_keyboard_is_here(page: Page):
    page.clock.install()
    running = start(page, shows(slides(f'{HEARS} autoplay interval="5000"'), "{n: 2}"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "s"
    page.clock.run_for(12000)
    assert running.take() == []
    page.evaluate("document.activeElement.blur()")
    page.clock.run_for(12000)
    assert change(1) in running.take()


def test_dots_show_the_slide_in_front(page: Page):
    running = start(
        page,
        shows(
            slides(
                'indicator-dots indicator-color="rgb(1, 2, 3)" indicator-active-color="rgb(4, 5, 6)"'
                ' current="1"'
            ),
            "{n: 3}",
        ),
    )
    colours = [style_of(page, f".mp--dot:nth-child({at})", "backgroundColor") for at in (1, 2, 3)]
    assert colours == ["rgb(1, 2, 3)", "rgb(4, 5, 6)", "rgb(1, 2, 3)"]
    assert running.problems == []


def test_margins_show_a_part_of_the_neighbours(page: Page):
    start(page, shows(slides('previous-margin="30px" next-margin="40rpx" current="1"'), "{n: 3}"))
    assert [box_of(page, f"#i{at}")[0] for at in range(3)] == [-295, 30, 355]
    assert box_of(page, "#i1")[2] == 325
    assert style_of(page, "#i0", "visibility") == "visible"


def test_snap_to_edge_leaves_no_margin_before_the_first(page: Page):
    start(page, shows(slides('previous-margin="30px" next-margin="20px" snap-to-edge'), "{n: 3}"))
    assert [box_of(page, f"#i{at}")[0] for at in range(2)] == [0, 325]


def test_several_slides_are_in_front_at_once(page: Page):
    running = start(page, shows(slides(f'{HEARS} display-multiple-items="3"'), "{n: 4}"))
    assert [box_of(page, f"#i{at}")[0] for at in range(4)] == [0, 125, 250, 375]
    drag(page, "#s", -200, 0)
    rest(running, change(1), end(1, "touch"))


def test_a_vertical_swiper_goes_down(page: Page):
    running = start(page, shows(slides(f"{HEARS} vertical"), "{n: 3}"))
    drag(page, "#s", 0, -60)
    rest(running, change(1), end(1, "touch"))
    assert box_of(page, "#i2")[1] - box_of(page, "#i1")[1] == 150


def test_slides_are_marked_while_they_are_in_front(page: Page):
    running = start(page, shows(slides(f'{HEARS} active-class="on"'), "{n: 2}"))
    assert [page.locator("#i0._on").count(), page.locator("#i1._on").count()] == [1, 0]
    drag(page, "#s", -150, 0)
    rest(running, change(1), end(1, "touch"))
    assert [page.locator("#i0._on").count(), page.locator("#i1._on").count()] == [0, 1]


def test_disabled_touch_leaves_it_still(page: Page):
    running = start(page, shows(slides(f"{HEARS} disable-touch"), "{n: 2}"))
    drag(page, "#s", -150, 0)
    assert running.take() == []
    assert page.get_attribute("#s", "tabindex") is None


def test_someone_who_wants_less_movement_sees_no_way(page: Page):
    page.emulate_media(reduced_motion="reduce")
    running = start(
        page,
        shows(
            slides(f'{HEARS} autoplay interval="60"').replace('duration="40"', 'duration="60000"'), "{n: 9}"
        ),
    )
    until(page, "document.querySelector('#i2').getBoundingClientRect().left === 0")
    assert end(1, "autoplay") in running.log


def test_slides_may_go_while_one_of_them_is_in_front(page: Page):
    template = slides('current="3"') + '<view id="b" onTap="set" data-set="{{ {n: 2} }}">b</view>'
    running = start(page, shows(template, "{n: 4}"))
    running.click("#b")
    assert box_of(page, "#i1")[0] == 0
    assert running.problems == []


def test_inner_slides_move_before_the_outer_ones(page: Page):
    inner = (
        '<swiper id="t" duration="1" onChange="name"'
        ' style="height:80px"><swiper-item>1</swiper-item><swiper-item>2</swiper-item></swiper>'
    )
    running = start(page, shows(slides('onChange="name"', inside=inner), "{n: 2}"))
    drag(page, "#i0 #t", -150, 0)
    for _ in range(50):
        running.settle()
    assert running.take() == ["change t"]
