"""Archives for release: a target's bundle as one file, with a record of what is in it."""
