"""Write docs/bad-input.md: how a build ends for each bad project, from the tests' own rows and fixtures."""

from __future__ import annotations

import re
from pathlib import Path

from tests.bad.row import Row
from tests.bad.rows import GROUPS
from tests.fixture_folder import FIXTURES

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "bad-input.md"
HEAD = """# Bad input

How `miniport build` ends where something is wrong with a project; written by `make docs` from the rows of
`tests/bad`, whose messages are whole in `tests/fixtures/bad`, in English and in Chinese. Each row is a sound
project of one page and one component with one thing changed, built for `alipay` and `weibo` by a process
without rights of root over an output that is there already. *Kept*: the output folders hold what they held,
byte for byte. *Written*: both hold the new bundle whole. No row ends with a traceback.
"""
END = """
Besides: a full disk (MP338, exit 2, kept), several builds into one folder at once (each writes the whole, or
MP334 and exit 2), Ctrl-C (exit 130) and kill at random moments (after the next command each output folder is
the old one whole or the new one whole): `tests/bad/test_output_folder.py`, `tests/bad/test_signals.py`.
"""
_FINDING = re.compile(r"^(?P<place>.*?): (?:error|warning) (?P<code>MP\d+): (?P<message>.*)$", re.MULTILINE)
_NOT_COUNTED = re.compile(r" \[[a-z, ]+\](?: \(\d+ places\))?$")


def page() -> str:
    """Return the page."""
    lines = [HEAD]
    for title, rows in GROUPS:
        lines.append(f"## {title}\n")
        lines.append("| what is wrong | exit | what is said | output |\n| --- | --- | --- | --- |")
        lines.extend(_line(row) for row in rows)
        lines.append("")
    return "\n".join(lines) + END


def _line(row: Row) -> str:
    left = {"old": "kept", "new": "written"}[row.left]
    return f"| {row.what} | {row.exit} | {_said(row)} | {left} |"


def _said(row: Row) -> str:
    path = FIXTURES / "bad" / row.name / "en.txt"
    text = path.read_text("utf-8") if path.is_file() else ""
    found = [
        f"{each['code']} {_NOT_COUNTED.sub('', each['message'])} (`{each['place']}`)"
        for each in _FINDING.finditer(text)
    ]
    if not found:
        first = text.split("\n")[0]
        found = [first.removeprefix("error: ")] if first.startswith("error: ") else ["nothing but notes"]
    more = f"; and {len(found) - 2} more" if len(found) > 2 else ""
    return _escaped("; ".join(found[:2]) + more)


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
