"""What `miniport dev` tells in the terminal after each rebuild."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import TYPE_CHECKING

from miniport.cli import system
from miniport.cli.words import say
from miniport.diagnostics import Severity
from miniport.frozen import frozen

if TYPE_CHECKING:
    from miniport.dev.rebuild import Rebuilt, Target
    from miniport.diagnostics import Diagnostic

_MOST = 10
"""Errors that are told again while they keep an output back."""


@frozen
class _News:
    """What a rebuild found, each at its place once: what is new, what was there before, and what is gone."""

    fresh: tuple[Diagnostic, ...]
    known: tuple[Diagnostic, ...]
    gone: tuple[Diagnostic, ...]


class Told:
    """What was told so far, so that nothing is told twice. `address` is the page's, "" without one."""

    def __init__(self, language: str, address: str = "") -> None:
        self.language = language
        self.address = address
        self.known: Counter[Hashable] = Counter()
        self.last: Counter[Hashable] = Counter()
        self.samples: dict[Hashable, Diagnostic] = {}
        self.is_led_further = False

    def attempt(self, rebuild: Callable[[], Rebuilt]) -> Rebuilt | None:
        """Rebuild; tell what stops it, and go on."""
        from miniport.cli.trouble import complain

        try:
            with system.uncollected():
                return rebuild()
        except Exception as error:  # noqa: BLE001 - whatever is wrong now, the next change may mend it
            complain(error, self.language)
            return None

    def tell(self, rebuilt: Rebuilt) -> None:
        """Tell what a rebuild found that was not there before, what is gone, and what was written."""
        news = self._news(rebuilt)
        if news.fresh:
            self._list(news.fresh, rebuilt)
        if not rebuilt.is_good:
            self._repeat(news.known, rebuilt)
        if news.gone or (news.fresh and news.known):
            known, gone = map(self._tally, (news.known, news.gone))
            system.emit(say(self.language, "dev.known", known=known, gone=gone) + "\n", system.out())
        for name, target in rebuilt.targets.items():
            system.emit(self._line(name, target, rebuilt), system.out())
        if rebuilt.is_good and not self.is_led_further:
            self.is_led_further = True
            system.emit(self._further(), system.out())
        if news.fresh and self.address:
            # Where it was told first has been pushed away by what was found.
            system.emit(say(self.language, "serving", address=self.address) + "\n", system.out())

    def _list(self, fresh: tuple[Diagnostic, ...], rebuilt: Rebuilt) -> None:
        """Tell findings in full, for every target that has them."""
        from miniport.cli.show import show
        from miniport.report.text import worst_lines

        lines, others = worst_lines(_everywhere(fresh, rebuilt), self.language)
        show(lines, system.out())
        if others:
            system.emit(say(self.language, "dev.others", count=others) + "\n", system.out())

    def _repeat(self, known: tuple[Diagnostic, ...], rebuilt: Rebuilt) -> None:
        """Tell the errors that were told before and are still in the way, each on a line."""
        from miniport.cli.show import show
        from miniport.report.text import headlines

        errors = [found for found in known if found.severity is Severity.ERROR]
        stopping = [found for found in errors if found.rule.is_blocking or found.rule.is_refusal] or errors
        show(headlines(_everywhere(stopping[:_MOST], rebuilt), self.language), system.out())
        if len(stopping) > _MOST:
            left = say(self.language, "dev.others", count=len(stopping) - _MOST)
            system.emit(f"{left}\n", system.out())

    def _news(self, rebuilt: Rebuilt) -> _News:
        """Compare what a rebuild found with what was told.

        What a broken build does not find is gone only where nothing new hides it: it is asked of the build
        before, whose errors all came from texts that this one read as well.
        """
        from miniport.report.cause import merge

        found = [merged.diagnostic for merged in merge(rebuilt.shown())]
        now = Counter(map(_said, found))
        self.samples |= {_said(each): each for each in found}
        new = now - self.known
        hides = any(self.samples[each].severity is Severity.ERROR for each in new)
        if rebuilt.is_good:
            left = self.known - now
        else:
            left = self.last - now if rebuilt.targets and not hides else Counter()
        fresh: list[Diagnostic] = []
        known: list[Diagnostic] = []
        for each in reversed(found):
            is_new = new[_said(each)] > 0
            new[_said(each)] -= is_new
            (fresh if is_new else known).append(each)
        gone = tuple(self.samples[each] for each in left.elements())
        self.known = now if rebuilt.is_good else (self.known - left) | now
        self.last = now
        self.samples = {each: self.samples[each] for each in self.known}
        return _News(tuple(fresh[::-1]), tuple(known[::-1]), gone)

    def _tally(self, found: tuple[Diagnostic, ...]) -> str:
        """Return how many findings there are and at how many places, as the page counts them."""
        from miniport.report.text import tally
        from miniport.report.words import word

        if not found:
            return word(self.language, "none")
        places = word(self.language, "places", count=len(found))
        return f"{tally(found, self.language)}{word(self.language, 'brackets', text=places)}"

    def _further(self) -> str:
        from miniport.report.words import word

        return f"{word(self.language, 'looks-further')}\n"

    def _line(self, name: str, target: Target, rebuilt: Rebuilt) -> str:
        """Return what became of a target: how many files of its folder are other than before."""
        from miniport.report.words import word

        done = target.written
        count = done.written + done.removed if done is not None else 0
        text = say(
            self.language,
            "dev.blocked" if done is None else "dev.written" if count else "dev.same",
            target=name,
            files=word(self.language, "files", count=count),
            milliseconds=round(rebuilt.seconds["total"] * 1000),
        )
        return f"{text}\n"


def _everywhere(some: Iterable[Diagnostic], rebuilt: Rebuilt) -> tuple[Diagnostic, ...]:
    """Return findings once more for each target that has them."""
    named = {(_said(each), each.place) for each in some}
    return tuple(each for each in rebuilt.shown() if (_said(each), each.place) in named)


def _said(found: Diagnostic) -> Hashable:
    """Return what a finding is known by, on whatever target; its line moves with each written above it."""
    arguments = sorted(each for each in found.arguments.items() if each[0] != "target")
    return found.rule.code, found.place.path, tuple(arguments)
