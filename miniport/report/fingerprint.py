"""A name for a finding that stays when lines above it come and go."""

from __future__ import annotations

import hashlib

from miniport.diagnostics import Diagnostic


def fingerprint(found: Diagnostic) -> str:
    """Return a short name made of the rule, the file, its line as text and what is meant on that line.

    Neither the number of the line nor its indentation counts, nor the wording of messages. Equal lines of one
    file share a name: whoever keeps names counts them.
    """
    place = found.place
    if place.line:
        end = place.end_column - 1 if place.end_line == place.line else len(place.frame)
        meant = [" ".join(place.frame.split()), place.frame[place.column - 1 : end]]
    else:
        meant = [f"{key}={value}" for key, value in sorted(found.arguments.items()) if _is_telling(key)]
    text = "\0".join((found.rule.code, str(place.path), *meant))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _is_telling(key: str) -> bool:
    """Tell whether an argument says what was found: a sentence may change, and targets are kept beside."""
    return key != "target" and not key.endswith(("_en", "_zh"))
