"""The kinds of files that can be checked and have a schema: a class and a row for each.

A new kind is a member of `FileKind`, its models, and a class and a row here; `python -m tests.given.schemas` then
writes its schema. What a folder of answers takes from such a file is said in `maturity.files.one_file`.
Models are imported where they are needed: the parser, which asks for the names alone, runs at every start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from pydantic import BaseModel

    from maturity.files.trees import Tree
    from questionnaires import Questionnaire, Response
    from questionnaires.actuals import Actuals
    from questionnaires.decisions import Decisions
    from questionnaires.roster import Invited, Roster


class FileRow(Protocol):
    """What there is to know of one kind of file."""

    def check(self, document: Tree, name: str, questionnaire: Questionnaire) -> str:
        """What a sound document holds, in words. Raises InvalidFile with all faults of another."""

    def model(self) -> type[BaseModel] | None:
        """What stands below the first two lines; None where a file holds any of several tables."""


class _Response:
    def check(self, document: Tree, name: str, questionnaire: Questionnaire) -> str:
        from questionnaires import admit

        return said_of_response(admit(document, name, questionnaire))

    def model(self) -> type[BaseModel]:
        from questionnaires import Response

        return Response


class _Questionnaire:
    def check(self, document: Tree, name: str, questionnaire: Questionnaire) -> str:
        from questionnaires import Fault, InvalidFile

        raise InvalidFile([Fault(name, "kind", "is one file of a questionnaire; name its folder to check it whole")])

    def model(self) -> None:
        return None


class _Results:
    def check(self, document: Tree, name: str, questionnaire: Questionnaire) -> str:
        from maturity.results.model import read_results

        return f"fine, results of round {read_results(document, name).round}"

    def model(self) -> type[BaseModel]:
        from maturity.results.model import Results

        return Results


class _Actuals:
    def check(self, document: Tree, name: str, questionnaire: Questionnaire) -> str:
        from questionnaires.actuals import read_actuals

        return said_of_actuals(read_actuals(document, name))

    def model(self) -> type[BaseModel]:
        from questionnaires.actuals import Actuals

        return Actuals


class _Roster:
    def check(self, document: Tree, name: str, questionnaire: Questionnaire) -> str:
        from questionnaires.roster import admit_roster

        return said_of_roster(admit_roster(document, name, questionnaire), questionnaire)

    def model(self) -> type[BaseModel]:
        from questionnaires.roster import Roster

        return Roster


class _Tally:
    def check(self, document: Tree, name: str, questionnaire: Questionnaire) -> str:
        from maturity.files.tallies import people_counted
        from maturity.files.tally_model import admit_counts

        return f"fine, {people_counted(admit_counts(document, name, questionnaire).people)}"

    def model(self) -> type[BaseModel]:
        from maturity.files.tally_model import CountedFile

        return CountedFile


class _Decisions:
    def check(self, document: Tree, name: str, questionnaire: Questionnaire) -> str:
        from maturity import clock
        from maturity.files.decided import check_alone
        from questionnaires.decisions_admission import admit_decisions

        found = admit_decisions(document, name, questionnaire)
        check_alone(found, name, questionnaire, clock.today())
        return said_of_decisions(found.decisions)

    def model(self) -> type[BaseModel]:
        from questionnaires.decisions import Decisions

        return Decisions


class _Builds:
    def check(self, document: Tree, name: str, questionnaire: Questionnaire) -> str:
        from questionnaires.builds import read_builds

        months = len(read_builds(document, name).month)
        return f"fine, the builds of {months} {'month' if months == 1 else 'months'}"

    def model(self) -> type[BaseModel]:
        from questionnaires.builds import Builds

        return Builds


class _Tickets:
    def check(self, document: Tree, name: str, questionnaire: Questionnaire) -> str:
        from questionnaires.tickets import read_tickets

        words = sum(len(part.words) for part in read_tickets(document, name).about)
        return f"fine, tickets by {words} {'word' if words == 1 else 'words'}"

    def model(self) -> type[BaseModel]:
        from questionnaires.tickets import Tickets

        return Tickets


KINDS: Final[dict[str, FileRow]] = {
    "response": _Response(),
    "questionnaire": _Questionnaire(),
    "results": _Results(),
    "actuals": _Actuals(),
    "tally": _Tally(),
    "roster": _Roster(),
    "decisions": _Decisions(),
    "builds": _Builds(),
    "tickets": _Tickets(),
}
"""By the word in the first line of the file, a `FileKind`; in the order in which they are offered."""


def said_of_response(response: Response) -> str:
    """What `check` says of a sound response, by itself or in a folder."""
    count = len(response.answers)
    return f"fine, {count} {'question' if count == 1 else 'questions'} with an answer"


def said_of_actuals(actuals: Actuals) -> str:
    """What `check` says of sound figures, by themselves or in a folder."""
    count = sum(actual.is_measured for actual in actuals.actual)
    figures = f"{count} {'figure' if count == 1 else 'figures'}"
    return f"fine by itself, {figures}; maturity gate holds it against the criteria"


def said_of_decisions(decisions: Decisions, refused: int = 0) -> str:
    """What `check` says of sound decisions, by themselves or in a folder; so many others of the file are `refused`."""
    count = len(decisions.decision)
    planned = f" and {len(decisions.plan)} of a plan" if decisions.plan else ""
    said = f"{count} {'entry' if count == 1 else 'entries'} on decisions{planned}"
    return f"{said} can be used, {refused} cannot" if refused else f"fine, {said}"


def said_of_roster(roster: Roster, questionnaire: Questionnaire) -> str:
    """What `check` says of a sound roster, by itself or in a folder: the names of teams, and who was asked."""
    teams = questionnaire.team_by_id
    said = [f"{name} for {teams[team].label}" for team, name in roster.teams.items()]
    for number in roster.rounds:
        asked = ", ".join(_asked(teams[team].label, one) for team, one in roster.invited(number).items())
        said.append(f"asked for round {number}: {asked}")
    return f"fine, {'; '.join(said) or 'it names nobody yet'}"


def _asked(team: str, invited: Invited) -> str:
    """`3 of Security (Anna, Ben, Night shift) until 2026-12-11`."""
    who = f"{invited.people:,} of {team}" if invited.people else f"{team} (it does not say how many)"
    labels = f" ({', '.join(invited.labels)})" if invited.labels else ""
    return f"{who}{labels}{f' until {invited.until}' if invited.until else ''}"
