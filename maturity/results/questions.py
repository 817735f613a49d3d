"""A results file, question by question: what was found, and the figures with their counts."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from maturity.files.tally_model import DIFFERENCES
from maturity.results.criteria import SourceResults
from maturity.results.findings import Finding, MinorityResults
from maturity.results.made import ResultsModel
from maturity.results.values import (
    MOST_ENTRIES,
    MOST_FACETS,
    MOST_OPTIONS,
    Absence,
    Band,
    Boundary,
    Count,
    Evidence,
    Figure,
    Owners,
    Pattern,
    Place,
    Points,
    Shape,
    Share,
    Spread,
    SpreadBand,
    Teams,
    Text,
)
from questionnaires.bounds import ON_ONE_LINE, text
from questionnaires.parts import MOST_TEAMS, Identifier, Label, QuestionIdentifier, Sentence, Title, several, word
from questionnaires.question import QuestionText
from questionnaires.response import Keyed
from questionnaires.words import DefaultBasis, DocumentedOwner, Facet, Impact, Kind, Reversible, TaskStatus

DOCUMENTED: Final = "Documented"
"""What a fact is called that says whose task a page says it is."""

Bases = Annotated[dict[Identifier, Count], Field(max_length=MOST_OPTIONS)]
Differences = Annotated[tuple[Count, ...], several(min_length=DIFFERENCES, max_length=DIFFERENCES)]


class TeamAnswers(ResultsModel):
    """What one team answered on one facet."""

    id: Identifier
    """The id of the team."""
    counts: tuple[Count, ...] = several(min_length=2, max_length=MOST_OPTIONS)
    """How many people chose each option, in the order of the scale, zeros included."""
    dont_know: Count
    """How many people said that they do not know."""
    not_applicable: Count
    """How many people said that it does not apply."""
    unanswered: Count
    """How many people were asked and have not answered."""
    position: Points | None = None
    """The team's middle answer, 0 to 5 points; absent without answers and on scales without an order."""
    spread: Spread | None = None
    """How far the team's answers lie from its middle one on average, in points; absent below two answers."""
    common_position: bool | None = None
    """Whether the middle answer is the team's view, its spread being at most one point; absent without a position."""
    evidence: Evidence = word()
    """How many answers this rests on, in words."""
    from_others: Points | None = None
    """The distance to the median of the other teams' positions, in points; absent where either has none."""
    level: Band | None = word(None)
    """How far the team stands from the others; absent where that cannot be said."""

    @property
    def answered(self) -> int:
        """How many people chose an option."""
        return sum(self.counts)

    @property
    def view(self) -> float | None:
        """A position that is the team's own; the median of a team that is torn is nobody's."""
        return self.position if self.common_position else None

    @property
    def ends(self) -> tuple[int, int] | None:
        """The lowest and the highest option that anybody of a torn team chose; None of every other team."""
        chosen = [place for place, count in enumerate(self.counts) if count]
        return (chosen[0], chosen[-1]) if chosen and self.common_position is False else None


class Variation(ResultsModel):
    """How much of the differences lies between the teams, each team counting alike."""

    total: Share
    """All differences, 0 (all alike) to 1 (half at either end)."""
    within: Share
    """The part inside the teams, 0 to 1."""
    between: Share
    """The part between the teams, 0 to 1; with the part inside them it makes the whole."""
    ratio: Share | None = None
    """The part between the teams as a share of all; absent where nobody differs, or where it cannot be told."""
    can_tell: bool
    """Whether any team gave two answers, without which nothing can differ inside a team."""


class Reading(ResultsModel):
    """The answers of all teams taken together."""

    position: Points
    """The middle answer, 0 to 5 points."""
    spread: Spread
    """How far the answers lie from the middle one on average, in points."""
    band: SpreadBand = word()
    """What the spread amounts to."""


class Pooled(ResultsModel):
    """How it would read if people were counted instead of teams."""

    answers: Count
    """How many answers there are."""
    by_people: Reading
    """With one vote for every person."""
    by_team: Reading
    """With one vote for every team."""
    says: Text
    """The difference in a sentence."""


class FacetResults(ResultsModel):
    """One facet of a question, with the teams side by side."""

    name: Facet = word()
    """The facet."""
    gap: Points | None = None
    """The distance between the highest and the lowest position, in points; absent below two positions."""
    distance: Share | None = None
    """How far all positions are from each other, 0 to 1, for sorting only; absent below two positions."""
    band: Band | None = word(None)
    """What the gap amounts to; absent without one."""
    shape: Shape | None = None
    """How the positions lie to each other; absent below two positions."""
    chance: Share | None = None
    """How likely positions of as many answers at random would lie as close as these, 0 to 1; absent without a gap."""
    camps: tuple[Teams, ...] = several(default=(), max_length=2)
    """The teams on either side, of two camps or of one that stands alone, which comes first; absent elsewhere."""
    torn: Teams = ()
    """The teams without a common position, whose middle answers count all the same; absent when there is none."""
    least: Points | None = None
    """The gap if every torn team settled, within its own answers, where that makes it smallest; absent without one."""
    most: Points | None = None
    """The gap if every torn team settled, within its own answers, where that makes it largest; absent without one."""
    variation: Variation | None = None
    """How much of the differences lies between the teams; absent on scales without an order."""
    pooled: Pooled | None = None
    """The same counted by people; absent where that reads alike."""
    agreement: Share | None = None
    """How often two people of different teams answer the same, on scales without an order; absent elsewhere."""
    team: tuple[TeamAnswers, ...] = several(max_length=MOST_TEAMS)
    """The answers of each team that was asked."""


class Offer(ResultsModel):
    """What the service offers of a decision, as options of the question's scale."""

    default: Place | None = None
    """The option that holds when nobody changes anything, 0 to 5; absent when unknown."""
    most: Place | None = None
    """The highest option that can be had, 0 to 5; absent when unknown."""
    price: Sentence
    """What it costs to have more than the default."""
    sources: tuple[Identifier, ...] = several(max_length=MOST_ENTRIES)
    """The ids of the questionnaire's sources that say so."""


class DefaultResults(ResultsModel):
    """The threshold of a criterion that stands where the answers to its question give none."""

    value: Figure
    """The threshold, in the unit of the question."""
    basis: DefaultBasis = word()
    """Whether it is documented or the authors' own."""


class Fact(ResultsModel):
    """What is documented, offered or suggested on a question: shown after answering, and never before."""

    title: Label
    """What kind of fact it is."""
    text: Text
    """What it says."""
    remark: Sentence | None = None
    """What to keep in mind about it; absent where nothing is."""
    source: tuple[SourceResults, ...] = several(default=(), max_length=MOST_ENTRIES)
    """The pages that say so; absent where it rests on none."""


class QuestionVerdict(ResultsModel):
    """The one word that stands for a question: its worst finding."""

    says: Annotated[str, text(60, least=0), ON_ONE_LINE]
    """The word; empty where there is nothing to say."""
    column: Band | None = word(None)
    """The column of the agenda's table that this finding takes; absent where it takes none."""


class QuestionResults(ResultsModel):
    """One question that anybody was asked, with everything found on it."""

    id: QuestionIdentifier
    """The id of the question."""
    section: Identifier
    """The id of its section."""
    kind: Kind = word()
    """What kind of question it is."""
    title: Title
    """What it is about."""
    text: QuestionText
    """The question itself."""
    impact: Impact = word()
    """How much hangs on it, by its author."""
    reversible: Reversible = word()
    """Whether the decision can be taken back, by its author."""
    scale: tuple[Label, ...] = several(min_length=2, max_length=MOST_OPTIONS)
    """The labels of the options, in order; counts and places refer to them."""
    unit: Label | None = None
    """The unit of the options, such as "hours"; absent where they are no quantity."""
    flags: dict[Identifier, Count] = Field(default_factory=dict, max_length=MOST_TEAMS)
    """By team, how many people want it discussed; absent when nobody does."""
    column: Band | None = word(None)
    """The column of the agenda's table that its findings take; absent where it cannot be compared."""
    findings: tuple[Finding, ...] = several(max_length=MOST_ENTRIES)
    """What the comparison says about it."""
    facet: tuple[FacetResults, ...] = several(min_length=1, max_length=MOST_FACETS)
    """The figures, facet by facet."""
    phase: Label | None = None
    """The phase of the work, of an ownership question; absent where none is given."""
    standing: TaskStatus | None = word(None)
    """What became of the documented task; absent for all but ownership questions."""
    suggested: Identifier | None = None
    """The id of the team that the questionnaire's authors suggest as owner; absent where they suggest none."""
    documented: DocumentedOwner | None = word(None)
    """Whose task the latest page says it is; absent where it marks no owner, and for all but ownership questions."""
    pattern: Pattern | None = None
    """How the teams' claims to the task fit together; absent below two teams with an answer."""
    named: dict[Identifier, Owners] = Field(default_factory=dict, max_length=MOST_TEAMS)
    """By team, the owners that most of its people name, several when tied; absent without answers."""
    minority: MinorityResults | None = None
    """The people who do not name the one owner that the pattern is about; absent where it is about several or none."""
    absent: dict[Identifier, Annotated[Absence, word()]] = Field(default_factory=dict, max_length=MOST_TEAMS)
    """The owners of the pattern that have no answer here themselves, and why not; absent when all have one."""
    concerns: Identifier | None = None
    """The id of the team whom a prerequisite concerns first; absent where the questionnaire names none."""
    boundary: Boundary | None = word(None)
    """Whether the teams see the line to the service where it is documented; absent without answers."""
    offered: Offer | None = None
    """What the service offers; absent for all but control questions."""
    bases: dict[Identifier, Bases] = Field(default_factory=dict, max_length=MOST_TEAMS)
    """By team and basis, how many needs of 4 or 5 rest on it; absent without any."""
    bases_say: dict[Identifier, Text] = Field(default_factory=dict, max_length=MOST_TEAMS)
    """By team, what its needs of 4 or 5 rest on, in words; absent without any."""
    differences: dict[Identifier, Differences] = Field(default_factory=dict, max_length=MOST_TEAMS)
    """By team, how many people's own answers differ by −5 to +5 (wanted − needed, in 24 months − today)."""
    keys: tuple[Keyed, ...] = several(default=(), max_length=MOST_OPTIONS)
    """What stands in a response for each option, in order; absent on a scale with an order, where its place does."""
    values: tuple[Figure, ...] = several(default=(), max_length=MOST_OPTIONS)
    """The quantity that each option stands for, in the unit; absent where the options are no quantity."""
    verdict: QuestionVerdict | None = None
    """The one word that stands for the question."""
    answers: dict[Identifier, Text] = Field(default_factory=dict, max_length=MOST_TEAMS)
    """By team, its answer in words; absent without any."""
    chance: Share | None = None
    """How likely random answers would lie within the widest gap on each facet that has one, 0 to 1; absent without."""
    beyond_says: Text | None = None
    """How many people need more than the service offers, in a sentence; absent where nobody does."""
    basis_says: Text | None = None
    """What the teams' needs of 4 or 5 rest on, in a sentence; absent where nobody gives a basis."""
    bands_say: Text | None = None
    """The band of each facet, and which of them stands for the question; absent for one facet, or without a band."""
    figures_say: tuple[Text, ...] = several(default=(), max_length=10)
    """What the figures of the worst facet say, in sentences; of owners, who inside the teams names another."""
    fact: tuple[Fact, ...] = several(default=(), max_length=MOST_ENTRIES)
    """What is documented, offered or suggested."""
    limit: Place | None = None
    """The strictest option that can be reached, as is documented; absent where nothing limits a quantity."""
    default: tuple[DefaultResults, ...] = several(default=(), max_length=MOST_ENTRIES)
    """The thresholds of criteria that stand without answers; absent where no criterion rests on it."""
    agreement_only: Literal[True] | None = None
    """That no option of a quantity is the strict one, so that it takes all to agree; absent otherwise."""
    days_from: Identifier | None = None
    """What its days are counted from on a calendar: "release" or the id of a ring; absent where they are not drawn."""

    @property
    def is_ordered(self) -> bool:
        """Whether the options have an order, so that answers have a middle and a distance."""
        return self.kind in (Kind.POSITION, Kind.CONTROL, Kind.TRAJECTORY)

    def answers_of(self, team: str) -> tuple[tuple[Facet, TeamAnswers], ...]:
        """What a team answered, by facet; empty where it was not asked."""
        return tuple((facet.name, entry) for facet in self.facet for entry in facet.team if entry.id == team)
