"""The questionnaires of generated rounds: the small one with rules of its own, and parts of the built-in one."""

from __future__ import annotations

import random
from functools import cache
from typing import Final

from questionnaires import Candidate, Questionnaire, builtin
from tests.given.builders import small

_RULE: Final = """
[[criterion]]
id = "{id}"
title = "{title}"
statement = "{statement}"
reason = "Because it matters."
evidence = "A list."
priority = "{priority}"
gate = "leave_pilot"
sources = ["page"]
when = {{ {when} }}
threshold = {{ {threshold}, sources = ["page"] }}
owner = {{ {owner} }}
measure = {{ numerator = "What is so.", {below}, by = [{by}], report = "A report.", \
traps = ["A trap."] }}
"""


def _rule(identifier: str, title: str, when: str, threshold: str, owner: str, **parts: str) -> str:
    rest = {"priority": "must", "per": "1", "by": "", "statement": "It holds within {threshold}."} | parts
    per = rest.pop("per")
    counting = rest.pop("counting", "")
    rest["below"] = f'denominator = "Out of all.", per = {per}' if per != "1" else 'entry = "One thing."'
    rest["below"] += f", {counting}" if counting else ""
    return _RULE.format(id=identifier, title=title, when=when, threshold=threshold, owner=owner, **rest)


_HOURS: Final = 'question = "risk.hours_to_stop", default = 24, unit = "hours", one = "hour", comparison = "at_most"'
_WATCH: Final = 'question = "risk.soak", default = 5, unit = "days", one = "day", comparison = "at_least"'
_OPEN: Final = 'question = "risk.exposure", default = 14, unit = "days", one = "day", comparison = "at_most"'
_FLEET: Final = 'question = "risk.fleet", default = 30, unit = "days", one = "day", comparison = "at_most"'
_SHARE: Final = 'default = 95, unit = "%", comparison = "at_least", basis = "ours"'
_NONE: Final = 'default = 0, unit = "cases", one = "case", comparison = "at_most", basis = "ours"'
_OURS: Final = ', basis = "ours"'
_PUBLISHED: Final = ', basis = "documented"'
_ALWAYS: Final = "always = true"
_SPONSOR: Final = 'role = "Sponsor"'
_UNSETTLED: Final = (
    'findings = ["contested", "unaware_owner", "orphan", "split", "unconfirmed"], questions = ["ownership.*"]'
)

_COUNTED: Final = (
    _rule(
        "owned",
        "Owners agreed",
        _ALWAYS,
        'default = 50, unit = "%", comparison = "at_least", basis = "ours"',
        'task = "ownership.pause"',
        per="100",
        counting='computed = { questions = ["ownership.*"], documented = "customer", depth = "core", with = '
        '["agreed"] }',
    ),
    _rule(
        "found",
        "Nothing stands against it",
        _ALWAYS,
        'default = 40, unit = "%", comparison = "at_least", basis = "ours"',
        _SPONSOR,
        per="100",
        counting='computed = { questions = ["risk.*", "ownership.deploy"], '
        'without = ["infeasible_together", "boundary_claimed", "boundary_expected"] }',
    ),
    _rule(
        "level",
        "One view of tomorrow",
        _ALWAYS,
        _SHARE,
        _SPONSOR,
        priority="should",
        per="100",
        counting='computed = { questions = ["future.*"], aligned = "in_24_months" }',
    ),
    _rule(
        "one_owner",
        "One owner",
        f"{_UNSETTLED}, each = true",
        _SHARE,
        _SPONSOR,
        priority="could",
        per="100",
        statement="{question}: {threshold} name one owner.",
        counting='computed = { questions = ["ownership.*"], with = ["agreed", "unconfirmed"] }',
    ),
    _rule(
        "row",
        "Cycles in a row",
        _ALWAYS,
        'default = 2, unit = "cycles", one = "cycle", comparison = "at_least", basis = "ours"',
        _SPONSOR,
        priority="should",
        counting="computed = { cycles = true }",
    ),
    _rule(
        "guarded",
        "Safeguards",
        'findings = ["blocker"], questions = ["control.*"]',
        'default = 100, unit = "%", comparison = "at_least", basis = "ours"',
        _SPONSOR,
        per="100",
        counting='counted = { questions = ["control.*"], with = ["blocker"] }',
    ),
)

_RULES: Final = (
    _rule("stop", "Stopping", _ALWAYS, _HOURS + _OURS, 'task = "ownership.pause"'),
    _rule("watch", "Watching", _ALWAYS, _WATCH + _PUBLISHED, 'task = "ownership.deploy"', by='"cycle"'),
    _rule("exposure", "Open flaws", _ALWAYS, _OPEN + _OURS, _SPONSOR, by='"ring", "cycle"'),
    _rule("fleet", "The fleet", _ALWAYS, _FLEET + _OURS, 'task = "ownership.marked"', priority="should"),
    _rule("share", "Current devices", _ALWAYS, _SHARE, 'task = "ownership.pause"', per="100", by='"ring"'),
    _rule(
        "settled",
        "Settled",
        f"{_UNSETTLED}, each = true",
        _SHARE,
        _SPONSOR,
        priority="should",
        per="100",
        statement="{question}: {threshold} name one owner.",
    ),
    _rule(
        "fits",
        "Limits fit",
        'findings = ["infeasible_together"], questions = ["risk.*"]',
        _NONE,
        _SPONSOR,
    ),
    _rule(
        "blocked",
        "Blockers",
        'findings = ["blocker"], questions = ["control.*"], each = true',
        _NONE,
        'task = "ownership.deploy"',
        statement="{question}: {threshold} are left.",
    ),
    _rule(
        "agreed",
        "One limit",
        'findings = ["apart", "far_apart", "no_common_position"], questions = ["risk.*"], impacts = ["high", "medium"]',
        _NONE,
        _SPONSOR,
        priority="should",
    ),
    _rule(
        "ready",
        "Ready",
        'findings = ["prerequisite_not_met", "prerequisite_partly", "prerequisite_split", "unknown"], '
        'questions = ["readiness.*"]',
        _NONE,
        'task = "ownership.pause"',
    ),
    *_COUNTED,
    _rule("bare", "Less than needed", 'findings = ["exposed"], questions = ["control.*"]', _NONE, _SPONSOR),
)

_MORE_PAIRS: Final = """
[[contradiction]]
id = "soak_exceeds_fleet"
lower = "risk.soak"
upper = "risk.fleet"
text = "Watching cannot take longer than the fleet has."

[[contradiction]]
id = "days_leave_no_room"
together = ["risk.soak", "risk.exposure", "risk.fleet"]
at_most = 50
text = "There are fifty days in all."
"""


@cache
def small_field() -> Questionnaire:
    """The small questionnaire with rules of every kind, and more limits that may contradict each other."""
    return small("".join(_RULES) + _MORE_PAIRS)


def part_of(questionnaire: Questionnaire, chance: random.Random) -> Questionnaire:
    """A few questions of a questionnaire, with a few rules and all that these rest on."""
    ids = {question.id for question in chance.sample(questionnaire.questions, chance.randint(4, 10))}
    rules = chance.sample(questionnaire.candidates, min(len(questionnaire.candidates), chance.randint(3, 9)))
    ids.update(*map(_rests_on, rules))
    tied = tuple(one for one in questionnaire.contradictions if not ids.isdisjoint(one.questions))
    ids.update(identifier for one in tied for identifier in one.questions)
    questions = tuple(question for question in questionnaire.questions if question.id in ids)
    sections = {question.section for question in questions}
    parts = {
        "questions": questions,
        "candidates": tuple(rule for rule in questionnaire.candidates if rule in rules),
        "contradictions": tied,
        "sections": tuple(section for section in questionnaire.sections if section.id in sections),
    }
    whole = {name: getattr(questionnaire, name) for name in Questionnaire.model_fields}
    return Questionnaire.model_construct(**whole | parts)  # a copy would keep the index of all questions


def _rests_on(rule: Candidate) -> set[str]:
    return {name for name in (rule.threshold.question, rule.owner.task) if name is not None}


def any_field(chance: random.Random) -> Questionnaire:
    """Half of the rounds are of the small questionnaire, a few of the whole built-in one, the others of parts of it."""
    drawn = chance.random()
    if drawn < 0.5:
        return small_field()
    return part_of(builtin(), chance) if drawn < 0.97 else builtin()
