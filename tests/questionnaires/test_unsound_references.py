"""Every reference of a questionnaire that can dangle or not fit, each made by changing one piece of a sound one."""

from __future__ import annotations

import pytest

from tests.given.sound_questionnaire import SOUND, changed, faults

PAUSE = 'documented = [{ owner = "customer", source = "older" }, { source = "page" }]'
OFFERED = 'offered = { default = 1, most = 3, price = "It costs a day.", sources = ["page"] }'
LIMIT = 'limit = { option = 4, text = "Longer is not possible.", sources = ["page"] }'
WHEN = 'when = { findings = ["orphan"], questions = ["tasks.*", "rest.release"], each = true }'
PARTLY = '    { key = "partly", label = "Partly met", behaviour = "It is there for some." },\n'
APPROVALS = 'text = "How do updates get permission?"\nhelp = "Today, and later."\nscale = "ladder"'
SOAK_BASIS = 'unit = "days"\ncomparison = "at_least"\nbasis = "ours"\nsources = ["page"]'
GONE = 'reason = "It is gone."\nsources = ["page"]'
EXPOSURE = 'id = "exposure"\nlevel = "ordinal"\nunit = "days"'
TASK = '{ task = "tasks.pause" }'
TEST_IT = 'help = "Test it."'
SOAK = 'question = "rest.soak"'
RENAMED = '"tasks.stop" = "tasks.pause"'


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('id = "blue"', 'id = "red"', "red: this id is used 2 times; every id must be its own"),
        ('id = "older"', 'id = "page"', "page: this id is used 2 times; every id must be its own"),
        ('id = "rest.network"', 'id = "lost.network"', 'question lost.network: there is no section "lost"'),
        ('scale = "exposure"', 'scale = "lost"', 'question rest.exposure.scale: there is no scale "lost"'),
        (APPROVALS, APPROVALS.replace("ladder", "owner"), "question rest.approvals.scale: a trajectory question"),
        (PARTLY, "", "question rest.network.scale: a status scale has the options met, partly, not_met"),
        ('help = "Today, and later."', f'help = "Today."\n{LIMIT}', "question rest.approvals.limit: only a"),
        (
            'help = "Today, and later."',
            'help = "Today."\nagreement_only = true',
            "question rest.approvals.agreement_only: only a",
        ),
        (LIMIT, f"{LIMIT}\nagreement_only = true", "question rest.soak.limit: agreement_only says that no option"),
        ('asked = ["red", "blue"]', 'asked = ["green"]', 'question tasks.pause.asked: there is no team "green"'),
        ('suggested = "red"', 'suggested = "green"', 'question tasks.pause.suggested: there is no team "green"'),
        (TEST_IT, f'{TEST_IT}\nconcerns = "green"', 'question rest.network.concerns: there is no team "green"'),
        (
            TEST_IT,
            f'{TEST_IT}\nasked = ["red"]\nconcerns = "blue"',
            'question rest.network.concerns: "blue" is not among the teams in asked',
        ),
        ('{ key = "blue"', '{ key = "green"', 'scale owner.green: stands for a team, but there is no team "green"'),
        ('id = "basis"', 'id = "ground"', "questionnaire: scale basis: control questions need a nominal scale with"),
        ('id = "basis"', 'id = "ground"', "scale ground: is used by no question"),
        (PAUSE, PAUSE.replace("older", "lost"), 'question tasks.pause.sources: there is no source "lost"'),
        (PAUSE, PAUSE.replace("older", "undated"), "question tasks.pause.sources: a fact needs a dated source, and"),
        (OFFERED, OFFERED.replace('"page"', '"undated"'), "question rest.release.sources: a fact needs a dated"),
        (LIMIT, LIMIT.replace('"page"', '"undated"'), "question rest.soak.sources: a fact needs a dated source, and"),
        ("dated = 2023-01-01", "dated = 2025-01-01", "question tasks.pause.documented: list the pages in the order"),
        (GONE, GONE.replace("page", "undated"), "lapsed tool.sources: a fact needs a dated source"),
        (GONE, f'{GONE}\ndocumented = [{{ source = "lost" }}]', 'lapsed tool.sources: there is no source "lost"'),
        (
            GONE,
            f'{GONE}\ndocumented = [{{ source = "page" }}, {{ owner = "service", source = "older" }}]',
            "lapsed tool.documented: list the pages in the order of their dates",
        ),
        (SOAK_BASIS, SOAK_BASIS.replace("page", "undated"), "criterion soak_kept.sources: a fact needs a dated source"),
        (WHEN, WHEN.replace("tasks.*", "lost.*"), "criterion task_owned.when.questions: there is no question or"),
        (WHEN, WHEN.replace("rest.release", "rest.lost"), "criterion task_owned.when.questions: there is no question"),
        (WHEN, WHEN.replace(", each = true", ""), "criterion task_owned.statement: {question} needs when.each = true"),
        ("at least {threshold}", "at least {value}", "criterion soak_kept.statement: only {threshold} and {question}"),
        (TASK, '{ task = "tasks.lost" }', 'criterion soak_kept.owner.task: there is no question "tasks.lost"'),
        (TASK, '{ task = "rest.soak" }', "criterion soak_kept.owner.task: must be a question of kind ownership"),
        (SOAK, 'question = "rest.lost"', 'criterion soak_kept.threshold.question: there is no question "rest.lost"'),
        (SOAK, 'question = "rest.exposure"', 'criterion soak_kept.threshold.question: "rest.exposure" must be in'),
        (SOAK, 'question = "rest.release"', "criterion soak_kept.threshold.question: must be a question of kind"),
        (SOAK, 'question = "rest.release"', "criterion soak_kept.threshold.question: the options of its scale carry"),
        ('default = 2\nunit = "days"', 'default = 2\nunit = "hours"', "criterion soak_kept.threshold.unit: must be"),
        ('comparison = "at_least"\n', 'comparison = "at_most"\n', "criterion soak_kept.threshold.comparison: must be"),
        ('lower = "rest.soak"', 'lower = "rest.release"', 'contradiction soak_exceeds_exposure.lower: "rest.release"'),
        ('upper = "rest.exposure"', 'upper = "rest.lost"', 'contradiction soak_exceeds_exposure.upper: "rest.lost"'),
        (EXPOSURE, EXPOSURE.replace("days", "hours"), "contradiction soak_exceeds_exposure: both quantities must"),
        (RENAMED, '"tasks.stop" = "tasks.lost"', "questionnaire: renamed.tasks.stop: there is no question"),
        (RENAMED, '"rest.soak" = "tasks.pause"', "questionnaire: renamed.rest.soak: this id is still in use"),
    ],
)
def test_a_reference_that_does_not_hold_is_named(old: str, new: str, fault: str) -> None:
    assert any(fault in shown for shown in faults(changed(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "known"),
    [
        ('id = "rest.network"', 'id = "lost.network"', "the sections are tasks, rest"),
        ('scale = "exposure"', 'scale = "lost"', "the scales are owner, ladder, soak, exposure, basis, status"),
        ('suggested = "red"', 'suggested = "green"', "the teams are red, blue"),
        (PAUSE, PAUSE.replace("older", "lost"), "the sources are page, older, undated"),
    ],
)
def test_whoever_names_what_there_is_not_is_told_what_there_is(old: str, new: str, known: str) -> None:
    assert any(fault.endswith(f"; {known}") for fault in faults(changed(old, new)))


def test_of_many_that_there_are_ten_are_named() -> None:
    page = '\n[[source]]\nid = "p{}"\ntitle = "Page"\nplace = "page"\nchecked = 2026-11-21\n'
    more = "".join(page.format(number) for number in range(9))
    (fault,) = faults(changed(PAUSE, PAUSE.replace("older", "lost")) + more)
    assert fault.endswith("; the sources are page, older, undated, p0, p1, p2, p3, p4, p5, p6 and 2 more")


def test_a_section_without_a_question_is_named() -> None:
    section = '\n[[section]]\nid = "more"\ntitle = "More"\nquestion = "More?"\nabout = "More."\n'
    assert faults(SOUND + section) == ["a.toml: section more: has no question"]


def test_more_teams_than_digits_are_too_many() -> None:
    team = '\n[[team]]\nid = "t{}"\nlabel = "Team"\nabout = "One more."\n'
    eight = SOUND + "".join(team.format(number) for number in range(6))
    assert faults(eight) == ["questionnaire: team: there must be 1 to 7 teams; there are 8"]


def test_a_head_alone_is_no_questionnaire() -> None:
    assert faults(SOUND[: SOUND.index("[[team]]")]) == [
        "questionnaire: team: there must be 1 to 7 teams; there are 0",
        "questionnaire: section: there must be at least one section",
        "questionnaire: question: there must be at least one question",
    ]


def test_a_core_that_is_too_long_for_one_sitting_is_refused() -> None:
    question = SOUND[
        SOUND.index('[[question]]\nid = "rest.approvals"') : SOUND.index('[[question]]\nid = "rest.network"')
    ]
    core = question.replace('depth = "full"', 'depth = "core"')
    shifts = "".join(core.replace("rest.approvals", f"rest.shift_{number}") for number in range(22))
    assert faults(SOUND + shifts) == ["questionnaire: question: core holds 70 facets; at most 66 fit into one sitting"]


def test_control_questions_need_nominal_bases() -> None:
    basis = SOUND[SOUND.index('[[scale]]\nid = "basis"') : SOUND.index('[[scale]]\nid = "status"')]
    assert faults(SOUND.replace(basis, "")) == [
        "questionnaire: scale basis: control questions need a nominal scale with the id basis"
    ]
    assert faults(SOUND.replace(basis, basis.replace("nominal", "status"))) == [
        "questionnaire: scale basis: control questions need a nominal scale with the id basis"
    ]


def test_without_control_questions_no_bases_are_needed() -> None:
    basis = SOUND[SOUND.index('[[scale]]\nid = "basis"') : SOUND.index('[[scale]]\nid = "status"')]
    control = SOUND[SOUND.index('[[question]]\nid = "rest.release"') : SOUND.index('[[question]]\nid = "rest.soak"')]
    assert faults(SOUND.replace(basis, "").replace(control, "").replace(', "rest.release"', "")) == []


@pytest.mark.parametrize("asked", ["", 'asked = ["red", "blue"]\n'], ids=["all are asked", "it is asked"])
def test_a_prerequisite_may_concern_any_team_that_is_asked(asked: str) -> None:
    assert faults(changed(TEST_IT, f'{TEST_IT}\n{asked}concerns = "red"')) == []
