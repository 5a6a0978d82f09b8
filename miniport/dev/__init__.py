"""A project that is built again whenever it changes, and looked at in a browser."""
