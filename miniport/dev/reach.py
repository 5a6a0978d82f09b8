"""Which hosts an app in the preview may reach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from miniport.project.settings import Settings


def reached(settings: Settings) -> tuple[str, ...]:
    """Return the hosts of `dev.hosts`, then those of addresses that settings of targets name, each once.

    What an element draws from elsewhere, as a map its tiles, the project has named there already. A `{s}`
    for one of several hosts stands for all that end alike.
    """
    named = (host for target in settings.targets.values() for host in _hosts(target.settings))
    return tuple(dict.fromkeys((*settings.dev.hosts, *named)))


def _hosts(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for member in value.values():
            yield from _hosts(member)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _hosts(item)
    elif isinstance(value, str) and value.startswith(("https://", "http://")):
        host = urlsplit(value).netloc
        yield f"*.{host.rpartition('}.')[2]}" if "{" in host else host
