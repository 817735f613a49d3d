"""Other names for the teams of a questionnaire: what is shown changes, and nothing of what is compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final

from pydantic import Field, StringConstraints

from questionnaires.bounds import ON_ONE_LINE
from questionnaires.faults import Fault, InvalidFile, validate
from questionnaires.model import Questionnaire
from questionnaires.parts import MOST_TEAMS, Identifier, Team
from questionnaires.reading import expect
from questionnaires.response import FileModel
from questionnaires.scale import Option, Scale
from questionnaires.words import FileKind, Means

_SCHEMA: Final = Field(json_schema_extra={"pattern": r"^\s*\S([^\n\t]*\S)?\s*$"})
TeamName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20), _SCHEMA, ON_ONE_LINE]


class Roster(FileModel):
    """What an organisation calls the teams of a questionnaire."""

    teams: Annotated[dict[Identifier, TeamName], Field(min_length=1, max_length=MOST_TEAMS)]
    """By the id of a team, the name that is shown instead, at most 20 letters."""


def admit_roster(document: dict[str, Any], name: str, questionnaire: Questionnaire) -> Roster:
    """The names in a parsed document. Raises InvalidFile with all faults, those against the questionnaire as well."""
    body = expect(document, FileKind.ROSTER, name)
    roster, faults = None, []
    try:
        roster = validate(Roster, body, name)
    except InvalidFile as error:
        faults = list(error.faults)
    teams = body.get("teams")
    given = teams if isinstance(teams, dict) else {}
    named = {team: label.strip() for team, label in given.items() if isinstance(label, str) and label.strip()}
    faults += [Fault(name, f"teams.{team}", message) for team, message in _misnamed(given, named, questionnaire)]
    if roster is None or faults:
        raise InvalidFile(faults)
    return roster


def _misnamed(
    given: Mapping[str, object], named: Mapping[str, str], questionnaire: Questionnaire
) -> Iterator[tuple[str, str]]:
    """Teams that there are not, and names that could be read as another team or another owner."""
    teams = ", ".join(questionnaire.team_by_id)
    for team in given:
        if team not in questionnaire.team_by_id:
            yield team, f"is no team of this questionnaire; its teams are {teams}"
    called = {team.id: named.get(team.id, team.label) for team in questionnaire.teams}
    others = {
        _alike(option.label)
        for scale in questionnaire.scales
        for option in scale.options
        if option.means not in (None, Means.TEAM)
    }
    for team, label in named.items():
        same = [other for other, name in called.items() if other != team and _alike(name) == _alike(label)]
        if same and team in called:
            yield team, f"is what {same[0]} is called as well; give each team a name of its own"
        elif _alike(label) in others:
            yield team, "is what another answer to the owner is called; give the team a name of its own"


def _alike(name: str) -> str:
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
