"""The hash by which contents and signatures are compared here."""

from __future__ import annotations

try:
    # What hashlib gives for this name. OpenSSL comes with that, a tenth of a build with nothing to do.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

__all__ = ["blake2b"]
