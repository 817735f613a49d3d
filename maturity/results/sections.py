"""A results file, section by section and team by team."""

from __future__ import annotations

from typing import Annotated

from maturity.results.invited import InvitedResults
from maturity.results.made import ResultsModel
from maturity.results.values import MOST_ENTRIES, Alpha, Amount, Count, Points, Scales, Share, Text
from questionnaires.parts import MOST_TEAMS, Identifier, Sentence, Title, several


class Standing(ResultsModel):
    """How often a team stands apart from the others in a section."""

    id: Identifier
    """The id of the section."""
    apart: Count
    """On how many questions it stands apart."""
    compared: Count
    """On how many questions that can be said."""


class TakenOver(ResultsModel):
    """Answers of a team that stand as they were given in another round."""

    answers: Count
    """How many they are, counted like those of this round."""
    people: Count
    """How many people of the team had answered in that round."""


class TeamResults(ResultsModel):
    """A team that answered."""

    id: Identifier
    """The id of the team."""
    name: Title
    """The name of the team."""
    respondents: Count
    """How many people of the team have answered in this round."""
    completed: Count
    """How many of them have finished."""
    asked: Count
    """How many facets these people were asked, all taken together."""
    answered: Count
    """How many of these facets have an answer, "don't know" and "not applicable" included."""
    taken_over: TakenOver | None = None
    """What stands besides as it was answered in another round; absent without any."""
    votes: Count = 0
    """How many responses of this round the team voted in the room, as one voice; they are no respondents'."""
    invited: InvitedResults | None = None
    """Whom somebody asked of it for this round; absent where no roster says so."""
    section: tuple[Standing, ...] = several(max_length=MOST_ENTRIES)
    """How often it stands apart, section by section."""

    @property
    def people(self) -> int:
        """The most people that can stand behind one of its answers, all of which are of one of the rounds."""
        return max(self.respondents, self.taken_over.people if self.taken_over else 0)


class Pair(ResultsModel):
    """How far two teams are from each other in a section."""

    teams: Annotated[tuple[Identifier, ...], several(min_length=2, max_length=2)]
    """The ids of both teams."""
    points: Points
    """The mean distance of their positions, in points."""


class AgreementResults(ResultsModel):
    """Agreement over the questions of a section."""

    metric: Scales
    """On which scales: with an order, or without."""
    items: Count
    """On how many facets at least two teams have an answer; ten or more."""
    alike: Count
    """On how many of them the teams are aligned, or name the same."""
    plain: Share
    """These as a share of all of them, 0 to 1."""
    alpha: Alpha | None = None
    """Krippendorff's alpha, −1 to 1, 0 being chance: how well answers tell items apart; absent when all are alike."""


class NoiseResults(ResultsModel):
    """Gaps beside those that there would be if everybody had answered at random; whatever else was found."""

    questions: Count
    """How many questions have a gap."""
    near: Count
    """How many of them have none of more than 1 point."""
    far: Count
    """How many of them have one of more than 3 points."""
    near_at_random: Amount
    """How many would have none of more than 1 point, on average, with as many answers at random."""
    far_at_random: Amount
    """How many would have one of more than 3 points, on average, with as many answers at random."""
    says: Text
    """The same in a sentence."""


class SectionResults(ResultsModel):
    """A section as a whole: how many of its questions fall into each column."""

    id: Identifier
    """The id of the section."""
    title: Title
    """Its heading."""
    aligned: Count
    """How many questions are aligned."""
    close: Count
    """How many questions are close."""
    apart: Count
    """How many questions are apart."""
    far_apart: Count
    """How many questions are far apart."""
    comparable: Count
    """How many questions can be compared: the four columns together."""
    not_comparable: Count
    """How many questions fewer than two teams have an answer on."""
    median_gap: Points | None = None
    """The middle one of the questions' gaps, in points; absent where no question has one."""
    distance: tuple[Pair, ...] = several(default=(), max_length=MOST_TEAMS**2)
    """How far each two teams are from each other; absent where no two have a position on the same facet."""
    agreement: tuple[AgreementResults, ...] = several(default=(), max_length=2)
    """Agreement over the questions, by kind of scale; absent below ten facets that can be compared."""
    question: Sentence | None = None
    """The one question that the whole section asks."""
    noise: NoiseResults | None = None
    """How often its gaps would be narrow or wide by chance; absent without a gap."""
