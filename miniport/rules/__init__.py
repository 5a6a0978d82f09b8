"""The catalogue of every Rule, a module for each family. A code never changes meaning.

A family is loaded with the first of its rules that somebody asks for: a build that goes on from kept state
tells of few, and all of them are a tenth of what it loads.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from miniport.diagnostics import Rule
from miniport.rules.family import FAMILIES

if TYPE_CHECKING:
    from miniport.rules.archive import *
    from miniport.rules.behaviour import *
    from miniport.rules.condition import *
    from miniport.rules.configuration import *
    from miniport.rules.json import *
    from miniport.rules.layout import *
    from miniport.rules.looks import *
    from miniport.rules.meaning import *
    from miniport.rules.module import *
    from miniport.rules.pack import *
    from miniport.rules.reference import *
    from miniport.rules.registration import *
    from miniport.rules.script import *
    from miniport.rules.size import *
    from miniport.rules.state import *
    from miniport.rules.structure import *
    from miniport.rules.style import *
    from miniport.rules.support import *
    from miniport.rules.suppression import *
    from miniport.rules.template import *
    from miniport.rules.tool import *
    from miniport.rules.value import *

if not TYPE_CHECKING:
    _FAMILY = {name: family for family, names in FAMILIES.items() for name in names.split()}

    def __getattr__(name: str) -> object:
        """Return the rule of a name."""
        if name not in _FAMILY:
            raise AttributeError(f"{name} (`make docs` takes in new rules)")
        found = globals()[name] = vars(import_module(f"{__name__}.{_FAMILY[name]}"))[name]
        return found


def named(name: str) -> Rule:
    """Return the rule of a name as people know it. Raises AttributeError."""
    found: Rule = getattr(sys.modules[__name__], name.replace("-", "_").upper())
    return found
