"""Templates that include one another, looked at as a graph."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miniport import rules
from miniport.facts import Link
from miniport.posix import PurePosixPath
from miniport.web.include import circles
from miniport.web.template import Template
from tests.web.test_render import template


def linked(graph: dict[int, list[int]]) -> dict[PurePosixPath, Template]:
    """Return templates each of which includes those that it is given, in that order."""
    texts = {at: "".join(f'<include src="{to}"/>' for to in targets) for at, targets in graph.items()}
    made = {}
    for at, text in texts.items():
        resolved = {(Link.INCLUDE, str(to)): PurePosixPath(f"{to}.axml") for to in graph[at]}
        made[PurePosixPath(f"{at}.axml")] = replace(template(f"{at}.axml", text), resolved=resolved)
    return made


def leads(graph: dict[int, list[int]], start: int, end: int) -> bool:
    """Tell whether a file includes another, directly or through others."""
    seen, pending = set(), [start]
    while pending:
        at = pending.pop()
        if at == end:
            return True
        if at not in seen:
            seen.add(at)
            pending.extend(graph.get(at, ()))
    return False


NUMBERS = st.integers(0, 6)


@given(st.dictionaries(NUMBERS, st.lists(NUMBERS, max_size=4, unique=True)))
def test_an_include_is_told_where_it_leads_back_and_nowhere_else(graph: dict[int, list[int]]):
    width = len('<include src="0"/>')
    found = {(str(path), finding.span.start) for path, finding in circles(linked(graph))}
    assert found == {
        (f"{at}.axml", number * width)
        for at, targets in graph.items()
        for number, to in enumerate(targets)
        if leads(graph, to, at)
    }
    assert {finding.rule for _, finding in circles(linked(graph))} <= {rules.INCLUDE_CYCLE}


@pytest.mark.parametrize("count", [20_000])
def test_a_long_circle_is_told_in_each_of_its_files(count: int):
    graph = {at: [(at + 1) % count] for at in range(count)}
    assert len(list(circles(linked(graph)))) == count
