"""Text to trees: grammars only, no platform."""
