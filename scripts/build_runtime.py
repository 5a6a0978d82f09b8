"""Build what git does not hold: the browser runtime and the packs' JSON twins."""

import sys

from miniport.resources import RuntimeMissing, build_runtime
from miniport.targets.twin import write_twins

write_twins()
try:
    build_runtime()
except RuntimeMissing as missing:
    sys.exit(f"{missing.found}\n    {missing.command}")
