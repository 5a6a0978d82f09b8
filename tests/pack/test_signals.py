"""A pack killed where it writes leaves whole files or none, and the next one goes on."""

from pathlib import Path

from tests.bad.row import put
from tests.pack.conftest import PROJECT
from tests.pack.signals import counted, forked, killed, moments, pack


def test_killed_at_any_moment_no_half_archive_lies_there(tmp_path: Path):
    put(tmp_path / "app", PROJECT)
    assert forked(lambda: pack(tmp_path, "whole")) == 0
    total, writing = counted(tmp_path)
    ended = {killed(tmp_path, moment)[0] for moment in moments(total, writing, 4, seed=3)}
    assert -9 in ended
