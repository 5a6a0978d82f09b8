"""What the code of a project is told about one build: names for its conditions, constants for its scripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from miniport.field import field
from miniport.frozen import frozen
from miniport.project.settings import Settings
from miniport.targets.pack import TargetPack

if TYPE_CHECKING:
    from miniport.syntax.condition import Scalar


@frozen(eq=False)
class Switches:
    """The values of one target's build.

    `names` are those of conditions (`#if`). `constants` are replaced in scripts: `__ALIPAY__`, what
    miniport.yaml defines, `process.env.NAME`.
    """

    names: Mapping[str, Scalar] = field(default_factory=dict)
    constants: Mapping[str, Scalar] = field(default_factory=dict)

    @cached_property
    def known(self) -> frozenset[str]:
        """Return the names that conditions may ask for."""
        return frozenset(self.names)


def switches(
    pack: TargetPack,
    known: Iterable[TargetPack],
    settings: Settings,
    mode: str,
    environment: Mapping[str, str],
) -> Switches:
    """Return the values for one pack. What tells another known pack's platform is false here."""
    from miniport.syntax.constant import ENVIRONMENT

    packs = tuple(known)
    told = {name for each in packs for name in (*each.constants, *each.conditions, *each.foreign_conditions)}
    names: dict[str, Scalar] = dict.fromkeys(sorted(told), False)
    names.update(dict.fromkeys((*pack.constants, *pack.conditions), True))
    own: dict[str, Scalar] = {"NODE_ENV": mode, "MINIPORT_TARGET": pack.name, **environment}
    constants: dict[str, Scalar] = {f"{ENVIRONMENT}{name}": value for name, value in own.items()}
    for each in packs:
        constants.update({f"__{name}__": name in pack.constants for name in each.constants})
    constants.update({name: value for name, value in settings.define.items() if name.isidentifier()})
    return Switches({**names, **own, **settings.define}, constants)
