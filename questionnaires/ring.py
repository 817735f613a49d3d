"""Rings: the groups that get what is released one after the other, with the days that the service sets for each."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from questionnaires.parts import MOST_REFERENCES, Identifier, QuestionnairePart, Sentence, Title, several

RELEASE: Final = "release"
"""What days are counted from where no ring comes before them: the day of the release."""
MOST_RINGS: Final = 15
DAYS: Final = "days"
"""The unit of a quantity that can be drawn on a calendar."""

Days = Annotated[int, Field(ge=0, le=365)]


class Ring(QuestionnairePart):
    """A ring as the service sets it up, in days after a release."""

    id: Identifier
    """A name of its own."""
    name: Title
    """The name that is shown, and by which the pilot's figures may refer to it."""
    deferral: Days
    """Days from the release until it is offered."""
    deadline: Days
    """Days from the offer until it has to be done."""
    grace: Days = 0
    """Days that those who come back later have besides; absent where they have none."""
    reporting: Days | None = None
    """Days after the deadline at which the service counts its objective; absent where it has none."""
    remark: Sentence | None = None
    """What to keep in mind about its days, such as another page that differs; absent where nothing is."""
    sources: tuple[Identifier, ...] = several(min_length=1, max_length=MOST_REFERENCES)
    """The ids of the dated sources that say so."""

    @property
    def last_day(self) -> int:
        """The day after the release on which it has to be done."""
        return self.deferral + self.deadline
