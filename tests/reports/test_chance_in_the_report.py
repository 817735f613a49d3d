"""What agreement is worth, in the report: by the comparisons that were made, and section by section."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any, Final

from maturity.files.trees import Tree
from maturity.reports.criteria import WIDTH
from maturity.reports.outline import text
from maturity.reports.sections import chance_lines
from maturity.results.build import results
from maturity.results.model import Results, read_results
from questionnaires import Answer, Response, builtin
from questionnaires.words import Depth
from tests.given.builders import compared, respond, voices
from tests.given.example_results import example_document, example_results, plain

TODAY: Final = dt.date(2026, 11, 21)
OTHERS: Final = ("operations", "network", "architecture", "service_desk", "application_owners")


def everything(team: str) -> Response:
    """One person who gives the third option on every question of the core."""
    said: dict[str, Answer] = {}
    for question in builtin().asked_of(team, Depth.CORE):
        choice: Any = builtin().scale_by_id[question.scale].choice(2)
        said[question.id] = Answer(**{facet.value: choice for facet in question.facets})
    return respond(team, said, questionnaire=builtin(), depth=Depth.CORE, respondent=f"all{team}")


@cache
def two_of_seven() -> Results:
    """Two teams answer everything, five answer one question."""
    one = {"risk_appetite.release_button": Answer(position=2)}
    few = [
        respond(team, one, questionnaire=builtin(), depth=Depth.CORE, respondent=f"one{place:04}")
        for place, team in enumerate(OTHERS)
    ]
    return results(compared([everything("endpoint"), everything("security"), *few], builtin()), ())


def said(found: Results) -> str:
    return " ".join(" ".join(chance_lines(found, WIDTH)).split())


def test_two_of_seven_are_warned_of_by_the_comparisons_that_were_made() -> None:
    # 9 positions of 4/9, 6 of control of 4/9 twice, 6 trajectories of 4/9 three times: 5.71 of 21.
    found = two_of_seven()
    assert [(row.answers, row.within, row.questions, row.chance) for row in found.chance] == [
        (2, 1, 21, 0.272),
        (7, 1, 1, 0.0023),
    ]
    assert said(found).startswith(
        "Beware of small numbers. 2 teams are compared on 21 of 22 questions with a gap; answers at random would lie "
        "within 1 step on 27 of 100 such. 7 teams are compared on 1; there on fewer than 1 of 100. By gaps alone"
    )


def test_each_section_with_gaps_stands_beside_noise_and_all_of_them_together() -> None:
    lines = list(chance_lines(two_of_seven(), WIDTH))
    heading = next(place for place, line in enumerate(lines) if "at random   over 3" in line)
    assert lines[heading:] == [
        "                       with a gap  within 1  at random   over 3  at random",
        "  Control                       6         6        1.2        0        1.8",
        "  Risk appetite                10        10        4.0        0        2.3",
        "  Operating model               6         6        0.5        0        2.5",
        "  In all                       22        22        5.7        0        6.7",
    ]


def test_gaps_are_counted_by_gap_alone_where_another_finding_is_worse() -> None:
    """Both need all the control there is, and more than is offered: a blocker without any gap."""
    both = {"endpoint": 5, "security": 5}
    found = results(compared(voices("control.release", needed=both, wanted=both)), ())
    (section,) = (section for section in found.section if section.id == "control")
    assert section.noise is not None
    assert (section.far_apart, section.noise.questions, section.noise.near, section.noise.far) == (1, 1, 1, 0)
    assert section.noise.says == (
        "Of 1 question with a gap the teams are within 1 step on 1 and over 3 apart on 0; random answers would give "
        "0.2 and 0.3."
    )


def test_sections_without_a_gap_have_no_noise_and_add_up_with_the_others() -> None:
    found = example_results()
    noises = [section.noise for section in found.section if section.noise]
    assert [section.id for section in found.section if not section.noise] == ["ownership", "readiness"]
    assert found.noise is not None
    assert (
        found.noise.questions == sum(one.questions for one in noises) == sum(row.questions or 0 for row in found.chance)
    )
    assert (found.noise.near, found.noise.far) == (sum(one.near for one in noises), sum(one.far for one in noises))
    assert abs(found.noise.far_at_random - sum(one.far_at_random for one in noises)) < 0.001


def test_one_team_alone_is_warned_of_nothing() -> None:
    found = results(compared(voices("risk.attitude", position={"endpoint": 1})), ())
    assert (found.chance, found.noise) == ((), None)
    assert said(found) == ""


def test_the_chance_of_every_line_keeps_to_the_width() -> None:
    assert max(map(len, chance_lines(example_results(), WIDTH))) <= WIDTH
    assert max(map(len, chance_lines(two_of_seven(), WIDTH))) <= WIDTH


def older(document: Tree) -> Tree:
    """The same results as an earlier version wrote them: chance of single answers of all teams, and no noise."""
    document["chance"] = [{"answers": 4, "within": 1, "chance": 0.0586}, {"answers": 4, "within": 2, "chance": 0.2}]
    document.pop("noise")
    for section in document["section"]:
        section.pop("noise", None)
    for question in document["question"]:
        question.pop("chance", None)
        question.pop("bands_say", None)
    return document


def test_results_of_an_earlier_version_are_read_and_say_nothing_of_what_they_did_not_count() -> None:
    found = read_results(older(example_document()), "results.toml")
    assert [row.questions for row in found.chance] == [None, None]
    written = text(found, TODAY)
    assert "Beware of small numbers" not in written
    assert "at random" not in written
    assert "random answers" not in written


def test_what_stands_apart_is_defined_where_it_is_counted() -> None:
    table = text(example_results(), TODAY).partition("How often each team stands apart")[2]
    explained = " ".join(table.partition("What to discuss")[0].split())
    assert "Words Stands apart: a team whose middle answer is more than 2 steps from the others'" in explained


def test_of_two_teams_none_stands_apart_from_the_others() -> None:
    said = {"endpoint": 1, "security": 5}
    found = results(compared(voices("risk.attitude", position=said)), ())
    assert "apart" in text(found, TODAY)
    assert "stands apart from the others" not in text(found, TODAY)


def test_on_the_agenda_a_question_of_several_answers_has_the_band_of_each() -> None:
    written = " ".join(text(example_results(), TODAY, whole=True).split())
    found = example_results().question_by_id["operating_model.approvals"]
    assert found.bands_say == (
        "Today: close, 2 steps; in 12 months: apart, 3 steps; in 24 months: apart, 3 steps. "
        "The worst counts: in 12 months."
    )
    assert f"evidence can settle that. {found.bands_say} " in written


def test_the_chance_of_a_question_stands_in_the_file_beside_that_of_each_facet() -> None:
    said = {"endpoint": 1, "security": 2}
    document = plain(results(compared(voices("control.release", needed=said, wanted=said)), ()))
    (question,) = (item for item in document["question"] if item["id"] == "control.release")
    assert [facet["chance"] for facet in question["facet"]] == [0.4444, 0.4444]
    assert question["chance"] == 0.1975


def test_an_average_reads_alike_in_the_table_and_in_its_sentence() -> None:
    found = two_of_seven()
    assert found.noise is not None
    halves = found.noise.model_copy(update={"near_at_random": 1.25, "far_at_random": 0.05})
    last = list(chance_lines(found.model_copy(update={"noise": halves}), WIDTH))[-1]
    assert last.split()[-4:] == [str(halves.near), "1.3", str(halves.far), "0.1"]
