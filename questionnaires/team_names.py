"""Other names for the teams of a questionnaire: what is shown changes, and nothing of what is compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from questionnaires.bounds import ON_ONE_LINE
from questionnaires.model import Questionnaire
from questionnaires.parts import Team
from questionnaires.scale import Option, Scale
from questionnaires.words import Means

NAME_SCHEMA: Final = Field(json_schema_extra={"pattern": r"^\s*\S([^\n\t]*\S)?\s*$"})
TeamName = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20), NAME_SCHEMA, ON_ONE_LINE
]


def misnamed(
    given: Mapping[str, object], named: Mapping[str, str], questionnaire: Questionnaire
) -> Iterator[tuple[str, str]]:
    """Teams that there are not, and names that could be read as another team or another owner."""
    teams = ", ".join(questionnaire.team_by_id)
    for team in given:
        if team not in questionnaire.team_by_id:
            yield team, f"is no team of this questionnaire; its teams are {teams}"
    called = {team.id: named.get(team.id, team.label) for team in questionnaire.teams}
    others = {
        alike(option.label)
        for scale in questionnaire.scales
        for option in scale.options
        if option.means not in (None, Means.TEAM)
    }
    for team, label in named.items():
        same = [other for other, name in called.items() if other != team and alike(name) == alike(label)]
        if same and team in called:
            yield team, f"is what {same[0]} is called as well; give each team a name of its own"
        elif alike(label) in others:
            yield team, "is what another answer to the owner is called; give the team a name of its own"


def alike(name: str) -> str:
    """What two names have in common that nobody could tell apart."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def with_names(questionnaire: Questionnaire, names: Mapping[str, str]) -> Questionnaire:
    """The questionnaire with these names of teams, by id; ids, meanings and fingerprint stay as they are.

    The sentence below an owner of another name says what the team does: the one that stood there calls it by the old.
    A code goes with the name that it was made for.
    """
    if not names:
        return questionnaire
    teams = tuple(
        team.model_copy(update={"label": names[team.id], "code": None}) if team.id in names else team
        for team in questionnaire.teams
    )
    scales = tuple(_renamed(scale, names, questionnaire.team_by_id) for scale in questionnaire.scales)
    # Built anew: a copy would keep what the old one has found by its ids.
    parts = {field: getattr(questionnaire, field) for field in Questionnaire.model_fields}
    return Questionnaire.model_construct(**parts | {"teams": teams, "scales": scales})


def _renamed(scale: Scale, names: Mapping[str, str], teams: Mapping[str, Team]) -> Scale:
    def named(option: Option) -> Option:
        if option.means is not Means.TEAM or option.key not in names:
            return option
        return option.model_copy(update={"label": names[option.key], "behaviour": teams[option.key].about})

    if not any(option.means is Means.TEAM for option in scale.options):
        return scale
    return scale.model_copy(update={"options": tuple(named(option) for option in scale.options)})
