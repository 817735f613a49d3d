"""The pilot's figures among the answers: the same verdict everywhere, or what is wrong with them."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
import tomli_w

from tests.given.commands import Command
from tests.given.files import called_in_results, put
from tests.given.pilots import TODAY
from tests.given.rounds import both_rounds

ACTUALS: Final = Path(__file__).parents[1] / "given" / "actuals"
SAYS: Final = {
    "passes": (
        "Yes: 11 of 11 musts pass, in 1 cycle of the 2 recommended; 2 recommended criteria are missed, 9 are not "
        "measured."
    ),
    "fails-two": (
        "Not yet: 8 of 11 musts pass, 2 fail, 1 is not measured; 2 recommended criteria are missed, 10 are not "
        "measured."
    ),
}
"""What the figures say once the teams have settled what the gate counts in their answers."""


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day on which the gate is judged."""
    monkeypatch.setattr("maturity.clock.now", lambda: dt.datetime.combine(TODAY, dt.time(9), dt.UTC))


def beside(folder: Path, name: str = "passes", **pilot: Any) -> Path:
    """Figures in the folder of the answers, with these changes to what they are about."""
    document = tomllib.loads((ACTUALS / f"{name}.toml").read_text(encoding="utf-8"))
    document["pilot"] |= pilot
    return put(folder / f"{name}.toml", tomli_w.dumps(document))


def faulty(folder: Path) -> Path:
    """Four things that cannot be right, in one file."""
    figure = {"numerator": 1, "denominator": 1, "date": dt.date(2026, 12, 10), "by": "Kim"}
    document = {
        "kind": "actuals",
        "schema": 1,
        "pilot": {"questionnaire": "windows-autopatch", "round": 1, "rings": ["Test", "Test"]},
        "actual": [
            {**figure, "criterion": "failed_installs", "cycle": 1, "numerator": 6, "denominator": 5},
            {**figure, "criterion": "invented"},
            {**figure, "criterion": "recovery_drill", "date": dt.date(2026, 1, 2)},
        ],
    }
    return put(folder / "figures.toml", tomli_w.dumps(document))


WRONG: Final = ["actual[0].numerator", "actual[1].criterion", "actual[2].date", "pilot.rings[1]"]


def keys(messages: list[str], path: Path) -> list[str]:
    """The keys that messages name in a file."""
    return sorted(message.removeprefix(f"{path}: ").split(": ")[0] for message in messages)


@pytest.mark.parametrize("name", SAYS)
def test_the_verdict_stands_in_the_text_first_of_all(command: Command, settled: Path, name: str) -> None:
    beside(settled, name)
    said = command("compare", settled)
    assert (said.code, said.err) == (0, "")
    opening, _, rest = said.out.partition("May the pilot end?")
    assert SAYS[name] in " ".join(opening.split())
    assert SAYS[name] in " ".join(rest.split())
    assert command("gate", ACTUALS / f"{name}.toml", settled).out.rstrip() in said.out


@pytest.mark.parametrize("name", SAYS)
def test_the_verdict_in_json_is_that_of_the_gate(command: Command, settled: Path, name: str) -> None:
    gate = json.loads(command("gate", ACTUALS / f"{name}.toml", settled, "--json").out)
    beside(settled, name)
    assert json.loads(command("compare", settled, "--json").out)["gate"] == gate


def test_the_verdict_is_exported_in_both_formats(command: Command, settled: Path) -> None:
    beside(settled)
    for name in ("out.toml", "out.json"):
        assert command("export", settled, "-o", name).code == 0
    written = tomllib.loads(Path("out.toml").read_text(encoding="utf-8"))["gate"]
    assert (written["says"], written["open"], written["musts"]["pass"]) == (SAYS["passes"], True, 11)
    tree = json.loads(Path("out.json").read_text(encoding="utf-8"))["gate"]
    assert tree == json.loads(command("compare", settled, "--json").out)["gate"]
    assert command("check", "out.toml").code == 0


def test_without_figures_there_is_no_verdict(command: Command, settled: Path) -> None:
    said = command("compare", settled)
    assert "May the pilot end?" not in said.out
    assert "gate" not in json.loads(command("compare", settled, "--json").out)


def test_but_for_the_verdict_figures_change_nothing(command: Command, settled: Path) -> None:
    without = json.loads(command("compare", settled, "--json").out)
    beside(settled)
    tree = json.loads(command("compare", settled, "--json").out)
    del tree["gate"]
    assert tree == without


def test_two_files_with_figures_of_a_round_are_said_and_neither_is_used(command: Command, settled: Path) -> None:
    for name in SAYS:
        beside(settled, name)
    said = command("compare", settled, "--json")
    sentence = "is one of several with figures of round 1 (fails-two.toml, passes.toml); keep one of them"
    assert said.code == 3
    assert said.messages == [f"{settled / f'{name}.toml'}: pilot.round: {sentence}" for name in ("fails-two", "passes")]
    assert "gate" not in json.loads(said.out)


def test_figures_of_another_round_are_not_used(command: Command, own: Path, place: Path) -> None:
    folder = both_rounds(place / "rounds")
    figures = {"kind": "actuals", "schema": 1, "pilot": {"questionnaire": "small", "round": 1, "rings": []}}
    put(folder / "figures.toml", tomli_w.dumps(figures))
    said = command("-q", own, "compare", folder, "--json", "--against", "1")
    assert said.code == 0
    assert said.messages[-1].endswith("holds figures of round 1; they are not used for round 2")
    assert "gate" not in json.loads(said.out)
    assert "gate" in json.loads(command("-q", own, "compare", folder, "--json", "--round", "1").out)


def test_figures_of_each_round_lie_side_by_side(command: Command, own: Path, place: Path) -> None:
    folder = both_rounds(place / "rounds")
    for number in (1, 2):
        figures = {"kind": "actuals", "schema": 1, "pilot": {"questionnaire": "small", "round": number}}
        put(folder / f"figures{number}.toml", tomli_w.dumps(figures))
    for wanted in ("1", "2"):
        said = command("-q", own, "compare", folder, "--json", "--round", wanted)
        assert (said.code, "gate" in json.loads(said.out)) == (0, True)


def test_figures_on_another_questionnaire_are_named_and_not_used(command: Command, settled: Path) -> None:
    path = beside(settled, questionnaire="other")
    said = command("compare", settled, "--json")
    assert said.code == 0
    assert said.messages == [
        f'{path}: pilot.questionnaire: is "other", another questionnaire; the figures were left out'
    ]
    assert "gate" not in json.loads(said.out)


@pytest.mark.parametrize("verb", [("compare",), ("export", "-o", "out.json")])
def test_figures_that_lie_elsewhere_are_named(command: Command, settled: Path, verb: tuple[str, ...]) -> None:
    said = command(*verb, settled, "--actuals", ACTUALS / "fails-two.toml")
    assert said.code == 0
    out = Path("out.json").read_text(encoding="utf-8") if "export" in verb else said.out
    assert SAYS["fails-two"] in " ".join(out.split())


def test_figures_that_are_named_count_instead_of_those_beside_the_answers(command: Command, settled: Path) -> None:
    beside(settled, "gaps")
    beside(settled, "passes")
    said = command("compare", settled, "--actuals", ACTUALS / "fails-two.toml", "--json")
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out)["gate"]["says"] == SAYS["fails-two"]


def test_figures_can_be_named_where_they_lie_beside_the_answers(command: Command, settled: Path) -> None:
    path = beside(settled)
    said = command("compare", settled, "--actuals", path, "--json")
    assert (said.code, said.err, json.loads(said.out)["gate"]["open"]) == (0, "", True)


def test_all_that_is_wrong_with_figures_is_said_at_once_and_the_rest_is_written(
    command: Command, settled: Path
) -> None:
    path = faulty(settled)
    said = command("compare", settled, "--json")
    assert (said.code, keys(said.messages, path)) == (3, WRONG)
    tree = json.loads(said.out)
    assert len(tree["criterion"]) > 10
    assert "gate" not in tree


def test_what_fits_no_criterion_is_said_and_the_export_is_written(command: Command, settled: Path) -> None:
    path = beside(settled)
    text = path.read_text(encoding="utf-8").replace("recovery_drill", "invented").replace("stop_rule", "imagined")
    put(path, text)
    said = command("export", settled, "-o", "out.toml")
    assert said.code == 3
    named = [message for message in said.messages if "is not a criterion that these answers recommend" in message]
    assert len(named) == 2
    assert "gate" not in tomllib.loads(Path("out.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("verb", [("compare",), ("compare", "--json"), ("export", "-o", "out.toml")])
def test_strict_writes_nothing_with_faulty_figures(command: Command, settled: Path, verb: tuple[str, ...]) -> None:
    faulty(settled)
    said = command(*verb, settled, "--strict")
    assert (said.code, said.out) == (3, "")
    assert said.messages[-1] == "Nothing was written, because of --strict."
    assert not Path("out.toml").exists()


def test_strict_writes_nothing_with_two_files_of_figures(command: Command, settled: Path) -> None:
    for name in SAYS:
        beside(settled, name)
    said = command("export", settled, "-o", "out.toml", "--strict")
    assert (said.code, Path("out.toml").exists()) == (3, False)


def test_all_that_is_wrong_with_figures_that_are_named_is_said_at_once(
    command: Command, settled: Path, place: Path
) -> None:
    path = faulty(place / "elsewhere")
    said = command("compare", settled, "--json", "--actuals", path)
    assert (said.code, keys(said.messages, path)) == (3, WRONG)


def test_figures_that_cannot_be_read_are_left_out_and_named(command: Command, settled: Path) -> None:
    path = put(settled / "figures.toml", 'kind = "actuals"\nschema = 1\n')
    said = command("compare", settled, "--json")
    assert said.code == 3
    assert said.messages == [f"{path}: pilot: is missing; add it"]
    assert json.loads(said.out)["left_out"]["files"] == [called_in_results(path, "actuals")]


def test_a_tally_takes_no_notice_of_figures(command: Command, settled: Path) -> None:
    for name in SAYS:
        beside(settled, name)
    said = command("export", "--tally", settled, "-o", "counts.toml")
    assert (said.code, len(said.messages)) == (0, 1)
