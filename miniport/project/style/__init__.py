"""Style languages: the tools that make plain styles of them, each in one process for all files."""
