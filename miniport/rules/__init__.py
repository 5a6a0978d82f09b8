"""The catalogue of every Rule, a module for each family. A code never changes meaning."""

from __future__ import annotations

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
