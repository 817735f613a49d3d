"""Sentences on answers with an order: how far apart the teams are, what they need, and where they are going."""

from __future__ import annotations

from fractions import Fraction

from questionnaires.words import Facet, FindingKind
from scoring.comparison.answers import ends_in_words, option_in_words
from scoring.comparison.facets import FacetComparison
from scoring.wording.sentences import Sentence, Told
from scoring.wording.words import counted, listed, number, steps, where_words


def band(told: Told) -> str:
    """How far apart the teams are, and who stands at either end; where a team is torn, how far they may be."""
    compared = told.facet
    assert compared.gap is not None
    word = f"{told.word.capitalize()}{where_words(compared.facet)}"
    if compared.gap == 0:
        said = _no_gap(compared)
    else:
        low, high = compared.ends()
        lowest, highest = (told.at(compared, teams[0]) for teams in (low, high))
        said = f"{steps(compared.gap)} between {told.teams(low)} ({lowest}) and {told.teams(high)} ({highest})"
    return f"{word}: {said}{_range_words(told, compared)}."


def _no_gap(compared: FacetComparison) -> str:
    """That the positions are the same; *the same answer* only where nobody differs."""
    spoke = sum(1 for entry in compared.teams if entry.distribution.said)
    every = counted(len(compared.positions), spoke)
    if len(_options_chosen(compared)) == 1:
        return f"{every} give the same answer"
    return f"{every} have the same middle answer"


def _options_chosen(compared: FacetComparison) -> set[int]:
    """The options that anybody chose."""
    return {place for entry in compared.teams for place, count in enumerate(entry.distribution.counts) if count}


def _range_words(told: Told, compared: FacetComparison) -> str:
    """`; 1 to 4 steps, depending on where Operations (2 to 5) settles`; empty where nobody is torn."""
    torn = [entry for entry in compared.teams if entry.is_torn]
    if not torn or compared.least is None or compared.most is None:
        return ""
    named = [f"{told.comparison.label(entry.team)} ({ends_in_words(told.scale, entry)})" for entry in torn]
    settle = f"{listed(named)} {'settles' if len(torn) == 1 else 'settle'}"
    if compared.least == compared.most:
        return f", wherever {settle}"
    return f"; {number(compared.least)} to {steps(compared.most)}, depending on where {settle}"


def shape(told: Told) -> str:
    """How the positions lie to each other; of camps, who is in them."""
    found = told.facet.shape
    assert found is not None
    if found.kind is FindingKind.LONE_DISSENTER:
        return f"{told.teams(found.camps[0])} stands alone against {told.teams(found.camps[1])}."
    if found.kind is FindingKind.TWO_CAMPS:
        return f"Two camps: {told.teams(found.camps[0])} against {told.teams(found.camps[1])}."
    if found.kind is FindingKind.UNANIMOUS and len(_options_chosen(told.facet)) > 1:
        return "The middle answers are the same; inside teams people differ."
    if told.facet.torn:
        has = "has" if len(told.facet.torn) == 1 else "have"
        return f"Spread out: {told.teams(told.facet.torn)} {has} no common position."
    who = "answers" if all(entry.distribution.answered <= 1 for entry in told.facet.teams) else "middle answers"
    return f"The {who} are {told.word}."


def blocker(told: Told) -> str:
    """Which team needs what, and how much of it can be had."""
    offered, compared = told.item.question.offered, told.item.facet(Facet.NEEDED)
    assert offered is not None
    assert offered.most is not None
    assert compared is not None
    needs = [
        f"{told.comparison.label(team)} needs {_in_the_middle(told, compared, team)}" for team in told.finding.teams
    ]
    return f"Blocker: {listed(needs)}; the service offers at most {option_in_words(told.scale, offered.most)}."


def _in_the_middle(told: Told, compared: FacetComparison, team: str) -> str:
    """A team's middle answer; of one that is torn, between which answers, so that it passes for nobody's own."""
    entry = compared.team(team)
    assert entry is not None
    where = told.at(compared, team)
    if not entry.is_torn:
        return where
    return f"{where} in the middle of its answers, {ends_in_words(told.scale, entry)}, without a common position"


def wants(kind: str, more: str) -> Sentence:
    """Which teams want more or less control than they need, with both answers of each."""

    def sentence(told: Told) -> str:
        needed, wanted = told.item.facet(Facet.NEEDED), told.item.facet(Facet.WANTED)
        assert needed is not None
        assert wanted is not None
        said = [
            f"{told.comparison.label(team)} ({_short(told, wanted, team)} against {_short(told, needed, team)})"
            for team in told.finding.teams
        ]
        verb = "wants" if len(said) == 1 else "want"
        need = "it needs" if len(said) == 1 else "they need"
        return f"{kind}: {listed(said)} {verb} {more} control than {need}."

    return sentence


def _short(told: Told, compared: FacetComparison, team: str) -> str:
    """A position as a number of the scale, or both ends of a team that is torn."""
    entry = compared.team(team)
    assert entry is not None
    assert entry.position is not None
    return ends_in_words(told.scale, entry) if entry.is_torn else number(entry.position)


def baseline(told: Told) -> str:
    """How far apart the teams see today."""
    assert told.facet.gap is not None
    return f"Today is seen differently: {steps(told.facet.gap)} between the middle answers; evidence can settle that."


def direction(told: Told) -> str:
    """Which teams move up, stay, or move down from today to 24 months; of a torn one only its middle answers do."""
    ways: dict[str, list[str]] = {"up": [], "nowhere": [], "down": []}
    for team, move in _moves(told).items():
        ways["up" if move > 0 else "down" if move < 0 else "nowhere"].append(team)
    said = [
        f"{listed(_mover(told, team) for team in teams)} {'moves' if len(teams) == 1 else 'move'} {way}"
        for way, teams in ways.items()
        if teams
    ]
    return f"Different directions over 24 months: {'; '.join(said)}."


def _mover(told: Told, team: str) -> str:
    """A team that moves; of one that is torn at either end, that it is its middle answers that do."""
    ends = (told.item.facet(Facet.TODAY), told.item.facet(Facet.IN_24_MONTHS))
    is_torn = any(facet is not None and team in facet.torn for facet in ends)
    return f"{told.comparison.label(team)}{' (in the middle, without a common position)' if is_torn else ''}"


def pace(told: Told) -> str:
    """How far each team moves from today to 24 months, where they move in the same direction."""
    said = [f"{_mover(told, team)} {steps(abs(move))}" for team, move in _moves(told).items()]
    return f"Same direction, different pace over 24 months: {', '.join(said)}."


def _moves(told: Told) -> dict[str, Fraction]:
    """By team of the finding, its middle answer for 24 months less that for today."""
    today, far = told.item.facet(Facet.TODAY), told.item.facet(Facet.IN_24_MONTHS)
    assert today is not None
    assert far is not None
    return {team: far.positions[team] - today.positions[team] for team in told.finding.teams}


def no_common_position(told: Told) -> str:
    """Between which answers the members of a team lie."""
    said = []
    for team in told.finding.teams:
        entry = told.facet.team(team)
        assert entry is not None
        answers = entry.distribution.answered
        said.append(f"{told.comparison.label(team)} ({answers} answers from {ends_in_words(told.scale, entry)})")
    return f"No common position{where_words(told.facet.facet)} inside {listed(said)}."
