"""What holds for every test: properties are tried on the same examples in every run, and nothing on a screen moves."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")  # read once, when textual is imported

settings.register_profile("steady", derandomize=True, deadline=None, max_examples=50)
settings.register_profile("quick", derandomize=True, deadline=None, max_examples=20)
# For now and then, by hand: `pytest --hypothesis-profile=thorough` tries new examples, a hundred times as many.
settings.register_profile("thorough", max_examples=10_000, deadline=None)
settings.load_profile("steady")
