"""Facts and a target pack to edits, for dialect targets."""
