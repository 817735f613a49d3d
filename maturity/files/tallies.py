"""Tallies as files: the counts of responses, written for others to add up."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

import tomli_w

from maturity.files.tally_model import CountedFile, person
from maturity.files.trees import present
from questionnaires import Questionnaire, Response, reference_to
from questionnaires.words import SCHEMA, Facet, FileKind
from scoring import Distribution, Tally
from scoring.counts.tally import Progress


def to_tally(counted: CountedFile) -> Tally:
    """The counts of a file, ready to be added to others."""
    return Tally(
        MappingProxyType(
            {team.id: Progress(team.respondents, team.completed, team.asked, team.answered) for team in counted.team}
        ),
        MappingProxyType(
            {
                (cell.question, cell.facet, cell.team): Distribution(
                    cell.counts, cell.dont_know, cell.not_applicable, cell.unanswered
                )
                for cell in counted.cell
            }
        ),
        MappingProxyType({(row.question, row.team): row.counts for row in counted.difference}),
        MappingProxyType({(flag.question, flag.team): flag.count for flag in counted.flag}),
        MappingProxyType({(row.question, row.team): row.counts for row in counted.basis}),
        MappingProxyType(counted.unknown),
        MappingProxyType(counted.incomparable),
    )


def _team(team: str, progress: Progress) -> dict[str, object]:
    return {
        "id": team,
        # A tally says nothing of votes: whoever reads it counts one as a person, as its hash stands among theirs.
        "respondents": progress.respondents + progress.votes,
        "completed": progress.completed + progress.votes,
        "asked": progress.asked,
        "answered": progress.answered,
    }


def _cell(question: str, facet: Facet, team: str, cell: Distribution) -> dict[str, object]:
    return present(
        question=question,
        facet=facet.value,
        team=team,
        counts=list(cell.counts),
        dont_know=cell.dont_know or None,
        not_applicable=cell.not_applicable or None,
        unanswered=cell.unanswered or None,
    )


def tally_document(
    questionnaire: Questionnaire, counted: Tally, people: Iterable[str], round_number: int
) -> dict[str, object]:
    """The file of a tally: no names, no notes, in an order that depends on nothing but the counts."""
    named = reference_to(questionnaire)
    order = {question.id: place for place, question in enumerate(questionnaire.questions)}
    teams = {team.id: place for place, team in enumerate(questionnaire.teams)}

    def place(question: str, team: str) -> tuple[int, int]:
        return order[question], teams[team]

    cells = sorted(counted.cells.items(), key=lambda item: (*place(item[0][0], item[0][2]), item[0][1].value))
    return {
        "kind": FileKind.TALLY.value,
        "schema": SCHEMA,
        "round": round_number,
        "people": sorted(people),
        "questionnaire": named.model_dump(),
        "team": [_team(team, counted.progress[team]) for team in sorted(counted.progress, key=teams.__getitem__)],
        "cell": [_cell(*where, cell) for where, cell in cells],
        **{
            name: [
                {"question": question, "team": team, "counts": list(row)}
                for (question, team), row in sorted(rows.items(), key=lambda item: place(*item[0]))
            ]
            for name, rows in (("difference", counted.differences), ("basis", counted.bases))
        },
        "flag": [
            {"question": question, "team": team, "count": count}
            for (question, team), count in sorted(counted.flags.items(), key=lambda item: place(*item[0]))
            if count
        ],
        "unknown": dict(sorted(counted.unknown.items())),
        "incomparable": dict(sorted(counted.incomparable.items())),
    }


def tally_bytes(document: dict[str, object]) -> bytes:
    """A tally as its file holds it."""
    return tomli_w.dumps(document).encode("utf-8")


def people_in(responses: Iterable[Response]) -> list[str]:
    """What recognises the respondents of some responses."""
    return [person(response.respondent) for response in responses]


def people_counted(people: tuple[str, ...]) -> str:
    """`the counts of 3 people`."""
    number = len(people)
    return f"the counts of {number} {'person' if number == 1 else 'people'}"
