"""The profile of a build: `make bench DIR=project`."""

import subprocess
import sys
from pathlib import Path

from benchmarks import profile_build

ROOT = Path(__file__).parents[2]


def test_the_profile_of_a_build_names_parts_that_add_up_to_all():
    command = [sys.executable, "-m", "benchmarks.profile_build", "examples/first-steps"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    seconds = {line[:20].strip(): float(line[20:28]) for line in told.stdout.splitlines()}
    whole = seconds.pop("all")
    assert "imports" in seconds
    assert abs(sum(seconds.values()) - whole) < 0.001 * (len(seconds) + 1)


def test_a_frame_counts_for_the_innermost_part_of_miniport_on_the_stack():
    from miniport.syntax.markup import parse_markup
    from miniport.targets.pack import bundled_pack

    found = []
    dialect = bundled_pack("alipay").dialect

    def look(frame, event, _):
        found.append(profile_build.part_of(frame))

    sys.setprofile(look)
    try:
        parse_markup('<view a="{{b}}"/>', dialect)
    finally:
        sys.setprofile(None)
    assert "syntax" in found
    assert profile_build.part_of(None) == "start and end"
