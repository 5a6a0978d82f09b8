"""The checks that look at templates."""

from miniport.checks.handler import handlers
from miniport.checks.link import links_of_templates
from miniport.checks.naming import naming
from miniport.checks.slot import slots
from miniport.checks.spelling import spelling

OF_TEMPLATE = (links_of_templates, spelling)
"""Those that look at each of the project's own templates by itself, and what it leads to."""

OF_TEMPLATES = (handlers, naming, slots)
"""Those that look at the templates which the same pages and components draw."""
