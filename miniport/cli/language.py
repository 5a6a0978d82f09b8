"""Which language to speak: `--lang`, else the locale."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Literal, TextIO

from miniport.cli.system import can_write

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")


def choose(arguments: Sequence[str], environ: Mapping[str, str], stream: TextIO) -> Language:
    """Return the language of a command line, before anything of it is parsed.

    A locale is not followed where the stream could not write it.
    """
    asked = _asked(arguments)
    if asked:
        return asked
    return "zh" if is_chinese(environ) and can_write(stream, "中文") else "en"


def is_chinese(environ: Mapping[str, str]) -> bool:
    """Tell whether the locale is a Chinese one."""
    names = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "")
    if sys.platform == "win32" and not locale:
        locale = _windows_locale()
    if locale in ("", "C", "POSIX") or locale.startswith("C."):
        return False
    first = environ.get("LANGUAGE", "").split(":")[0] or locale
    return first.lower().startswith(("zh", "chinese"))


def _windows_locale() -> str:
    import locale

    return locale.getlocale()[0] or ""


def _asked(arguments: Sequence[str]) -> Language | None:
    found: Language | None = None
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        name, _, value = argument.partition("=")
        if name == "--lang":
            told = value or (arguments[at + 1] if at + 1 < len(arguments) else "")
            found = next((language for language in LANGUAGES if language == told), found)
    return found
