"""The names miniport keeps for itself in an output folder; no bundle may hold them."""

MANIFEST = ".miniport.json"
JOURNAL = ".miniport.journal"
STAGING = ".miniport.new"
LOCK = ".miniport.lock"
STATE = frozenset((MANIFEST, JOURNAL, STAGING, LOCK))
