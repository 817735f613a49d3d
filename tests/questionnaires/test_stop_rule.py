"""A questionnaire says which tasks and criteria make up the stop rule, for the page that teams sign."""

from __future__ import annotations

from questionnaires import builtin
from questionnaires.loading import fingerprint
from questionnaires.words import Kind, StopRule
from tests.given.builders import criterion, small
from tests.given.sound_questionnaire import changed, faults

TASK = 'id = "tasks.pause"\n'
OTHER = """
[[question]]
id = "tasks.again"
kind = "ownership"
title = "Pausing again"
text = "Who pauses again?"
help = "Think of the last time."
scale = "owner"
depth = "core"
impact = "high"
reversible = "two-way"
documented = [{ source = "page" }]
stop_rule = "stop"
sources = ["page"]
"""


def test_every_part_of_the_stop_rule_is_one_task_of_the_first_talk_and_has_limits() -> None:
    questionnaire = builtin()
    assert list(questionnaire.stop_rule) == list(StopRule)
    tasks = [questionnaire.question_by_id[task] for task in questionnaire.stop_rule.values()]
    assert {(task.kind, task.depth.value, task.impact.value) for task in tasks} == {(Kind.OWNERSHIP, "short", "high")}
    assert {one.stop_rule for one in questionnaire.candidates} == {*StopRule, None}


def test_criteria_that_ask_for_signed_owners_limits_or_safeguards_point_to_the_agreement() -> None:
    named = {one.id for one in builtin().candidates if one.agreement}
    assert {"stop_rule", "ownership_settled", "found_settled", "blockers_compensated", "deputies"} <= named


def test_what_stands_on_that_page_changes_no_fingerprint() -> None:
    questionnaire = builtin()
    bare = questionnaire.model_copy(
        update={
            "questions": tuple(one.model_copy(update={"stop_rule": None}) for one in questionnaire.questions),
            "candidates": tuple(
                one.model_copy(update={"stop_rule": None, "agreement": False}) for one in questionnaire.candidates
            ),
        }
    )
    assert fingerprint(bare) == questionnaire.fingerprint


def test_a_criterion_can_be_a_limit_of_the_stop_rule() -> None:
    (limit,) = small(criterion("limit", stop_rule='"stop"')).candidates
    assert limit.stop_rule is StopRule.STOP


def test_a_part_of_the_stop_rule_is_a_task_one_and_no_more() -> None:
    once = changed(TASK, f'{TASK}stop_rule = "stop"\n')
    assert faults(once) == []
    assert faults(once, f'kind = "questionnaire"\nschema = 1\n{OTHER}') == [
        'b.toml: question tasks.again.stop_rule: "stop" is that of tasks.pause; keep one of them'
    ]
    wrong = changed('id = "rest.release"\n', 'id = "rest.release"\nstop_rule = "stop"\n')
    assert faults(wrong)[0] == (
        "a.toml: question rest.release: "
        "only an ownership question says in stop_rule who it is that says stop, go or hold, or leads"
    )
    assert "stop_rule" in faults(changed(TASK, f'{TASK}stop_rule = "later"\n'))[0]
