"""The target packs that ship with miniport, and their loader."""
