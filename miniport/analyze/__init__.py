"""Trees to facts: what a project uses and what it refers to."""
