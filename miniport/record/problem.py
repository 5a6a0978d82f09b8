"""What is wrong in a record: Problem, and the RecordError that carries all of them."""

from __future__ import annotations

from collections.abc import Iterable

from miniport.field import replace
from miniport.frozen import frozen

KeyPath = tuple[str | int, ...]
"""The way to a value: mapping keys and 0-based list indexes."""


@frozen(slots=True)
class Problem:
    """One thing that is wrong, in English and Chinese, each with its cure (or "").

    `is_key`: the key itself is meant, not its value. `span` is in code points of the text, where known.
    """

    path: KeyPath
    en: str
    zh: str
    help_en: str = ""
    help_zh: str = ""
    is_key: bool = False
    span: tuple[int, int] | None = None

    @property
    def key(self) -> str:
        """Return the key path as people write it: `targets.weibo.pages[0]`, or "" for the whole record."""
        text = ""
        for step in self.path:
            text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
        return text

    def with_span(self, span: tuple[int, int] | None) -> Problem:
        """Return the problem with its place in the text."""
        return replace(self, span=span)


class RecordError(Exception):
    """A record that cannot be decoded: the file's name and every problem in it."""

    def __init__(self, at: str, problems: Iterable[Problem]) -> None:
        self.at = at
        self.problems = tuple(problems)
        lines = (
            f"{at}: {problem.key}: {problem.en}" if problem.key else f"{at}: {problem.en}"
            for problem in self.problems
        )
        super().__init__("\n".join(lines))
