"""What a person does with an app: each action of the scripts on a stage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from tests.examples.stage import Stage

WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def _origin(stage: Stage) -> tuple[float, float]:
    """Return where the app's frame lies in the window."""
    if stage.frame.parent_frame is None:
        return 0.0, 0.0
    box = stage.frame.frame_element().bounding_box()
    assert box is not None
    return box["x"], box["y"]


def _middle(stage: Stage, task: str, what: str, **order: object) -> tuple[float, float]:
    found: list[tuple[float, float]] = []

    def is_there() -> bool:
        node = stage.handle(task, **order).as_element()
        box = node.bounding_box() if node else None
        if box:
            found.append((box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))
        return bool(box)

    stage.until(is_there, what)
    return found[-1]


def tap(stage: Stage, selector: object) -> None:
    """Tap the middle of a node."""
    stage.page.touchscreen.tap(*_middle(stage, "ready", f"{selector} can be tapped", selector=selector))


def outside(stage: Stage, selector: str, text: object) -> None:
    """Tap something of the frame around the page."""
    stage.page.touchscreen.tap(*_middle(stage, "outside", f"{selector} {text}", selector=selector, text=text))


def _fields(stage: Stage, given: object) -> None:
    for selector, text in cast(Mapping[str, str], given).items():
        stage.until(lambda at=selector: stage.handle("field", selector=at).as_element() is not None, selector)  # type: ignore[misc]
        node = stage.handle("field", selector=selector).as_element()
        assert node is not None
        node.focus()
        node.fill(text)


def _confirm(stage: Stage, selector: object) -> None:
    node = stage.handle("field", selector=selector).as_element()
    assert node is not None, selector
    node.press("Enter")


def _pick(stage: Stage, given: object) -> None:
    for selector, text in cast(Mapping[str, str], given).items():
        tap(stage, selector)
        stage.until(lambda at=text: stage.ask("wheel", text=at) is not None, f"a wheel with {text}")  # type: ignore[misc]
        way = int(cast(int, stage.ask("wheel", text=text)))
        for _ in range(abs(way)):
            stage.page.keyboard.press("ArrowDown" if way > 0 else "ArrowUp")
        stage.until(lambda at=text: stage.ask("wheel", text=at) == 0, f"the wheel at {text}")  # type: ignore[misc]
        outside(stage, ".mp--picker-yes", "")


def _slide(stage: Stage, given: object) -> None:
    for selector, value in cast(Mapping[str, int], given).items():
        at = stage.ask("rail", selector=selector, value=value)
        x, y = _origin(stage)
        stage.page.mouse.click(cast(float, at["x"]) + x, cast(float, at["y"]) + y)


def _drag(stage: Stage, start: tuple[float, float], way: tuple[float, float]) -> None:
    session = stage.context.new_cdp_session(stage.page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        told = [{"x": x, "y": y} for x, y in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": told})

    touch("touchStart", start)
    for part in range(1, 9):
        touch("touchMove", (start[0] + way[0] * part / 8, start[1] + way[1] * part / 8))
        stage.ask("pause")
    touch("touchEnd")
    session.detach()


def _swipe(stage: Stage, given: object) -> None:
    for selector, word in cast(Mapping[str, str], given).items():
        middle = _middle(stage, "ready", selector, selector=selector)
        box = stage.ask("box", selector=selector)
        across, down = WAYS[word]
        width, height = cast(float, box["width"]) * 0.6, cast(float, box["height"]) * 0.6
        start = (middle[0] - across * width / 2, middle[1] - down * height / 2)
        _drag(stage, start, (across * width, down * height))
        stage.until(lambda: bool(stage.ask("isStill")), "the swiper rests")


def _pull(stage: Stage, _: object) -> None:
    stage.ask("scroll", to="top")
    area = stage.ask("area")
    x, y = _origin(stage)
    start = (cast(float, area["x"]) + x + 180, cast(float, area["y"]) + y + 40)
    _drag(stage, start, (0, 260))


def _theme(stage: Stage, name: object) -> None:
    stage.page.emulate_media(color_scheme=cast(None, name))


def _answer(stage: Stage, given: object) -> None:
    reply = cast(Mapping[str, object], given)
    stage.answer(str(reply["url"]), reply)


def _reload(stage: Stage, _: object) -> None:
    stage.open(str(stage.ask("look", expect={"$page": None})["$page"]))


def _forget(stage: Stage, _: object) -> None:
    stage.forget()
    stage.open()


ACTIONS: Mapping[str, Callable[[Stage, object], None]] = {
    "open": lambda stage, url: stage.open(str(url)),
    "reload": _reload,
    "forget": _forget,
    "tap": tap,
    "input": _fields,
    "confirm": _confirm,
    "pick": _pick,
    "slide": _slide,
    "swipe": _swipe,
    "scroll": lambda stage, to: void(stage.ask("scroll", to=to)),
    "pull": _pull,
    "tab": lambda stage, text: outside(stage, ".mp--tab", text),
    "back": lambda stage, _: outside(stage, ".mp--back", ""),
    "dialog": lambda stage, text: outside(stage, ".mp--choice", text),
    "share": lambda stage, _: None,
    "answer": _answer,
    "theme": _theme,
    "look": lambda stage, _: None,
}


def void(_: object) -> None:
    """Drop an answer."""
