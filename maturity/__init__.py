"""Scores how far teams agree on who owns what, and what a pilot has to show before it may end."""

__version__ = "0.1.0"
