"""What counts as new, and what counts as found."""

from __future__ import annotations

from collections import Counter

from tests.seeded.inject import Fault, Marker, Place, load
from tests.seeded.run import Found, Verdict, fresh, judged, results

FAULT = Fault("a-1", "a", "p", "", ("weibo", "alipay"), (Marker("a.js", "my.x"),))
PLACES = (Place("a.js", 3, 5, 8),)


def found(target: str, line: int, column: int, text: str = "my.x()", file: str = "a.js") -> Found:
    return Found(target, "MP1", "there is no my.x", file, line, column, text)


def test_a_finding_that_only_moved_is_not_new():
    assert fresh([found("weibo", 1, 1)], [found("weibo", 2, 1)]) == ()


def test_a_finding_on_a_changed_line_is_not_new():
    assert fresh([found("weibo", 1, 1)], [found("weibo", 1, 7, "f(); my.x()")]) == ()


def test_the_second_of_two_equal_findings_is_new():
    second = found("weibo", 2, 1)
    assert fresh([found("weibo", 1, 1)], [found("weibo", 1, 1), second]) == (second,)


def test_the_target_that_finds_it_worst_decides():
    cases = {
        Verdict.PLACE: (found("weibo", 3, 5), found("alipay", 3, 8)),
        Verdict.LINE: (found("weibo", 3, 5), found("alipay", 3, 9)),
        Verdict.ELSEWHERE: (found("weibo", 3, 5), found("alipay", 4, 5)),
        Verdict.MISSED: (found("weibo", 3, 5),),
    }
    assert {verdict: judged(FAULT, PLACES, new).verdict for verdict, new in cases.items()} == {
        verdict: verdict for verdict in cases
    }


def test_a_file_as_a_whole_is_found_on_any_of_its_lines():
    new = (found("weibo", 3, 5), found("alipay", 0, 0))
    assert judged(FAULT, (Place("a.js"),), new).verdict is Verdict.PLACE


def test_a_real_fault_is_found_and_an_absent_project_is_counted():
    chosen = [fault for fault in load() if fault.id in ("misspelt-api-3", "misspelt-api-4")]
    skipped: Counter[str] = Counter()
    (result,) = results(chosen, None, skipped)
    assert (result.fault.id, result.verdict) == ("misspelt-api-3", Verdict.PLACE)
    assert skipped == {"xilai-express": 1}
