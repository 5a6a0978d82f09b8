"""The command `miniport`: `--version` at once, everything else through the command line."""

from __future__ import annotations

import sys

from miniport import __version__


def main() -> int:
    """Run the command line and return its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        sys.stdout.write(f"miniport {__version__}\n")
        return 0
    from miniport.cli.again import again

    code = again(arguments)
    if code is not None:
        return code
    from miniport.cli.resume import resume

    code = resume(arguments)
    if code is not None:
        return code
    from miniport.cli.run import run

    return run(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
