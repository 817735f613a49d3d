"""The sentences of findings on ownership: who names whom, counted, and who has no answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from questionnaires import Scale
from questionnaires.words import FindingKind, Means
from scoring.comparison.claims import Absence, Claims, absence
from scoring.comparison.compare import Comparison
from scoring.comparison.minority import Minority, minority
from scoring.comparison.ownership import Owner, OwnerOrigin
from scoring.comparison.questions import QuestionComparison
from scoring.wording.decisions import decided_owner
from scoring.wording.sentences import Sentence, Told
from scoring.wording.words import counted, listed

WHY_ABSENT: Final = {
    Absence.UNHEARD: "has not been heard",
    Absence.NOT_ASKED: "was not asked this one",
    Absence.LEFT_OPEN: "has not answered this one",
    Absence.DONT_KNOW: "answered don't know",
    Absence.NOT_APPLICABLE: "answered not applicable",
    Absence.DONT_KNOW_OR_NOT_APPLICABLE: "answered don't know or not applicable",
}
"""Why a team has no answer to a question, after its name."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What the teams say on one task, in words. At least one of them names an owner or says nobody yet."""

    comparison: Comparison
    item: QuestionComparison

    @property
    def claims(self) -> Claims:
        """Who names whom most, and what that amounts to."""
        assert self.item.claims is not None
        return self.item.claims

    @property
    def scale(self) -> Scale:
        """The owners that can be named."""
        return self.comparison.questionnaire.scale_by_id[self.item.question.scale]

    def owner(self, key: str) -> str:
        """An owner by its label. To say that nobody owns a task is no name: whatever the option is called."""
        if self.scale.means[key] is Means.NOBODY:
            return "nobody yet"
        return next(option.label for option in self.scale.options if option.key == key)

    def teams(self, teams: Iterable[str]) -> str:
        """Some teams, by their labels, as a list in words."""
        return listed(self.comparison.label(team) for team in teams)

    def who_names_whom(self, teams: Collection[str]) -> str:
        """What each of these teams names, in their order: `Endpoint and Network name Security; Security names itself
        or Endpoint; Operations says nobody yet`."""
        groups: dict[tuple[str, ...], list[str]] = {}
        for team, owners in self.claims.named.items():
            if team in teams:
                groups.setdefault(owners, []).append(team)
        return "; ".join(self._names(group, owners) for owners, group in groups.items())

    def _names(self, group: list[str], owners: tuple[str, ...]) -> str:
        one = len(group) == 1
        if all(self.scale.means[owner] is Means.NOBODY for owner in owners):
            return f"{self.teams(group)} {'says' if one else 'say'} nobody yet"
        itself = ["itself"] if one and group[0] in owners else []
        words = [*itself, *(self.owner(owner) for owner in owners if not (one and owner == group[0]))]
        return f"{self.teams(group)} {'names' if one else 'name'} {listed(words, 'or')}"

    def count(self, teams: Collection[str], one: str, many: str) -> str:
        """What so many of the teams that answered do: `all 3 teams that answered name`. A team that does not know, or
        to which it does not apply, has answered."""
        answered = len(self.claims.named) + len(self._without_owner())
        return f"{counted(len(teams), answered)} {one if len(teams) == 1 else many}"

    def backing(self, owner: str) -> str:
        """How many teams name this owner and no other, and why it has no answer of its own, if it has none."""
        text = f"{self.count(self._naming_only(owner), 'names', 'name')} {self.owner(owner)}"
        why = self.claims.absent.get(owner)
        if why is None:
            return text
        itself = "itself " if owner in self._without_owner() else ""
        return f"{text}, which {itself}{WHY_ABSENT[why]}"

    def besides(self, owner: str) -> str:
        """What the other teams say, which do not name this owner or name another as well; empty where none does."""
        backing = self._naming_only(owner)
        others = [team for team in self.claims.named if team not in backing]
        said = [self.who_names_whom(others)] if others else []
        return "".join(f"; {part}" for part in [*said, *self.who_names_none(owner)])

    def who_names_none(self, but: str | None = None) -> Iterator[str]:
        """What the teams answered that named no owner, all `but` one: `Security and Network answered don't know`."""
        groups: dict[Absence, list[str]] = {}
        for team, why in self._without_owner().items():
            if team != but:
                groups.setdefault(why, []).append(team)
        for why, teams in groups.items():
            yield f"{self.teams(teams)} {WHY_ABSENT[why]}"

    def unheard(self) -> str:
        """The teams that others name and that may still take it, as nothing has been heard of them; empty without."""
        named = {owner for owners in self.claims.named.values() for owner in owners}
        teams = [owner for owner in named if self.claims.absent.get(owner) is Absence.UNHEARD]
        order = [team.id for team in self.comparison.questionnaire.teams if team.id in teams]
        verb = "is" if len(order) == 1 else "are"
        return f"; {self.teams(order)} {verb} named, but not heard yet" if order else ""

    @property
    def minority(self) -> Minority | None:
        """The people who do not name the one owner that the pattern is about."""
        return minority(self.scale, self.claims, next(iter(self.item.cells.values())))

    def inside(self) -> str:
        """The minority inside teams that all name one owner; empty where there is none, or the teams differ."""
        few = self.minority
        if few is None or not few.people or len(self._naming_only(self.claims.owners[0])) < len(self.claims.named):
            return ""
        one = few.people == 1
        said = [("names another" if one else "name another")] if few.others else []
        said += [("says nobody yet" if one else "say nobody yet")] if few.nobody else []
        return f"; {few.people} of {few.answers} people {listed(said, 'or')}"

    def _naming_only(self, owner: str) -> list[str]:
        return [team for team, owners in self.claims.named.items() if owners == (owner,)]

    def _without_owner(self) -> dict[str, Absence]:
        """The teams that answered and named no owner, with what they said instead."""
        (cells,) = self.item.cells.values()
        without = {team: absence(cell, heard=True) for team, cell in cells.items() if cell.said}
        return {team: why for team, why in without.items() if why}


def of_owner(word: str) -> Sentence:
    """How many teams name the one owner that it is about, and who says otherwise."""

    def sentence(told: Told) -> str:
        said, (owner,) = Naming(told.comparison, told.item), told.finding.owners
        return f"{word}: {said.backing(owner)}{said.besides(owner)}{said.inside()}."

    return sentence


def contested(told: Told) -> str:
    """Who names itself, alone or among others, and whom the rest name."""
    said = Naming(told.comparison, told.item)
    alone = [team for team in told.finding.owners if said.claims.named[team] == (team,)]
    rest = [team for team in said.claims.named if team not in alone]
    parts = [f"{said.teams(alone)} each name themselves" if len(alone) > 1 else said.who_names_whom(alone)]
    parts += [said.who_names_whom([team]) for team in rest if team in told.finding.owners]
    parts.append(said.who_names_whom([team for team in rest if team not in told.finding.owners]))
    return f"Contested: {'; '.join(filter(None, parts))}."


def unaware_owner(told: Told) -> str:
    """How many name a team that says otherwise, what it says, and who they are."""
    said, (owner,) = Naming(told.comparison, told.item), told.finding.owners
    naming = [team for team, owners in said.claims.named.items() if owner in owners]
    itself = said.who_names_whom([owner]).removeprefix(f"{told.comparison.label(owner)} ")
    others = [said.who_names_whom([team for team in said.claims.named if team != owner]), *said.who_names_none()]
    count = said.count(naming, "names", "name")
    return f"Unaware owner: {count} {said.owner(owner)}, which itself {itself} ({'; '.join(others)})."


def orphan(told: Told) -> str:
    """Who says that nobody owns it yet, or whom the teams name, none of which takes it."""
    said = Naming(told.comparison, told.item)
    named = said.claims.named
    nobody = [team for team, owners in named.items() if any(said.scale.means[o] is Means.NOBODY for o in owners)]
    only = [team for team in nobody if len(named[team]) == 1]
    if len(only) < len(named) and not any(team in owners for team, owners in named.items()):
        return f"No owner: no team that answered takes it ({said.who_names_whom(named)}){said.unheard()}."
    count = said.count(nobody, "says", "say")
    beside = f", {len(nobody) - len(only)} of them beside another" if len(nobody) > len(only) else ""
    # Each by itself, so that a team that names itself is heard to do so.
    others = [*(said.who_names_whom([team]) for team in named if team not in only), *said.who_names_none()]
    return f"No owner yet: {'; '.join([f'{count} nobody yet{beside}', *others])}."


def split(told: Told) -> str:
    """That no one owner is named by all, and who names whom."""
    said = Naming(told.comparison, told.item)
    return f"Split: the teams do not all name one owner ({said.who_names_whom(said.claims.named)})."


def boundary(one: str, many: str, end: str, means: Collection[Means]) -> Sentence:
    """A sentence on teams that all name such owners alone, `{teams}`; others are quoted with what they name."""

    def sentence(told: Told) -> str:
        said, teams = Naming(told.comparison, told.item), told.finding.teams
        plain = [team for team in teams if all(said.scale.means[o] in means for o in said.claims.named[team])]
        parts = [(one if len(plain) == 1 else many).format(teams=said.teams(plain))] if plain else []
        parts.append(said.who_names_whom([team for team in teams if team not in plain]))
        return f"{'; '.join(filter(None, parts))}; {end}"

    return sentence


def owner_origin(comparison: Comparison, owner: Owner, task: str) -> str:
    """Where the owner of a criterion comes from, who owns a `task`, in a sentence without its end."""
    if owner.origin is OwnerOrigin.DECIDED and owner.task is not None:
        return decided_owner(comparison, owner.task, task)
    item = comparison.question(owner.task) if owner.task else None
    if item is None or owner.origin is OwnerOrigin.TO_BE_NAMED:
        return f"no team names an owner among us for {task}"
    said = Naming(comparison, item)
    if owner.origin is OwnerOrigin.ONE_TEAM:
        return f"only one team names an owner for {task}"
    if len(said.claims.named) == 1:
        return f"the only team that names an owner names several equally often for {task}"
    if said.claims.pattern is FindingKind.UNCONFIRMED:
        (named,) = said.claims.owners
        return f"{said.backing(named)}, for {task}{said.besides(named)}{said.inside()}"
    if owner.origin is OwnerOrigin.AGREED:
        (named,) = said.claims.owners
        teams = said.count(said.claims.named, "names", "name")
        return f"{teams} the same owner for {task}{said.besides(named)}{said.inside()}"
    return f"the teams do not all name one owner for {task}"


def minority_sentence(comparison: Comparison, item: QuestionComparison) -> str:
    """How many people do not name the owner that the teams are found to name most; empty where the finding says so,
    or where everybody names it."""
    if item.claims is None or len(item.claims.named) < 2:
        return ""
    said = Naming(comparison, item)
    few = said.minority
    if few is None or not few.people or said.inside():
        return ""
    verb = "does" if few.people == 1 else "do"
    return f"{few.people} of {few.answers} people {verb} not name {said.owner(item.claims.owners[0])}."
