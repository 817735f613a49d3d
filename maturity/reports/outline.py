"""The results tree as text for a terminal or a mail. Renders the tree and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Final

from maturity.files.trees import Tree
from maturity.reports.criteria import WIDTH, bound, criterion_lines, wrapped
from maturity.reports.gate import gate_text
from maturity.reports.movement import movement_headline, movement_lines
from maturity.reports.sections import agreement_lines, standing_lines
from questionnaires.words import FindingKind
from scoring.wording.findings import FINDING_WORDS
from scoring.wording.words import listed

GATES: Final = {
    "leave_pilot": "To leave the pilot",
    "broad_ring": "Before going broad",
    "12_months": "After 12 months",
    "24_months": "After 24 months",
}

CLASSES: Final = {
    "A": "A  Settle first",
    "B": "B  Settle during the pilot",
    "C": "C  Settle when time allows",
    "confirm": "Confirm  Agreed, but on little evidence",
}


def text(tree: Tree, today: dt.date, *, width: int = WIDTH, brief: bool = False) -> str:
    """The comparison as plain text: in short, where the teams stand, what to discuss, what the pilot must show.

    With `brief`, only what fits on a page. `today` decides which facts are too old to be relied on.
    """
    lines: list[str] = []
    criteria = partial(_criteria, today=today)
    first = (_opening, _in_short, _gate, _movement, _teams)
    rest = (_words, _sections, _agenda, _lists, criteria, _lapsed, _reading)
    for part in _BRIEF if brief else (*first, *rest):
        lines.extend(part(tree, width))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _brief_gate(tree: Tree, width: int) -> Iterator[str]:
    """Of the verdict only the musts that do not pass."""
    if "gate" in tree:
        missing = [verdict for verdict in tree["gate"]["verdict"] if verdict["outcome"] != "pass"]
        musts = [verdict for verdict in missing if verdict["priority"] == "must"]
        yield from _heading("May the pilot end?")
        yield from gate_text({**tree["gate"], "verdict": musts}, width).splitlines()


def _brief_movement(tree: Tree, width: int) -> Iterator[str]:
    if "movement" in tree:
        yield ""
        yield from wrapped(movement_headline(tree["movement"]), width)


def _brief_teams(tree: Tree, _width: int) -> Iterator[str]:
    yield from _heading("Who answered")
    yield from _people(tree)


def headline(tree: Tree) -> str:
    """The one sentence that matters most."""
    first = [entry for entry in tree["agenda"] if entry["class"] == "A"]
    musts = [item for item in tree["criterion"] if item["gate"] == "leave_pilot" and item["priority"] == "must"]
    if len(tree["team"]) < 2:
        who = "Only one team has" if tree["team"] else "No team has"
        return f"{who} answered, so nothing can be compared yet. At least two are needed."
    if not first:
        return (
            f"No urgent disagreement was found; {_count(len(musts), 'must', 'musts')} to show before the pilot may end."
        )
    return (
        f"{_count(len(first), 'question', 'questions')} to settle first; "
        f"then {_count(len(musts), 'must', 'musts')} to show before the pilot may end."
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _heading(title: str) -> list[str]:
    return ["", title, "=" * len(title), ""]


def _opening(tree: Tree, width: int) -> Iterator[str]:
    questionnaire = tree["questionnaire"]
    yield f"{questionnaire['title']}  ·  round {tree['round']}"
    yield f"Questionnaire {questionnaire['id']} {questionnaire['version']}, maturity {tree['made_by']['maturity']}"
    yield ""
    if "gate" in tree:
        yield from wrapped(tree["gate"]["says"], width)
    yield from wrapped(headline(tree), width)
    if notice := round_notice(tree, "--against and --carry"):
        yield from wrapped(notice, width)
    for key, sentence in (
        ("files", "▲ Files that could not be used are left out of everything below"),
        ("unknown", "Answers to questions that this questionnaire does not have were left out"),
        ("incomparable", "Questions whose scale has changed since were not compared"),
    ):
        left_out = tree["left_out"][key]
        if left_out:
            yield from wrapped(f"{sentence}: {', '.join(left_out)}.", width)


def round_notice(tree: Tree, how: str) -> str:
    """What a later round rests on: answers that were carried over, or only what was asked again."""
    if "carried" in tree:
        names, carried = tree["questionnaire"]["teams"], tree["carried"]["questions"]
        said = [f"{_count(carried[t], 'question', 'questions')} of {names[t]}" for t in names if t in carried]
        return (
            f"▲ Not answered in round {tree['round']}, and so taken over from round {tree['carried']['from']}: "
            f"{listed(said) or 'nothing'}."
        )
    if "partial" in tree:
        return (
            f"▲ Round {tree['round']} asked only what was on the agenda. What it did not ask is unknown here: "
            f"thresholds stand on defaults, and tasks may lack their owner. {how} takes over the earlier answers."
        )
    return ""


def _in_short(tree: Tree, width: int) -> Iterator[str]:
    """One page for whoever reads no further: what to settle, and what the pilot has to show."""
    first = [entry for entry in tree["agenda"] if entry["class"] == "A"]
    musts = [item for item in tree["criterion"] if item["gate"] == "leave_pilot" and item["priority"] == "must"]
    yield from _heading("In short")
    if first:
        yield "Settle these first:"
        yield ""
        for place, entry in enumerate(first, start=1):
            findings = ", ".join(FINDING_WORDS[FindingKind(kind)] for kind in entry["findings"])
            yield from wrapped(f"{entry['title']} – {findings}", width, f"  {place:>2}. ")
        yield ""
    if musts:
        yield "To end the pilot, show these:"
        yield ""
        for place, item in enumerate(musts, start=1):
            yield from wrapped(f"{item['title']} – {bound(item)} – owner {item['owner']}", width, f"  {place:>2}. ")
        yield ""
    if unheard := _unheard(tree):
        sentence = f"Named as owners, but not heard yet: {listed(unheard)}. Ask them to answer."
        yield from wrapped(sentence, width)


def _movement(tree: Tree, width: int) -> Iterator[str]:
    """What moved since another round, where one is set beside this one."""
    if "movement" in tree:
        yield from _heading(f"Since round {tree['movement']['against']}")
        yield from movement_lines(tree["movement"], width)


def _gate(tree: Tree, width: int) -> Iterator[str]:
    """The verdict on the pilot's figures, where there are any."""
    if "gate" in tree:
        yield from _heading("May the pilot end?")
        yield from gate_text(tree["gate"], width).splitlines()


def _unheard(tree: Tree) -> list[str]:
    """The teams that others name as owners and that have not answered at all."""
    answered = {team["id"] for team in tree["team"]}
    unconfirmed = {
        owner
        for question in tree["question"]
        for finding in question["findings"]
        if finding["kind"] == FindingKind.UNCONFIRMED.value
        for owner in finding["owners"]
    }
    return [label for key, label in tree["questionnaire"]["teams"].items() if key in unconfirmed - answered]


def _teams(tree: Tree, width: int) -> Iterator[str]:
    yield from _heading("Who answered")
    yield from _people(tree)
    yield ""
    yield from wrapped(
        "A question can ask for up to three answers, and not every team is asked everything. Each team has one vote, "
        "however many people answered.",
        width,
    )
    fragile, singles = tree["fragile"], sum(team["respondents"] == 1 for team in tree["team"])
    if fragile["agenda"]:
        who = f"{_count(singles, 'team is', 'teams are')} one person each. " if singles else ""
        yield from wrapped(
            f"{who}With few answers much is fragile: on {fragile['agenda_fragile']} of the {fragile['agenda']} "
            "questions to discuss below, one answer moved by one step would change what is found. Each says which (~).",
            width,
        )


def _people(tree: Tree) -> Iterator[str]:
    """A line for each team."""
    for team in tree["team"]:
        unfinished = team["respondents"] - team["completed"]
        open_ = f", {unfinished} not finished" if unfinished else ""
        people = _count(team["respondents"], "person", "people")
        yield f"  {team['name']:<20.20} {people}{open_}; {team['answered']} of {team['asked']} answers given"


GLOSSARY: Final = (
    ("Aligned, close", "at most 1, at most 2 steps of the scale between the teams that differ most"),
    ("Apart, far apart", "at most 3 steps, or more; scales have six options, 0 to 5"),
    ("Agreed, not confirmed", "all name the same owner; not confirmed while that team has not answered"),
    ("Contested", "two or more teams each say that they own it"),
    ("Unaware owner", "most name a team that itself names another"),
    ("No owner", "no team says that it owns it"),
    ("Split", "the teams name different owners in another way"),
    ("Left to the service", "a team leaves to the service what its documentation gives to us"),
    ("Blocker", "a team needs more control than the service offers"),
    ("Comfort, exposed", "a team wants more, or less, control than it says it needs"),
    ("Baseline, direction, pace", "a dispute about today, about where to go, or about how fast"),
    ("Must, should, could", "how firmly a criterion is recommended"),
)
"""The words of the report, for somebody who has seen nothing else."""


def _words(tree: Tree, width: int) -> Iterator[str]:
    yield from _heading("What the words mean")
    for words, meaning in (*GLOSSARY, *tree["questionnaire"]["terms"].items()):
        yield from wrapped(meaning, width, f"  {words:<26} ", " " * 29)


def _sections(tree: Tree, width: int) -> Iterator[str]:
    yield from _heading("Where the teams agree")
    yield from agreement_lines(tree, width)
    yield ""
    yield from wrapped(
        "Each question counts once, by its worst finding. Far apart also holds contested, unaware and missing "
        "owners, and blockers; apart holds split owners, disputes on baseline or direction, and prerequisites that are "
        "not met.",
        width,
    )
    yield from wrapped(_chance(tree), width)
    yield ""
    aligned = [question["title"] for question in tree["question"] if question.get("column") == "aligned"]
    if aligned:
        yield from wrapped(f"Aligned: {'; '.join(aligned)}.", width)
        yield ""
    yield "How often each team stands apart from the others (of the questions compared):"
    yield ""
    yield from standing_lines(tree, width)


def _chance(tree: Tree) -> str:
    """What agreement is worth with so few teams."""
    said = [
        f"within {_count(row['within'], 'step', 'steps')} of each other in {round(100 * row['chance'])} of 100 cases"
        for row in tree["chance"]
    ]
    if not said:
        return ""
    answers = tree["chance"][0]["answers"]
    return f"Beware of small numbers: {answers} answers given at random on six options are {' and '.join(said)}."


def _agenda(tree: Tree, width: int) -> Iterator[str]:
    yield from _heading("What to discuss")
    if not tree["agenda"]:
        yield "Nothing: no question calls for a discussion."
    sections = {section["id"]: section["title"] for section in tree["section"]}
    for key, title in CLASSES.items():
        entries = [entry for entry in tree["agenda"] if entry["class"] == key]
        if not entries:
            continue
        yield f"{title} ({len(entries)})"
        yield ""
        for place, entry in enumerate(entries, start=1):
            flags = f"  [flagged by {listed(entry['flagged_by'])}]" if "flagged_by" in entry else ""
            weight = f"{entry['impact']} impact{', hard to take back' if entry['reversible'] == 'one-way' else ''}"
            weight += f"; {entry['answers']}"
            title = f"{entry['title']}  ({sections[entry['section']]}; {weight}){flags}"
            yield from wrapped(title, width, f"  {place:>2}. ")
            yield from wrapped(entry["reason"], width, " " * 6)
            for sentence in _limits(entry):
                yield from wrapped(sentence, width, " " * 6, " " * 8)
        yield ""


def _limits(entry: Tree) -> Iterator[str]:
    """What would change an entry, and where counting people would read differently."""
    yield f"~ {entry.get('fragile', 'No single answer, moved by one step, would change this.')}"
    if "pooled" in entry:
        yield f"~ {entry['pooled']}"


def _lists(tree: Tree, width: int) -> Iterator[str]:
    titles = {question["id"]: question["title"] for question in tree["question"]}
    for key, title in (
        ("no_common_position", "Teams that first have to agree among themselves"),
        ("applicability_conflict", "Does this apply to us?"),
    ):
        if tree[key]:
            yield f"{title} ({len(tree[key])})"
            yield ""
            for finding in tree[key]:
                yield from wrapped(f"{titles[finding['question']]}: {finding['says']}", width, "   -  ")
            yield ""
    if tree["flagged"]:
        listed_already = {entry["question"] for entry in tree["agenda"]}
        named = [titles[question] for question in tree["flagged"] if question not in listed_already]
        if named:
            yield from wrapped(f"Also flagged for discussion: {'; '.join(named)}.", width)


def _criteria(tree: Tree, width: int, today: dt.date) -> Iterator[str]:
    yield from _heading("What the pilot has to show: recommended exit criteria")
    for gate, title in GATES.items():
        criteria = [item for item in tree["criterion"] if item["gate"] == gate]
        if not criteria:
            continue
        musts = sum(item["priority"] == "must" for item in criteria)
        yield f"{title}: {_count(musts, 'must', 'musts')}, {len(criteria) - musts} more"
        yield "-" * len(title)
        yield ""
        for item in criteria:
            yield from criterion_lines(item, today, width)
            yield ""


def _lapsed(tree: Tree, width: int) -> Iterator[str]:
    """What was once asked for and is not asked any more, so that nobody waits for it."""
    if tree["questionnaire"]["lapsed"]:
        yield from _heading("No longer asked for")
        for title, reason in tree["questionnaire"]["lapsed"].items():
            yield from wrapped(f"{title}: {reason}", width, "  - ")


def _reading(tree: Tree, width: int) -> Iterator[str]:
    conventions = tree["conventions"]
    yield from _heading("How to read the figures")
    for sentence in (
        f"A team's position is {conventions['position']}.",
        f"Evidence: {conventions['evidence']}.",
        f"Voting: {conventions['vote']}.",
        "A gap is the distance in steps of the scale between the highest and the lowest team.",
        "The bands and the agenda's table are conventions, the same for everybody, so that reports can be compared.",
        "Agreement is not correctness: teams can agree on something wrong.",
    ):
        yield from wrapped(sentence, width, "  - ")


_BRIEF: Final = (_opening, _in_short, _brief_gate, _brief_movement, _brief_teams)
"""What fits on a page or two, for the sponsor."""
