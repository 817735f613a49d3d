"""What a results file rests on: questionnaire, conventions, what was left out, and how firmly it stands."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from maturity.results.made import ResultsModel
from maturity.results.values import MOST_ENTRIES, MOST_NAMED, Band, Count, Listed, Points, Round, Share, Text
from questionnaires.bounds import ON_ONE_LINE, text
from questionnaires.parts import (
    MOST_TEAMS,
    Hash,
    Identifier,
    Label,
    QuestionIdentifier,
    QuestionnaireIdentifier,
    Sentence,
    TeamCode,
    Title,
    VersionLabel,
    several,
    word,
)
from questionnaires.words import FindingKind, StopRule

Counts = Annotated[dict[QuestionIdentifier, Count], Field(max_length=MOST_NAMED)]

Row = Annotated[Band, word()] | Annotated[Listed, word()]
"""Where a finding stands: in a column of the agenda's table, or in a list."""


class AskedResults(ResultsModel):
    """The questionnaire that was answered."""

    id: QuestionnaireIdentifier
    """The id of the questionnaire."""
    version: VersionLabel
    """The version of the questionnaire, a label."""
    title: Label
    """The name of the questionnaire."""
    fingerprint: Hash
    """A hash of its exact content."""
    teams: dict[Identifier, Title] = Field(max_length=MOST_TEAMS)
    """By the id of each team, its name."""
    codes: dict[Identifier, TeamCode] = Field(default_factory=dict, max_length=MOST_TEAMS)
    """By the id of a team, its short code; absent where the questionnaire gives none, and one is made of the name."""
    stop_rule: dict[Annotated[StopRule, word()], QuestionIdentifier] = Field(
        default_factory=dict, max_length=len(StopRule)
    )
    """By part of the stop rule, the id of the task whose owner says it; absent where the questionnaire names none."""
    terms: dict[Title, Sentence] = Field(max_length=MOST_ENTRIES)
    """By word, what the words of the field mean."""
    lapsed: dict[Title, Sentence] = Field(max_length=MOST_ENTRIES)
    """By title, why something that was once asked for no longer is."""


class Maker(ResultsModel):
    """What made the file."""

    maturity: Annotated[str, Field(pattern=r"^[A-Za-z0-9.+_-]{1,40}$")]
    """The version of maturity."""


class Bands(ResultsModel):
    """The bands of a gap between teams, each with the gaps that fall into it."""

    aligned: Text
    """The gaps that count as aligned."""
    close: Text
    """The gaps that count as close."""
    apart: Text
    """The gaps that count as apart."""
    far_apart: Text
    """The gaps that count as far apart."""


class Conventions(ResultsModel):
    """The conventions behind the figures, the same in every file."""

    bands: Bands
    """The bands that gaps are sorted into."""
    tight_spread: Points
    """The largest spread, in points, that is called tight."""
    common_position_spread: Points
    """The largest spread, in points, at which a middle answer is a team's view."""
    evidence: Text
    """What the words for the number of answers mean."""
    position: Text
    """What a position is."""
    vote: Text
    """How teams and people are weighed."""
    agenda: dict[Annotated[FindingKind, word()], Annotated[Band, word()] | Annotated[Listed, word()]] = Field(
        max_length=len(FindingKind)
    )
    """By finding, the column of the agenda's table that it takes, or where it is listed instead."""
    agenda_at_high_impact: dict[Annotated[FindingKind, word()], Annotated[Band, word()]] = Field(
        default_factory=dict, max_length=len(FindingKind)
    )
    """By finding, the column that it takes on a question of high impact, where that is another one."""


class LeftOut(ResultsModel):
    """What could not be used."""

    files: tuple[Annotated[str, text(1000), ON_ONE_LINE], ...] = several(max_length=MOST_NAMED)
    """The files that could not be used: kind and first digits of the SHA-256 of each; a name may be a person's."""
    unknown: Counts
    """By question, how many answers were left out because the questionnaire has no such question."""
    incomparable: Counts
    """By question, how many answers were left out because its scale has changed its meaning since."""


class Fragility(ResultsModel):
    """How much rests on single answers."""

    findings: Count
    """How many findings there are."""
    fragile: Count
    """How many of them one answer, moved by one step, would end."""
    agenda: Count
    """How many entries the agenda has."""
    agenda_fragile: Count
    """How many of them rest on a finding that one answer would end."""


class Chance(ResultsModel):
    """What chance alone would do where so many teams are compared."""

    answers: Count
    """How many teams are compared, each with its middle answer."""
    within: Points
    """The span, in points, within which they lie: the largest of what is aligned."""
    chance: Share
    """How likely that is on one of these questions with as many answers at random, 0 to 1: the mean over them."""
    questions: Count | None = None
    """On how many questions so many teams are compared; absent in older files, which meant one answer of each team."""


class AskedInPart(ResultsModel):
    """A team of which not everything was asked in a round that asked others everything."""

    team: Identifier
    """The id of the team."""
    people: Count
    """How many people of it were asked only what was on the agenda."""
    of: Count
    """How many people of it have begun in this round."""


class CarriedResults(ResultsModel):
    """Answers of another round that stand where whoever gave them has not answered again."""

    number: Round = Field(alias="from")
    """The round in which they were given."""
    questions: dict[Identifier, Count] = Field(max_length=MOST_TEAMS)
    """By team, on how many questions any of its answers stand."""
