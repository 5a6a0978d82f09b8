"""The checks that look at scripts."""

from miniport.checks.argument import arguments
from miniport.checks.exported import imports
from miniport.checks.foreign import foreign
from miniport.checks.link import links_of_scripts
from miniport.checks.worker import workers

OF_SCRIPT = (links_of_scripts, imports, foreign, arguments, workers)
"""Those that look at each of the project's own scripts by itself, and what it leads to."""
