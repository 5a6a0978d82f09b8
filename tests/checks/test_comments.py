"""What stands in a comment or a text of a script is nobody's code: no check speaks of it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.checks.test_rows import found, rows

_BODY = re.compile(r"\)\s*(?:=>\s*)?\{")


def as_comment(text: str) -> str:
    """Return a script as a comment."""
    return "/*\n" + text.replace("*/", "* /") + "\n*/"


def as_text(text: str) -> str:
    """Return a statement that holds a script as a text."""
    return ";print(`\n" + text.replace("\\", "/").replace("`", "'").replace("${", "$ {") + "\n`);"


def held(text: str, inner: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a script that holds such a piece in each function and below, and the lines of those pieces."""
    twice = _BODY.sub(lambda match: f"{match[0]}\n{inner}\n", text) + f"\n{inner}\n"
    starts = [twice.count("\n", 0, match.start()) + 1 for match in re.finditer(re.escape(inner), twice)]
    return twice, [(start + 1, start + inner.count("\n") - 1) for start in starts]


ROWS = [row for row in rows() if any(path.endswith(".js") for path in row.values[0]["fires"])]
# It speaks of conditions, which stand in comments.
OF_COMMENTS = ("MP176",)


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("piece", [as_comment, as_text], ids=["comment", "text"])
def test_no_check_speaks_of_what_a_comment_or_a_text_holds(
    row: dict[str, object], piece: Callable[[str], str]
):
    files = dict(row["fires"])
    pieces = {}
    for path, text in row["fires"].items():
        if path.endswith(".js") and text is not None:
            files[path], pieces[path] = held(text, piece(text))
    assert [
        (each.rule.code, str(each.place.path), each.place.line)
        for each in found(files, str(row.get("targets", "alipay")))
        if each.rule.code not in OF_COMMENTS
        if any(first <= each.place.line <= last for first, last in pieces.get(str(each.place.path), ()))
    ] == []
