"""What only a running app shows: hosts that the project does not name."""

from __future__ import annotations

from urllib.parse import urlsplit

from miniport import rules
from miniport.diagnostics import Diagnostic, Place
from miniport.posix import PurePosixPath
from miniport.project.settings import SETTINGS_FILE


def blocked_host(url: str) -> Diagnostic:
    """Return the finding of a request to a host that `dev.hosts` lacks."""
    host = urlsplit(url).netloc.rpartition("@")[2]
    return Diagnostic(rules.HOST_NOT_NAMED, {"host": host}, Place(PurePosixPath(SETTINGS_FILE)))
