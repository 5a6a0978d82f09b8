"""video, audio, web-view, cover-view and cover-image."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.elements.shown import box_of, shows, style_of, until
from tests.runtime.small_app import Running, SmallApp, start

pytestmark = pytest.mark.browser

FRAME = """<!doctype html><script>
addEventListener("message", (e) => parent.postMessage({ miniport: "web-view", data: { echo: e.data } }, "*"));
parent.postMessage({ miniport: "web-view", data: { name: "h5" } }, "*");
parent.postMessage({ something: "else" }, "*");
</script>"""


def test_a_video_plays_to_its_end_and_tells_of_it(page: Page):
    hears = " ".join(f'on{name}="name"' for name in ("Play", "Pause", "Ended", "RenderStart", "Stop"))
    members = """onTime(e) { this.at = e.detail; },
      play() { this.v = my.createVideoContext("v"); this.v.play(); },
      stop() {
        console.log(Object.keys(this.at).join());
        console.log(this.at.videoDuration > 0.3);
        this.v.stop();
      },"""
    template = (
        f'<video id="v" src="/quiet.wav" muted {hears} onTimeUpdate="onTime"/>'
        '<view id="p" onTap="play">p</view><view id="s" onTap="stop">s</view>'
    )
    running = start(page, shows(template, members=members))
    assert box_of(page, "#v")[2:] == [300, 225]
    page.click("#p")
    log = running.heard("ended v")
    assert log.index("play v") < log.index("renderStart v") < log.index("ended v")
    running.take()
    assert running.click("#s")[:3] == ["currentTime,userPlayDuration,videoDuration", "true", "stop v"]


def test_the_button_in_the_middle_begins(page: Page):
    running = start(page, shows('<video id="v" src="/quiet.wav" muted onPlay="name"/>'))
    assert page.get_attribute("#v button", "aria-label") == "播放"
    page.click("#v button")
    running.heard("play v")
    assert page.locator("#v button").count() == 0
    assert page.evaluate("document.querySelector('#v video').controls") is True


def test_attributes_reach_the_player(page: Page):
    template = (
        '<video id="v" src="/quiet.wav" poster="/wide.png" loop muted="{{m}}"'
        ' controls="{{false}}" object-fit="fill" '
        'show-fullscreen-btn="{{false}}" show-center-play-btn="{{false}}" initial-time="0.2"/>'
        '<view id="b" onTap="set" data-set="{{ {m: true} }}">b</view>'
    )
    # The files of these tests cannot be read from the middle.
    page.add_init_script(
        "window.sought = []; Object.defineProperty(HTMLMediaElement.prototype, 'currentTime',"
        " { set: (at) => sought.push(at) })"
    )
    running = start(page, shows(template, "{m: false}"))
    until(page, "window.sought[0] === 0.2")
    seen = page.evaluate(
        "(({ loop, controls, muted, playsInline }) => [loop, controls, muted,"
        " playsInline])(document.querySelector('#v video'))"
    )
    assert seen == [True, False, False, True]
    assert style_of(page, "#v video", "objectFit") == "fill"
    assert page.get_attribute("#v video", "poster") == "./wide.png"
    assert page.get_attribute("#v video", "controlslist") == "nofullscreen"
    assert page.locator("#v button").count() == 0
    running.click("#b")
    assert page.evaluate("document.querySelector('#v video').muted") is True


def test_a_video_that_is_not_there_is_an_error(page: Page):
    running = start(page, shows('<video id="v" src="/none.mp4" onError="log"/>'))
    running.heard('error v {"errorCode":1006}')


def test_audio_with_controls_is_seen_and_heard_of(page: Page):
    template = (
        '<audio id="a" src="/quiet.wav" controls name="Song" author="Who" poster="/wide.png"'
        ' onPlay="name" onEnded="name"/>'
        '<audio id="h" src="/none.wav" onError="log"/>'
    )
    running = start(page, shows(template))
    running.heard('error h {"errMsg":4}')
    assert style_of(page, "#h", "display") == "none"
    assert page.inner_text("#a") == "Song\nWho"
    page.evaluate(
        "document.querySelector('#a audio').muted = true; document.querySelector('#a audio').play()"
    )
    running.heard("ended a")


def web(attributes: str, members: str = "") -> SmallApp:
    return shows(
        f'<web-view id="w" {attributes} onMessage="log" onLoad="log" onError="log"/>', members=members
    )


def show(page: Page, app: SmallApp) -> Running:
    """Start an app; the pages of another site answer."""
    running = start(page, app)
    running.take()
    page.route("http://other.test/**", lambda route: route.fulfill(body=FRAME, content_type="text/html"))
    page.reload()
    return running


def test_a_web_view_fills_the_page_and_passes_messages(page: Page):
    members = 'onLoad() { this.w = my.createWebViewContext("w"); }, say() { this.w.postMessage({ to: 1 }); }'
    running = show(page, web('src="http://other.test/a"', members))
    running.heard('message w {"name":"h5","data":{"name":"h5"}}')
    assert box_of(page, "#w") == [0, 0, 375, 623]
    page.evaluate("document.querySelector('#w').mp.o.self.say()")
    echo = {"miniport": "web-view", "data": {"to": 1}}
    running.heard(f"message w {json.dumps({'echo': echo, 'data': {'echo': echo}}, separators=(',', ':'))}")


@pytest.mark.parametrize("src", ["javascript:alert(1)", "/pages/a.html", "data:text/html,x"])
def test_what_is_no_page_of_the_web_is_refused_visibly(page: Page, src: str):
    running = start(page, web(f'src="{src}"'))
    assert page.locator("#w iframe").count() == 0
    assert src in page.inner_text("#w [role=alert]")
    assert running.take() == [f"error w {json.dumps({'src': src}, separators=(',', ':'))}"]


def test_a_page_that_the_policy_forbids_is_refused_visibly(page: Page):
    running = start(page, web('src="http://third.test/a"'))
    running.heard('error w {"src":"http://third.test/a"}')
    page.wait_for_selector("#w [role=alert]")
    assert page.locator("#w iframe").count() == 0


def test_covers_lie_over_what_is_below_them(page: Page):
    template = (
        '<view style="position:relative"><canvas id="c" onTap="name"/>'
        '<cover-view id="v" class="x" onTap="name">over</cover-view>'
        '<cover-view id="t" class="x y" penetrateGuesture>through</cover-view>'
        '<cover-image id="i" class="z" src="/wide.png" onLoad="log" onTap="name"/></view>'
    )
    style = (
        "._x{position:absolute;top:0;left:0;width:90px;height:30px}._y{top:40px}"
        "._z{position:absolute;top:100px;left:0;width:50px;height:50px}"
    )
    running = start(page, shows(template, style=style))
    running.heard('load i {"width":40,"height":20}')
    running.take()
    assert running.click("#v") == ["tap v"]
    page.mouse.click(20, 44 + 50)
    assert running.take() == ["tap c"]
    assert running.click("#i") == ["tap i"]
    assert box_of(page, "#i img")[2:] == [50, 50]
