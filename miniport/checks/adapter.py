"""What the modules of a project's capabilities call of their host, and the target does not have."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.analyze.adapter import HostUse, host_uses
from miniport.analyze.did_you_mean import near_words
from miniport.checks.reading import is_said_in
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic


def adapters(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each call of a member that the target's host does not have.

    Silent where the adapter asks for the member first, or looks at the name of a host that has no members.
    """
    known = scene.pack.members
    for file, wanted in host_uses(scene.facts):
        if not known and wanted.asks_for_name:
            continue
        asked = _asked_for(wanted)
        for member in wanted.members:
            if member.asks or member.name in known or member.name in asked:
                continue
            if is_said_in(file.tree, member.span):
                near = near_words(member.name, known)
                yield scene.placed(
                    file,
                    rules.HOST_MEMBER_UNKNOWN.at(
                        member.span, target=scene.pack.name, name=member.name, **near
                    ),
                )


def _asked_for(wanted: HostUse) -> frozenset[str]:
    return frozenset(member.name for member in wanted.members if member.asks)
