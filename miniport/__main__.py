"""The command `miniport`: `--version` at once, everything else through the command line."""

from __future__ import annotations

import gc
import os
import sys

from miniport import __version__

_INTERRUPTED = 130


def entry() -> None:
    """Run the command line and end the process.

    What a command holds goes with its process. Taking it apart value by value, and searching it for cycles
    on the way, would cost a twentieth of a build; a command that stays turns the search on again.
    """
    gc.disable()
    try:
        code = main()
    except KeyboardInterrupt:
        # Only loading is interrupted here: nothing was begun, so there is nothing to tell.
        code = _INTERRUPTED
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        # The interpreter tells what nobody could read.
        sys.exit(code)
    os._exit(code)


def main() -> int:
    """Run the command line and return its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        sys.stdout.write(f"miniport {__version__}\n")
        return 0
    if arguments[:1] in (["build"], ["check"]):
        # Only what these found is kept, and what looks for it costs a third of `--help`.
        code = _kept(arguments)
        if code is not None:
            return code
    from miniport.cli.run import run

    return run(arguments)


def _kept(arguments: list[str]) -> int | None:
    """Tell what an earlier process found, or go on from what it made; None where neither is possible."""
    from miniport.cli.again import again, before

    left = before(arguments)
    if left is None:
        return None
    code = again(left)
    if code is not None:
        return code
    from miniport.cli.resume import resume

    return resume(arguments, left)


if __name__ == "__main__":
    entry()
