"""A small project built for both kinds of frames, and a preview that shows it."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from miniport.cli.preview import told
from miniport.dev.server import Preview, Serving
from miniport.dev.shown import Shown, shown
from miniport.pipeline import BuildRequest, build
from miniport.project.files import DiskFiles
from miniport.project.read_settings import read_settings
from miniport.targets.pack import bundled_names, bundled_pack

TARGETS = ("alipay", "weibo")


def frames(project: Path, targets: tuple[str, ...] = TARGETS) -> tuple[Shown, ...]:
    """Build a project and return its frames."""
    packs = tuple(bundled_pack(name) for name in targets)
    settings = replace(read_settings(project, bundled_names()).settings, source_maps="file")
    outcome = build(BuildRequest(DiskFiles(project, project), settings, packs))
    found = []
    for built, pack in zip(outcome.targets, packs, strict=True):
        assert built.bundle is not None, [each.message() for each in built.diagnostics]
        assert built.facts is not None
        frame = shown(built.bundle, settings, pack, built.facts)
        assert frame is not None
        found.append(frame)
    return tuple(found)


@contextmanager
def served(project: Path, targets: tuple[str, ...] = TARGETS, **how: object) -> Iterator[Preview]:
    """Show a project on free ports of this machine."""
    serving = Serving(told, port=0, project=project, **how)  # type: ignore[arg-type]
    with Preview(frames(project, targets), serving) as preview:
        yield preview


def asked(
    port: int, method: str, target: str, headers: Mapping[str, str], body: bytes | None = None
) -> tuple[int, bytes, Mapping[str, str]]:
    """Return (status, body, headers in small letters) of one request, whose target is sent as it is."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": f"127.0.0.1:{port}", **headers}.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        return answer.status, answer.read(), {name.lower(): value for name, value in answer.getheaders()}
    finally:
        connection.close()


def ports(preview: Preview) -> dict[str, int]:
    """Return the port of the page and of each frame."""
    state = preview.state("127.0.0.1")
    listed = json.loads(json.dumps(state["frames"]))
    found = {frame["name"]: int(urlsplit(frame["origin"]).port or 0) for frame in listed}
    return {"page": int(urlsplit(preview.address).port or 0), **found}
