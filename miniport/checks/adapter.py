"""What the modules of a project's capabilities call of their host, and the target does not have."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.analyze.adapter import HostMember, HostUse, host_uses
from miniport.analyze.app import File
from miniport.analyze.did_you_mean import near_words
from miniport.checks.reading import is_said
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic
from miniport.syntax.script import Script
from miniport.syntax.tree import parse


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
            if _is_said(file, member):
                near = near_words(member.name, known)
                yield scene.placed(
                    file,
                    rules.HOST_MEMBER_UNKNOWN.at(
                        member.span, target=scene.pack.name, name=member.name, **near
                    ),
                )


def _asked_for(wanted: HostUse) -> frozenset[str]:
    return frozenset(member.name for member in wanted.members if member.asks)


def _is_said(file: File, member: HostMember) -> bool:
    tree = file.tree
    return not isinstance(tree, Script) or is_said(parse(tree.text, tree.language), member.span)
