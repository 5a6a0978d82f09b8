"""The names of a platform that a script may use, as its dialect spells them."""

from __future__ import annotations

from miniport.frozen import frozen


@frozen(slots=True)
class ScriptNames:
    """What to look for in a script.

    `namespaces`: the API objects (`my`). `registrations`: (function, neutral word) pairs (`Page`, `page`).
    `can_i_use`: the member that asks whether an API is there.
    """

    namespaces: tuple[str, ...] = ()
    registrations: tuple[tuple[str, str], ...] = ()
    can_i_use: str = "canIUse"
