"""The checks that look at the app, each page and each component by itself."""

from miniport.checks.config_value import config_values
from miniport.checks.life_cycle import life_cycles
from miniport.checks.option_fault import option_faults
from miniport.checks.registered import registered
from miniport.checks.theme import theme_values

OF_UNITS = (life_cycles, registered, option_faults, config_values, theme_values)
"""Those that look at one unit, in the order of reading."""
