"""What an earlier run knew, and whether it still holds."""
