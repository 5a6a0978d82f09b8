"""Facts and a target pack to diagnostics."""
