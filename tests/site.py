"""Folders shown to a browser without a server and without a network."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlencode, urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Route

ORIGIN = "http://site.test"
# What the strictest host would send with the content: no inline script, no eval, nothing from elsewhere.
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"


def serve(context: BrowserContext, folders: Mapping[str, Path]) -> None:
    """Answer every request of a context from folders, each under the first part of the address."""

    def answer(route: Route) -> None:
        first, _, rest = unquote(urlsplit(route.request.url).path).lstrip("/").partition("/")
        path = folders[first] / rest if first in folders else None
        if path is None or not path.is_file():
            # Browsers ask for it on their own.
            route.fulfill(status=204 if first == "favicon.ico" else 404, body="")
            return
        kind = mimetypes.guess_type(path.name)[0] or "text/plain"
        is_content = first == "web" or "/res/h5/" in path.as_posix()
        headers = {"content-security-policy": POLICY} if is_content else {}
        route.fulfill(body=path.read_bytes(), content_type=f"{kind}; charset=utf-8", headers=headers)

    context.route("**/*", answer)


def address(target: str, page: str, query: Mapping[str, str]) -> str:
    """Return where a page of a built app is shown: in the stand-in of the container, or as a site."""
    if target == "web":
        return f"{ORIGIN}/web/index.html#/{page}?{urlencode(query)}"
    return f"{ORIGIN}/host/index.html?{urlencode({'project': f'{ORIGIN}/{target}/', 'page': page, **query})}"
