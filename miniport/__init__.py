"""miniport: one mini-program code base in, a bundle per platform out."""

__version__ = "0.1.0"
