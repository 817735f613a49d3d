"""Scales: the options of a facet, in order."""

from __future__ import annotations

import hashlib
import json
from functools import cached_property
from itertools import pairwise
from typing import Final

from pydantic import model_validator

from questionnaires.parts import Identifier, Label, Number, QuestionnairePart, Sentence, several, word
from questionnaires.words import ORDINAL_OPTIONS, RESERVED, Direction, Level, Means

MOST_OPTIONS: Final = 10


class Option(QuestionnairePart):
    """One choice of a scale."""

    key: Identifier
    """What stands in a response for the option of a nominal or status scale; the number does on an ordinal one."""
    label: Label
    """The option in a few words, at most 60 characters."""
    behaviour: Sentence
    """What somebody would see if it were so, in a sentence."""
    value: Number | None = None
    """The quantity that the option stands for, in the unit of the scale; absent where the scale is no quantity."""
    means: Means | None = word(None)
    """What the option of an owner scale stands for; absent on all other scales."""


class Scale(QuestionnairePart):
    """The options of a facet, in order."""

    id: Identifier
    """The name by which questions refer to it; "basis" is the one on which high needs give their basis."""
    level: Level = word()
    """By what the options can be compared."""
    options: tuple[Option, ...] = several(min_length=2, max_length=MOST_OPTIONS)
    """Two to ten options; an ordinal scale has six, from 0, the loosest, to 5, the strictest."""
    unit: Label | None = None
    """The unit of the options' values, such as "hours"; absent where the scale is no quantity."""

    @model_validator(mode="after")
    def _is_sound(self) -> Scale:
        keys = [option.key for option in self.options]
        if len(set(keys)) < len(keys):
            raise ValueError("option keys must differ from each other")
        if RESERVED & set(keys):
            raise ValueError("dont_know and not_applicable are reserved and cannot be options")
        if self.level is Level.ORDINAL and len(keys) != ORDINAL_OPTIONS:
            raise ValueError(f"an ordinal scale has exactly {ORDINAL_OPTIONS} options, this one has {len(keys)}")
        values = [option.value for option in self.options if option.value is not None]
        if values and (len(values) < len(keys) or self.level is not Level.ORDINAL or self.unit is None):
            raise ValueError("a quantity needs an ordinal scale, a unit, and a value on every option")
        return self

    @property
    def is_quantity(self) -> bool:
        """Whether its options carry values, so that a threshold can be read off it."""
        return self.options[0].value is not None

    @property
    def stricter(self) -> Direction:
        """How a threshold on this quantity reads: option 5 is the strictest, whichever way values run."""
        first, last = self.options[0].value, self.options[-1].value
        if first is None or last is None:
            raise ValueError(f"scale {self.id} is no quantity")
        return Direction.AT_LEAST if last > first else Direction.AT_MOST

    @property
    def turning(self) -> int | None:
        """The place of the first option of a quantity that is no stricter than the one before; None where all are."""
        values = [option.value for option in self.options if option.value is not None]
        steps = [after - before for before, after in pairwise(values)]
        onward = 1 if sum(step > 0 for step in steps) >= sum(step < 0 for step in steps) else -1
        return next((place for place, step in enumerate(steps, start=1) if step * onward <= 0), None)

    def index(self, choice: int | str) -> int | None:
        """The place of a choice on this scale; None when it is not one of its options."""
        if self.level is Level.ORDINAL:
            return choice if isinstance(choice, int) and 0 <= choice < len(self.options) else None
        return self._places.get(choice) if isinstance(choice, str) else None

    def choice(self, index: int) -> int | str:
        """What stands in a response for the option at this place."""
        return index if self.level is Level.ORDINAL else self.options[index].key

    @cached_property
    def means(self) -> dict[str, Means | None]:
        """What each option of an owner scale stands for, by key."""
        return {option.key: option.means for option in self.options}

    @cached_property
    def meaning(self) -> str:
        """A short hash of what answers on this scale mean: level, ordered keys, values, unit; not the texts."""
        values = [
            [option.key, None if option.value is None else f"{option.value.normalize():f}"] for option in self.options
        ]
        canonical = json.dumps([self.level.value, values, self.unit])
        return hashlib.sha256(canonical.encode()).hexdigest()[:8]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {option.key: place for place, option in enumerate(self.options)}
