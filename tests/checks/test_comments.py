"""What stands in a comment of a script is nobody's code: no check speaks of it."""

from __future__ import annotations

import re

import pytest

from tests.checks.test_rows import found, rows

_BODY = re.compile(r"\)\s*(?:=>\s*)?\{")


def commented(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a script that holds itself as comments, in each function and below, and the lines of those."""
    comment = "/*\n" + text.replace("*/", "* /") + "\n*/"
    twice = _BODY.sub(lambda match: f"{match[0]}\n{comment}\n", text) + f"\n{comment}\n"
    starts = [twice.count("\n", 0, match.start()) + 1 for match in re.finditer(re.escape(comment), twice)]
    return twice, [(start, start + comment.count("\n")) for start in starts]


ROWS = [row for row in rows() if any(path.endswith(".js") for path in row.values[0]["fires"])]
# It speaks of conditions, which stand in comments.
OF_COMMENTS = ("MP176",)


@pytest.mark.parametrize("row", ROWS)
def test_no_check_speaks_of_what_a_comment_holds(row: dict[str, object]):
    files = dict(row["fires"])
    comments = {}
    for path, text in row["fires"].items():
        if path.endswith(".js") and text is not None:
            files[path], comments[path] = commented(text)
    assert [
        (each.rule.code, str(each.place.path), each.place.line)
        for each in found(files, str(row.get("targets", "alipay")))
        if each.rule.code not in OF_COMMENTS
        if any(first <= each.place.line <= last for first, last in comments.get(str(each.place.path), ()))
    ] == []
