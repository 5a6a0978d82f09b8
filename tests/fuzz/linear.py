"""Whether reading a text repeated over and over costs no more than its length."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from miniport.syntax.expression import parse_expression
from miniport.syntax.tree import parse

SMALL, LARGE = 2_000, 16_000
"""How many characters the two texts have that are compared."""

FACTOR = 5.0
"""How much dearer a character of the large text may be; square growth makes it eight times as dear."""

LEAST = 0.002
"""CPU seconds under which a difference says nothing."""


Clock = Callable[[Callable[[str], object], str], float]
"""What a reader takes for a text, in CPU seconds."""


def repeated(text: str, count: int) -> tuple[str, str]:
    """Return a text so many times side by side, and its first half so many times inside itself."""
    half = (len(text) + 1) // 2
    return text * count, text[:half] * count + text[half:] * count


def slowdown(read: Callable[[str], object], text: str, seconds: Clock | None = None) -> str | None:
    """Tell how much slower a large text is for its size than a small one, or None where it is not."""
    cost = seconds or _seconds
    few, many = (size // len(text) + 1 for size in (SMALL, LARGE))
    # Backticks in odd number are refused at once, in even number read: the dearer of two neighbours counts.
    pairs = zip(repeated(text, few), repeated(text, few + 1), strict=True)
    for at, (small, large) in enumerate(zip(pairs, repeated(text, many), strict=True)):
        ratio = _ratio(cost, read, small, large, times=1)
        # A shared machine disturbs one measurement, hardly the best of five.
        if ratio > FACTOR and (ratio := _ratio(cost, read, small, large, times=5)) > FACTOR:
            return f"{ratio:.1f} times as slow for its size, {'nested' if at else 'repeated'}"
    return None


def _ratio(
    cost: Clock, read: Callable[[str], object], small: Sequence[str], large: str, *, times: int
) -> float:
    quick = max(max(_best(cost, read, text, times), LEAST) / len(text) for text in small)
    return _best(cost, read, large, times) / len(large) / quick


def _best(cost: Clock, read: Callable[[str], object], text: str, times: int) -> float:
    return min(cost(read, text) for _ in range(times))


def _seconds(read: Callable[[str], object], text: str) -> float:
    parse_expression.cache_clear()
    parse.cache_clear()
    start = time.process_time()
    read(text)
    return time.process_time() - start
