"""The user's project: settings, file table, resolution."""
