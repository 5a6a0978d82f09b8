"""Plays a script on two stages side by side, and compares what they show."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import cast

from tests.examples.actions import ACTIONS
from tests.examples.stage import PATIENCE, Stage

Step = Mapping[str, object]
Comparison = Callable[[Stage, Stage], list[str]]
PARTS = frozenset(("has", "$toast", "$dialog"))
"""What is compared as a part of the text."""
AFRESH = frozenset(("open", "reload", "forget"))
"""Actions that start the app anew."""
SHOWN = 4
"""How many differences of one step are told."""


def play(
    script: str, steps: Sequence[Step], stages: Sequence[Stage], comparison: Comparison | None = None
) -> Iterator[str]:
    """Play every step; yield what does not hold, with the script's name, the step's number and the stage.

    `comparison` of the stages follows each step: that of `compare`, where none is given.
    """
    alike = comparison or compare
    thrown = 0
    for number, step in enumerate(steps, 1):
        (action,) = step.keys() - {"expect", "xfail"}
        gaps = cast(Mapping[str, str], step.get("xfail") or {})
        at = f"{script}.yaml: step {number} ({action}: {step[action]})"
        is_known = False
        expected = cast(Mapping[str, object], step["expect"])
        thrown = int(str(expected.get("$errors", 0 if action in AFRESH else thrown)))
        for stage in stages:
            wrong = _wrong(stage, action, step)
            yield from (f"{at} on {stage.name}: {line}" for line in stage.complaints(thrown))
            is_known |= stage.name in gaps
            if bool(wrong) != (stage.name in gaps):
                yield from (
                    f"{at} on {stage.name}: {line}" for line in wrong or ["marked xfail, but it holds"]
                )
        if not is_known:
            unlike = alike(*stages)
            yield from (f"{at}: {line}, of {len(unlike)}" for line in unlike[:SHOWN])


def _wrong(stage: Stage, action: str, step: Step) -> list[str]:
    try:
        ACTIONS[action](stage, step[action])
    except AssertionError as error:
        return [str(error)]
    expected = cast(Mapping[str, object], step["expect"])
    end = time.monotonic() + PATIENCE
    while wrong := list(differences(expected, seen(stage, expected))):
        if time.monotonic() > end:
            return [*wrong, *stage.problems[:2]]
        stage.ask("pause")
    return []


def seen(stage: Stage, expected: Mapping[str, object]) -> dict[str, object]:
    """Return what there is of what is expected."""
    found = stage.ask("look", expect=dict(expected))
    if "$errors" in expected:
        found["$errors"] = len(stage.thrown())
    if "$page" in expected and "?" not in str(expected["$page"]):
        found["$page"] = str(found["$page"]).partition("?")[0]
    if stage.is_contained:
        found.update(_of_the_container(stage, expected))
    return found


def _of_the_container(stage: Stage, expected: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    if "$title" in expected:
        titles = stage.page.locator(".wbox-page:not([hidden]) .wbox-title")
        yield "$title", titles.inner_text().strip()
    if "$share" in expected:
        yield "$share", stage.page.evaluate("() => window.fakehost.host.share()")


def differences(expected: object, found: object, at: str = "") -> Iterator[str]:
    """Yield where what was found differs; of a mapping only the expected keys count."""
    if isinstance(expected, Mapping):
        inner = found if isinstance(found, Mapping) else {}
        for key, wanted in expected.items():
            yield from differences(wanted, inner.get(key), f"{at} {key}".strip())
        return
    word = at.rpartition(" ")[2]
    if word in PARTS or " attribute " in f" {at} ":
        is_there = expected is not None and str(expected) in str(found)
        agrees = found is None if expected is None else found is not None and is_there
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        agrees = not any(list(differences(*pair)) for pair in zip(expected, found, strict=True))
    else:
        # YAML reads the text of a number as a number.
        agrees = (str(expected) if isinstance(found, str) else expected) == found
    if not agrees:
        yield f"{at}: expected {expected!r}, found {found!r}"


def compare(first: Stage, second: Stage) -> list[str]:
    """Return how the boxes and looks of two stages differ, once both rest."""
    end = time.monotonic() + PATIENCE
    while True:
        _match_areas(first, second)
        is_still = all(stage.ask("isStill") for stage in (first, second))
        wrong = list(unlike(first, second))
        if is_still and not wrong:
            return []
        if time.monotonic() > end:
            return wrong
        first.ask("pause")


def _match_areas(first: Stage, second: Stage) -> None:
    """Make the second window as high as leaves its page the height that the first one has."""
    one, other = (cast(Mapping[str, float], stage.ask("area"))["height"] for stage in (first, second))
    size = second.page.viewport_size
    if one != other and size:
        second.page.set_viewport_size({"width": size["width"], "height": round(size["height"] + one - other)})


def unlike(first: Stage, second: Stage) -> Iterator[str]:
    """Yield how the boxes and looks of two stages differ at this moment."""
    one, other = (cast(list[dict[str, object]], stage.ask("boxes")) for stage in (first, second))
    if not one:
        yield "there is no element to compare"
    names = [Counter(str(each["name"]) for each in boxes) for boxes in (one, other)]
    if [each["name"] for each in one] != [each["name"] for each in other]:
        more = [
            f"{name} only on {stage.name}"
            for stage, only in zip((first, second), (names[0] - names[1], names[1] - names[0]), strict=True)
            for name in sorted(only)
        ]
        yield from more or ["the same elements in another order"]
        return
    for left, right in zip(one, other, strict=True):
        pair = zip(cast(list[float], left["box"]), cast(list[float], right["box"]), strict=True)
        if any(abs(a - b) > 1 for a, b in pair) or left["looks"] != right["looks"]:
            yield f"{left['name']}: {left['box']} {left['looks']}, {right['box']} {right['looks']}"
