"""What a command found and did, as text and as JSON."""
