"""What a command costs is its own, however large the process is that asks."""

import sys
from pathlib import Path

from benchmarks.usage import measured


def test_the_memory_of_whoever_measures_is_not_counted(tmp_path: Path):
    held = bytearray(b"x" * 200_000_000)
    used = measured([sys.executable, "-IS", "-c", "raise SystemExit(1)"], tmp_path)
    assert len(held) == 200_000_000
    assert used.megabytes < 100
    assert used.exit_code == 1
    assert used.cpu > 0
