"""Requests that must be written differently because their file goes elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.analyze.app import AppFacts, File
from miniport.edit import Edit
from miniport.targets.pack import TargetPack
from miniport.transform.layout import Layout, request_for


def references(file: File, _: AppFacts, pack: TargetPack, layout: Layout) -> Iterator[Edit]:
    """Respell every request of a file that no longer leads to its file."""
    if file.described is None:
        return
    for reference in file.described.references:
        target = file.resolved.get((reference.link, reference.request))
        if target is None or reference.is_dynamic:
            continue
        request = request_for(layout, reference.link, reference.request, file.path, target)
        if request != reference.request:
            yield Edit(reference.span, request, "references")
