"""The verb `gate`: the template to fill in, the verdict, and the documented exit codes."""

from __future__ import annotations

import datetime as dt
import json
import random
import re
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
from syrupy.assertion import SnapshotAssertion

from maturity.files.actuals_template import template
from maturity.rounds.round import fit_actuals
from questionnaires import InvalidFile, builtin
from questionnaires.actuals import read_actuals
from questionnaires.reading import parse
from questionnaires.words import Gate
from scoring import recommend
from tests.given.builders import THEN, compared, criterion, small, voices
from tests.given.commands import Command
from tests.given.example_results import example_comparison
from tests.given.files import DIFFERENT, put, response_text, two_teams
from tests.given.pilots import TODAY, document, figure
from tests.given.snapshots import TextSnapshot

ACTUALS: Final = Path(__file__).parents[1] / "given" / "actuals"
SETS: Final = ("passes", "fails-two", "gaps")


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day on which the gate is judged."""
    monkeypatch.setattr("maturity.clock.now", lambda: dt.datetime.combine(TODAY, dt.time(9), dt.UTC))


def first(text: str) -> str:
    """The first sentence of a verdict, which may take more than a line."""
    return " ".join(text.partition("\nIn a row")[0].split())


@pytest.mark.parametrize("name", SETS)
def test_the_verdict_on_the_examples(command: Command, examples: Path, name: str, snapshot: SnapshotAssertion) -> None:
    assert command("gate", ACTUALS / f"{name}.toml", examples).out == snapshot(extension_class=TextSnapshot)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("passes", "Not yet: 9 of 11 musts pass, 2 fail; 3 recommended criteria are missed, 9 are not measured."),
        (
            "fails-two",
            "Not yet: 6 of 11 musts pass, 4 fail, 1 is not measured; 2 recommended criteria are missed, 10 are not "
            "measured.",
        ),
        (
            "gaps",
            "Not yet: 4 of 11 musts pass, 3 fail, 3 are not measured, 1 is waived; 2 recommended criteria are missed, "
            "10 are not measured.",
        ),
    ],
)
def test_while_the_teams_disagree_no_figures_open_the_gate(
    command: Command, examples: Path, name: str, says: str
) -> None:
    said = command("gate", ACTUALS / f"{name}.toml", examples)
    assert (said.code, said.err, first(said.out)) == (1, "", says)


@pytest.mark.parametrize(
    ("name", "code", "says"),
    [
        (
            "passes",
            0,
            "Yes: 11 of 11 musts pass, in 1 cycle of the 2 recommended; 2 recommended criteria are missed, 9 are not "
            "measured.",
        ),
        (
            "fails-two",
            1,
            "Not yet: 8 of 11 musts pass, 2 fail, 1 is not measured; 2 recommended criteria are missed, 10 are not "
            "measured.",
        ),
        (
            "gaps",
            1,
            "Not yet: 6 of 11 musts pass, 1 fails, 3 are not measured, 1 is waived; 2 recommended criteria are missed, "
            "10 are not measured.",
        ),
    ],
)
def test_once_they_have_settled_it_the_figures_decide(
    command: Command, settled: Path, name: str, code: int, says: str
) -> None:
    said = command("gate", ACTUALS / f"{name}.toml", settled)
    assert (said.code, said.err, first(said.out)) == (code, "", says)


@pytest.mark.parametrize("name", SETS)
def test_json_holds_the_same_verdicts_as_the_text(command: Command, examples: Path, name: str) -> None:
    text = command("gate", ACTUALS / f"{name}.toml", examples)
    data = command("gate", ACTUALS / f"{name}.toml", examples, "--json")
    tree = json.loads(data.out)
    assert (data.code, tree["says"]) == (text.code, first(text.out))
    marks = {"pass": "● pass", "fail": "▲ FAIL", "not_measured": "○ not measured", "waived": "◆ waived"}
    for outcome, mark in marks.items():
        lines = [line for line in text.out.splitlines() if line.startswith(mark)]
        assert len(lines) == sum(verdict["outcome"] == outcome for verdict in tree["verdict"])


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_responses_changes_no_byte(command: Command, examples: Path, seed: int) -> None:
    files = sorted(examples.iterdir())
    mixed = random.Random(seed).sample(files, len(files))
    figures = ACTUALS / "gaps.toml"
    assert command("gate", figures, *mixed) == command("gate", figures, *files)


def test_the_template_holds_what_people_measure_to_leave_the_pilot_and_no_figure(
    command: Command, examples: Path
) -> None:
    said = command("gate", "pilot.toml", examples, "--template")
    assert (said.code, said.out) == (0, "")
    assert said.messages == [f"Wrote pilot.toml: fill it in, then run: maturity gate pilot.toml {examples}"]
    found = read_actuals(parse(Path("pilot.toml").read_bytes(), "pilot.toml"), "pilot.toml")
    leaving = [one for one in recommend(example_comparison()) if one.gate is Gate.LEAVE_PILOT]
    assert [actual.criterion for actual in found.actual] == [one.id for one in leaving if not one.measure.computed]
    assert not any(actual.is_measured for actual in found.actual)
    assert found.waiver == ()


def test_the_template_as_it_is_measures_nothing(command: Command, examples: Path) -> None:
    command("gate", "pilot.toml", examples, "--template")
    said = command("gate", "pilot.toml", examples)
    first = "Not yet: 2 of 11 musts fail by the answers; nothing has been measured yet."
    assert (said.code, said.out.splitlines()[0]) == (1, first)


def test_the_template_asks_for_a_denominator_only_where_there_is_one(command: Command, examples: Path) -> None:
    command("gate", "pilot.toml", examples, "--template")
    text = Path("pilot.toml").read_text(encoding="utf-8")
    measures = {one.id: one.measure for one in builtin().candidates}
    for entry in text.split("[[actual]]\n")[1:]:
        criterion = entry.split('"')[1].split(".")[0]
        own = entry.split("\n\n")[0]
        assert ("# denominator = " in own) is not measures[criterion].is_single, criterion
    assert "#   no denominator: One drill; each drill is an entry of its own" in text
    assert "# A line that begins with # does not count." in text


def test_a_drill_divided_by_two_is_refused_with_its_key(command: Command, examples: Path) -> None:
    command("gate", "pilot.toml", examples, "--template")
    text = Path("pilot.toml").read_text(encoding="utf-8")
    drill = 'criterion = "pause_drill"\n'
    counted = 'numerator = 14\ndenominator = 2\ndate = 2026-12-04\nby = "Kim"\n'
    Path("pilot.toml").write_text(text.replace(drill, drill + counted), encoding="utf-8")
    said = command("gate", "pilot.toml", examples)
    assert said.code == 3
    assert said.err == (
        "pilot.toml: actual[5].denominator: is 2, but this criterion is measured as it is and divided by nothing; "
        "leave it out, and give each measurement an entry of its own (pause_drill)\n"
    )


def test_the_template_that_is_filled_in_is_judged(command: Command, examples: Path) -> None:
    command("gate", "pilot.toml", examples, "--template")
    text = Path("pilot.toml").read_text(encoding="utf-8")
    filled = text.replace("# numerator = ", "numerator = 1").replace("# denominator = \n", "denominator = 1\n")
    filled = filled.replace("rings = [] ", 'rings = ["Test"]').replace('# ring = "…"', 'ring = "Test"  #')
    filled = (
        filled.replace("# cycle = 1", "cycle = 1  #")
        .replace("# date = 2026-12-15", "date = 2026-12-04")
        .replace('# by = ""', 'by = "Kim"')
    )
    Path("pilot.toml").write_text(filled, encoding="utf-8")
    said = command("gate", "pilot.toml", examples)
    assert first(said.out) == ("Not yet: 6 of 11 musts pass, 5 fail; 5 recommended criteria are missed.")
    assert "○ not measured" not in said.out


def test_the_template_is_never_written_over_a_file(command: Command, examples: Path, place: Path) -> None:
    put(place / "pilot.toml", "mine")
    said = command("gate", "pilot.toml", examples, "--template")
    assert (said.code, said.out) == (2, "")
    assert "exists already and was left alone" in said.err
    assert (place / "pilot.toml").read_text() == "mine"


def test_the_template_of_a_file_that_exists_prints_the_entries_that_it_lacks(command: Command, examples: Path) -> None:
    whole = command("gate", "whole.toml", examples, "--template")
    assert whole.code == 0
    kept = (ACTUALS / "fails-two.toml").read_bytes()
    figures = put(Path("pilot.toml"), kept)
    said = command("gate", figures, examples, "--template")
    assert said.code == 2
    assert figures.read_bytes() == kept
    template = Path("whole.toml").read_text(encoding="utf-8")
    mine, all_ = (re.findall(r'^criterion = "(.+)"', text, re.MULTILINE) for text in (said.out, template))
    entered = {actual.criterion for actual in read_actuals(parse(kept, "pilot.toml"), "pilot.toml").actual}
    assert mine == [one for one in all_ if one not in entered]
    assert said.messages == [
        f"pilot.toml: exists already and was left alone. It lacks {len(mine)} criteria: add the lines above to its "
        "end, and fill them in."
    ]
    assert said.out.partition("[[actual]]")[0] in template
    put(figures, kept + b"\n" + said.out.encode())
    again = command("gate", figures, examples, "--template")
    assert (again.out, again.messages) == (
        "",
        ["pilot.toml: exists already and was left alone. It lacks no criterion."],
    )


def test_a_text_that_looks_like_toml_stays_a_comment_of_the_template() -> None:
    text = criterion("stop", statement='"Stopped."').replace('numerator = "Hours."', 'numerator = "[[actual]] # Hours"')
    text = text.replace('title = "A criterion"', r'title = "Quotes \" and # more"')
    comparison = compared(voices("risk.attitude", position={"endpoint": 1}), small(text))
    assert tomllib.loads(template(comparison, recommend(comparison), TODAY))["actual"] == [{"criterion": "stop"}]


def test_a_template_that_cannot_be_saved_is_a_failure(command: Command, examples: Path, place: Path) -> None:
    put(place / "taken", "a file, not a folder")
    said = command("gate", "taken/pilot.toml", examples, "--template")
    assert (said.code, said.out, len(said.messages)) == (1, "", 1)


def test_figures_may_lie_beside_the_answers(command: Command, settled: Path) -> None:
    figures = put(settled / "pilot.toml", (ACTUALS / "passes.toml").read_bytes())
    said = command("gate", figures, settled)
    assert (said.code, said.err) == (0, "")


@pytest.mark.parametrize(
    "content", [None, "", "kind = ", 'kind = "response"\nschema = 1\n', "kind = 'actuals'\nschema = 9"]
)
def test_figures_that_cannot_be_read_are_invalid(
    command: Command, examples: Path, place: Path, content: str | None
) -> None:
    if content is not None:
        put(place / "pilot.toml", content)
    said = command("gate", "pilot.toml", examples)
    assert (said.code, said.out, len(said.messages)) == (3, "", 1)
    assert said.err.startswith("pilot.toml: ")


def test_a_round_that_nobody_answered_is_a_usage_error(command: Command, examples: Path) -> None:
    assert command("gate", ACTUALS / "passes.toml", examples, "--round", "2").code == 2


def test_answers_in_conflict_are_still_judged_and_the_code_says_so(command: Command, own: Path, place: Path) -> None:
    folder = two_teams(place / "round")
    put(folder / "copy.toml", response_text("endpoint", DIFFERENT, "endp1"))
    command("-q", own, "gate", "pilot.toml", folder, "--template")
    said = command("-q", own, "gate", "pilot.toml", folder)
    assert said.code == 4
    assert said.out.startswith("Nothing to judge: ")


def test_strict_writes_nothing_when_a_file_is_invalid(command: Command, examples: Path) -> None:
    put(examples / "bad.toml", "bad")
    assert command("gate", ACTUALS / "passes.toml", examples).code == 3
    said = command("gate", ACTUALS / "passes.toml", examples, "--strict")
    assert (said.code, said.out) == (3, "")


@pytest.mark.parametrize(
    ("pilot", "key", "message"),
    [
        ({"questionnaire": "other"}, "pilot.questionnaire", 'the answers are on "small"'),
        ({"round": 2}, "pilot.round", "is 2, the answers are of round 1"),
    ],
)
def test_figures_about_other_answers_are_refused(pilot: dict[str, Any], key: str, message: str) -> None:
    comparison = compared(voices("risk.attitude", position={"endpoint": 1}))
    with pytest.raises(InvalidFile) as caught:
        fit_actuals(read_actuals(document(**pilot), "pilot.toml"), "pilot.toml", comparison, (), None, TODAY)
    assert [(fault.key, fault.message) for fault in caught.value.faults] == [(key, message)]


def test_all_that_does_not_fit_the_answers_is_said_together() -> None:
    comparison = compared(voices("risk.attitude", position={"endpoint": 1}), small(criterion("stop")))
    early = figure(1, 1, date=THEN.date() - dt.timedelta(days=1))
    found = document(early, {"criterion": "other"}, questionnaire="other", round=2)
    with pytest.raises(InvalidFile) as caught:
        fit_actuals(
            read_actuals(found, "pilot.toml"), "pilot.toml", comparison, recommend(comparison), THEN.date(), TODAY
        )
    keys = [fault.key for fault in caught.value.faults]
    assert keys == ["actual[0].date", "actual[1].criterion", "pilot.questionnaire", "pilot.round"]


def test_a_figure_from_before_the_first_answer_is_invalid(command: Command, examples: Path, place: Path) -> None:
    text = (ACTUALS / "passes.toml").read_text(encoding="utf-8").replace("2026-12-03", "2026-11-15")
    said = command("gate", put(place / "pilot.toml", text), examples)
    assert said.code == 3
    assert said.err.endswith(
        "date: is 2026-11-15, before these answers were begun on 2026-11-16; it belongs to an earlier round "
        "(recovery_drill)\n"
    )


@pytest.mark.parametrize("name", SETS)
def test_the_figures_are_sound_on_their_own(command: Command, name: str) -> None:
    said = command("check", ACTUALS / f"{name}.toml")
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith(" figures; maturity gate holds it against the criteria\n")
