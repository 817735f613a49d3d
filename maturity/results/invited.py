"""Whom somebody asked for the round of a results file, beside who answered."""

from __future__ import annotations

from maturity.results.made import ResultsModel
from maturity.results.values import Count, DayOfPilot
from questionnaires.parts import Identifier, Title


class InvitedResults(ResultsModel):
    """Whom somebody asked of a team, as a roster says it. Nobody is named, and nobody matched to an answer."""

    people: Count | None = None
    """How many people were asked; absent where the roster does not say."""
    answered: Count
    """How many people of the team have answered in this round; more than were asked, if so."""
    until: DayOfPilot | None = None
    """The last day on which the team is waited for; absent where none was set."""


class SilentTeam(ResultsModel):
    """A team that was asked and of which no answer counts in these results."""

    id: Identifier
    """The id of the team."""
    name: Title
    """The name of the team."""
    invited: InvitedResults
    """Whom somebody asked of it."""
