"""Writing bundles into folders: the old whole or the new whole, whatever happens in between."""

from miniport.output.error import OutputError
from miniport.output.known import KnownFolder, write_over
from miniport.output.write import Written, check_folder, check_place, recover, write
from miniport.project.outputs import is_output

__all__ = [
    "KnownFolder",
    "OutputError",
    "Written",
    "check_folder",
    "check_place",
    "is_output",
    "recover",
    "write",
    "write_over",
]
