"""What the next key of the talk is about."""

from __future__ import annotations

from enum import Enum, auto


class Mode(Enum):
    """What the next key is about."""

    HIDDEN = auto()
    SHOWN = auto()
    CHOOSING = auto()
    TRYING = auto()
    VOTING = auto()
    FILLING = auto()
    PARKING = auto()

    @property
    def is_at_scale(self) -> bool:
        """Whether the arrows and digits move on the scale."""
        return self in (Mode.CHOOSING, Mode.TRYING, Mode.VOTING)

    @property
    def is_asking(self) -> bool:
        """Whether the panel asks for something."""
        return self in (Mode.FILLING, Mode.PARKING)
