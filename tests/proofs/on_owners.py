"""The sentences on who owns a task, each with when it is true of the answers.

They are made of clauses; each clause is read by itself, and every team whose answer it tells is noted, so that nobody
can be left out who says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from questionnaires.words import Facet, FindingKind
from tests.proofs.reading import Reading
from tests.proofs.rules import owner_meant, pattern_on, votes, wrong_side
from tests.proofs.said import Row, Said
from tests.proofs.words import COUNT, Unreadable, clauses_in, how_many, known, names_in, teams_in

F = FindingKind


@dataclass
class Telling:
    """What clauses tell of a task: the teams whose answers they hold, and whether all of it is so."""

    reading: Reading
    task: str
    told: set[str] = field(default_factory=set)
    few: int = 0
    is_true: bool = True

    @property
    def named(self) -> dict[str, tuple[str, ...]]:
        """By team what most of it name."""
        return self.reading.named(self.task)

    @property
    def spoke(self) -> list[str]:
        """The teams that said anything on it."""
        return self.reading.spoke(self.task, Facet.OWNER)

    def owners(self, text: str, team: str | None = None) -> tuple[str, ...]:
        """The owners named in words: by their labels, *itself* for the team that speaks, *nobody yet* for none."""
        options = self.reading.scale(self.task).options
        nobody = next((key for key, means in self.reading.means(self.task).items() if means == "nobody"), "")
        labels = {option.label: option.key for option in options} | {"nobody yet": nobody, "itself": team or ""}
        return tuple(known(labels, name) for name in names_in(text, "or"))

    def teams(self, text: str) -> tuple[str, ...]:
        """The teams of a list."""
        return teams_in(self.reading.questionnaire, text)

    def tell(self, clauses: Iterable[str]) -> Telling:
        """Reads some clauses."""
        for clause in clauses:
            self.is_true &= self._clause(clause)
        return self

    def _clause(self, clause: str) -> bool:
        for pattern, holds in _CLAUSES:
            if found := re.fullmatch(pattern, clause):
                try:
                    return holds(self, found)
                except Unreadable:
                    continue
        raise Unreadable(clause)

    def is_count(self, words: str, teams: Iterable[str]) -> bool:
        """Whether these are so many, of so many that said anything."""
        return how_many(words) == (len(list(teams)), len(self.spoke))

    def all_named_told(self) -> bool:
        """Whether what every team names is told, each team's once at least."""
        return self.told >= self.named.keys()

    def everybody_told(self) -> bool:
        """Whether what every team says is told, be it that it does not know; and of teams that all name one owner
        how many people do not."""
        return self.told >= set(self.spoke) and self.few == self._few()

    def _few(self) -> int:
        """The people who do not name what all teams name; 0 where the teams differ, as then each is told."""
        answers = set(self.named.values())
        if len(answers) > 1 or owner_meant(self.reading, self.task) is None:
            return 0
        rows = self.reading.places(self.task, Facet.OWNER).values()
        return sum(len(row) - max(map(row.count, row)) for row in rows)


def _backing(telling: Telling, found: re.Match[str]) -> bool:
    """`2 of 3 teams name X, which itself answered don't know`: so many teams X alone; and why X has no answer."""
    (owner,) = telling.owners(found["owner"])
    teams = [team for team, owners in telling.named.items() if owners == (owner,)]
    telling.told |= set(teams)
    absent = None
    if telling.reading.means(telling.task)[owner] == "team":
        absent = telling.reading.absence(telling.task, Facet.OWNER, owner)
    if absent and absent.startswith("answered"):
        telling.told.add(owner)
        absent = f"itself {absent}"
    return telling.is_count(found["count"], teams) and (found["why"] or None) == absent


def _names(telling: Telling, found: re.Match[str]) -> bool:
    teams = telling.teams(found["who"])
    telling.told |= set(teams)
    owners = set(telling.owners(found["owners"], teams[0] if len(teams) == 1 else None))
    is_one = len(teams) == 1
    return found["verb"].endswith("s") == is_one and all(set(telling.named.get(team, ())) == owners for team in teams)


def _each_themselves(telling: Telling, found: re.Match[str]) -> bool:
    teams = telling.teams(found["who"])
    telling.told |= set(teams)
    return len(teams) > 1 and all(telling.named.get(team) == (team,) for team in teams)


def _has_no_owner(telling: Telling, found: re.Match[str]) -> bool:
    teams = telling.teams(found["who"])
    telling.told |= set(teams)
    return all(telling.reading.absence(telling.task, Facet.OWNER, team) == found["why"] for team in teams)


def _nobody_yet(telling: Telling, found: re.Match[str]) -> bool:
    """`2 of 3 teams say nobody yet, 1 of them beside another`."""
    (nobody,) = telling.owners("nobody yet")
    teams = [team for team, owners in telling.named.items() if nobody in owners]
    alone = [team for team in teams if telling.named[team] == (nobody,)]
    telling.told |= set(alone)
    return telling.is_count(found["count"], teams) and int(found["beside"] or 0) == len(teams) - len(alone)


def _minority(telling: Telling, found: re.Match[str]) -> bool:
    """People that do not name the owner whom all teams name."""
    owner = owner_meant(telling.reading, telling.task)
    options = telling.reading.scale(telling.task).options
    means = telling.reading.means(telling.task)
    keys = [options[place].key for row in telling.reading.places(telling.task, Facet.OWNER).values() for place in row]
    others = [key for key in keys if key != owner and means[key] != "nobody"]
    nobody = [key for key in keys if means[key] == "nobody"]
    telling.few = int(found["few"])
    return (
        set(telling.named.values()) == {(owner,)}
        and (int(found["few"]), int(found["all"])) == (len(others) + len(nobody), len(keys))
        and bool(found["others"]) == bool(others)
        and bool(found["nobody"]) == bool(nobody)
    )


_WHY: Final = "(?:has|was|answered) .+"
_CLAUSES: Final = (
    (rf"(?P<count>{COUNT}) says? nobody yet(?:, (?P<beside>\d+) of them beside another)?", _nobody_yet),
    (rf"(?P<count>{COUNT}) names? (?P<owner>.+?)(?:, which (?P<why>(?:itself )?{_WHY}))?", _backing),
    (
        r"(?P<few>\d+) of (?P<all>\d+) people (?P<others>names? another)?(?: or )?(?P<nobody>says? nobody yet)?",
        _minority,
    ),
    (r"(?P<who>.+) each name themselves", _each_themselves),
    (r"(?P<who>.+?) (?P<verb>says|say) (?P<owners>nobody yet)", _names),
    (r"(?P<who>.+?) (?P<verb>names|name) (?P<owners>.+)", _names),
    (r"(?P<who>.+?) (?P<why>answered .+)", _has_no_owner),
)


def _telling(said: Said, part: str) -> Telling:
    return Telling(said.reading, said.question.id).tell(clauses_in(said[part]))


def _about_one(said: Said) -> bool:
    """Agreed, or not confirmed: so many teams name one owner, and nobody who says otherwise is left out."""
    telling, pattern = _telling(said, "clauses"), pattern_on(said.reading, said.question.id)
    words = {"Agreed": F.AGREED, "Not confirmed": F.UNCONFIRMED}
    return telling.is_true and telling.everybody_told() and words[said["word"]] is pattern


def _contested(said: Said) -> bool:
    """Two teams or more name themselves, and of every team it is told whom it names."""
    telling = _telling(said, "clauses")
    claimants = [team for team, owners in telling.named.items() if team in owners]
    return telling.is_true and telling.all_named_told() and len(claimants) > 1


def _unaware(said: Said) -> bool:
    """More than half of the votes are of a team that names another or nobody."""
    telling = _telling(said, "clauses")
    (owner,) = telling.owners(said["owner"])
    naming = [team for team, owners in telling.named.items() if owner in owners]
    is_most = 2 * votes(telling.named).get(owner, 0) > len(telling.named)
    itself = Telling(said.reading, said.question.id).tell([f"{said['owner']} {said['itself']}"])
    telling.told.add(owner)
    return (
        telling.is_true
        and itself.is_true
        and telling.everybody_told()
        and is_most
        and owner not in telling.named[owner]
        and telling.is_count(said["count"], naming)
    )


def _no_team_takes_it(said: Said) -> bool:
    """No team names itself, of every team it is told whom it names, and of the named ones which have said nothing in
    the round."""
    telling = _telling(said, "clauses")
    is_taken = any(team in owners for team, owners in telling.named.items())
    ours = {team.id for team in said.reading.questionnaire.teams}
    named = {owner for owners in telling.named.values() for owner in owners if owner in ours}
    unheard = {
        owner for owner in named if said.reading.absence(said.question.id, Facet.OWNER, owner) == "has not been heard"
    }
    told = set(said.teams("unheard")) if said["unheard"] else set()
    return telling.is_true and telling.all_named_told() and not is_taken and told == unheard


def _nobody_leads(said: Said) -> bool:
    """Nobody takes it, or more say nobody yet than name any owner."""
    telling = _telling(said, "clauses")
    counted, (nobody,) = votes(telling.named), telling.owners("nobody yet")
    leads = all(counted.get(nobody, 0) > vote for owner, vote in counted.items() if owner != nobody)
    return telling.is_true and telling.everybody_told() and leads


def _split(said: Said) -> bool:
    """More than one owner is named, and of every team it is told whom it names."""
    telling = _telling(said, "clauses")
    return telling.is_true and telling.all_named_told() and len(set(votes(telling.named))) > 1


def _boundary(said: Said) -> bool:
    """Of exactly the teams that name an owner on the other side of the line, what they name."""
    is_ours = said["end"].startswith("the documentation says")
    if said.reading.documented(said.question.id) != ("customer" if is_ours else "service"):
        return False
    telling, means = Telling(said.reading, said.question.id), said.reading.means(said.question.id)
    first = re.fullmatch(
        r"(.+?) (?:gives? this task to us|leaves? this to the service)", clauses_in(said["clauses"])[0]
    )
    plain = telling.teams(first[1]) if first else ()
    meant = {"service"} if is_ours else {"team", "outside"}
    if any(means[owner] not in meant for team in plain for owner in telling.named.get(team, ("nobody",))):
        return False
    telling.told |= set(plain)
    telling.tell(clauses_in(said["clauses"])[1 if first else 0 :])
    return telling.is_true and telling.told == set(wrong_side(said.reading, said.question.id))


def _tied(said: Said) -> bool:
    """Exactly these teams name several owners equally often."""
    named = said.reading.named(said.question.id)
    return set(said.teams("teams")) == {team for team, owners in named.items() if len(owners) > 1}


def do_not_name(said: Said) -> bool:
    """How many people, of all that named anybody, do not name the one owner that any team names most."""
    (owner,) = said.owners("owner")
    named = said.reading.named(said.question.id)
    ours = {one for owners in named.values() for one in owners if said.reading.means(said.question.id)[one] != "nobody"}
    is_meant = owner == owner_meant(said.reading, said.question.id) or ours == {owner}
    rows = said.reading.places(said.question.id, Facet.OWNER)
    keys = [said.scale.options[place].key for row in rows.values() for place in row]
    few = sum(key != owner for key in keys)
    return is_meant and (said.number("few"), said.number("all")) == (few, len(keys)) and few > 0


_BALANCED: Final = r"(?:[^()]|\([^()]*\))+"

ROWS: Final = (
    Row("{word=Agreed|Not confirmed}: {clauses}.", _about_one),
    Row("Contested: {clauses}.", _contested),
    Row(
        f"Unaware owner: {{count={COUNT}}} {{=names|name}} {{owner}}, which itself "
        f"{{itself=(?:names|says) {_BALANCED}?}} ({{clauses={_BALANCED}}}).",
        _unaware,
    ),
    Row(
        f"No owner: no team that answered takes it ({{clauses={_BALANCED}}})"
        "[; {unheard} {=is|are} named, but not heard yet].",
        _no_team_takes_it,
    ),
    Row("No owner yet: {clauses}.", _nobody_leads),
    Row("Split: the teams do not all name one owner ({clauses}).", _split),
    Row(
        "{clauses}; {end=the documentation gives it to the service|the documentation says it is ours}.",
        _boundary,
    ),
    Row("{teams} {=names|name} several owners equally often.", _tied),
)
