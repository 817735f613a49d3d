"""Has the collector of garbage look at what comes and goes, and not again and again at what stays."""

from __future__ import annotations

import gc
from typing import Final

_RARELY: Final = 100
"""How often what is young is looked through before all is; usually ten times."""


def keep_what_is_there() -> None:
    """Called where somebody waits anyway, after much was made that stays, as a comparison: garbage is collected now,
    all else is not looked through again until the next call.

    Looking through it takes as long as forty keys, and would fall on one of them: the screen would stand still under
    somebody's finger.
    """
    gc.unfreeze()  # what was kept the last time may be garbage by now
    gc.collect()
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _RARELY)  # drawn pages are many objects as well
