"""Ctrl-C and kill at some moments of a build, two builds into one folder, a disk that fills up."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from tests.bad.signals import Stage, hit, moments, stage

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no such signals there")
COUNT = 6


@pytest.fixture(scope="module")
def ready() -> Iterator[Stage]:
    """Return projects to end builds of."""
    with stage() as found:
        yield found


@pytest.mark.parametrize("at", range(COUNT))
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL], ids=["ctrl-c", "kill"])
def test_the_next_command_finds_the_old_output_or_the_new(ready: Stage, number: signal.Signals, at: int):
    done = hit(ready, number, moments(ready, COUNT)[at])
    assert "MIXED" not in done.found
    assert "Traceback" not in done.ended.err
    assert done.ended.code == (130 if number is signal.SIGINT else -signal.SIGKILL)
