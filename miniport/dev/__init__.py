"""A project that is built again whenever it changes."""
