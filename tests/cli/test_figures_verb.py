"""`maturity figures`: what saved exports tell of the criteria, and what is written once somebody signs it."""

from __future__ import annotations

import datetime as dt
import json
import shlex
import tomllib
from pathlib import Path

import pytest

from tests.given.commands import Command
from tests.given.figures_verb import SIGNED, figure, refused, written
from tests.given.files import put, response_text
from tests.given.pilot_exports import BUILDS, DAY, FIGURES, PERSON, key, listed, report, saved


def test_it_shows_value_and_threshold_and_writes_nothing(figures: Command) -> None:
    said = figures()
    assert said.code == 0
    assert "Cycle 1, release of 2026-11 (2026-11-10)." in said.out
    assert "▲ Few devices are not ready\n  5 % (2 of 40), at most 3 %: misses\n" in said.out
    assert "● Devices are current in every ring, Ring2, cycle 1\n  95 % (19 of 20), at least 95 %: passes\n" in said.out
    assert "  quality.csv, 40 rows: AADDeviceId, DeviceReadiness; 2026-12-01\n" in said.out
    assert "Needs a file of" in said.out
    assert said.messages[-1].startswith("Nothing is written yet: 4 figures would be filled, 2 of them miss")
    assert said.messages[-1].endswith("/examples/actuals.toml --by 'YOUR NAME'")
    assert not Path("actuals.toml").exists()
    assert PERSON not in said.out + said.err


def test_what_somebody_signs_is_written_and_the_gate_reads_it(figures: Command, command: Command) -> None:
    said = figures(*SIGNED)
    assert (said.code, said.messages[-1]) == (0, "Added 4 figures to actuals.toml.")
    assert [figure(entry) for entry in written()] == list(FIGURES)
    assert {(entry["by"], entry["date"]) for entry in written()} == {("Kim Doe", DAY)}
    assert tomllib.loads(Path("actuals.toml").read_text())["pilot"]["rings"] == ["Ring1", "Ring2"]
    gate = command("-w", "examples", "gate", "actuals.toml")
    assert gate.code == 1
    assert "Ring1, cycle 1: 95 % (19 of 20, 2026-12-01, Kim Doe)" in gate.out


def test_whose_day_is_that_of_the_file_is_said_once_for_all_of_them(figures: Command) -> None:
    saved(
        Path("versions.csv"), f"Entra Device Id,Windows quality version,Last check-in\n{key(0)},2026-11 B,2026-12-01\n"
    )
    files = ("pilot.csv", "quality.csv", "versions.csv", "builds.toml")
    remarks = json.loads(figures("--json", files=files).out)["remarks"]
    said = "The day is that of the file where nobody has named another: 2026-12-01 for quality.csv, versions.csv."
    assert [one for one in remarks if "day is that" in one] == [said]
    assert "day is that" not in figures("--on", str(DAY), files=files).out


def test_the_same_figure_is_not_written_twice(figures: Command) -> None:
    figures(*SIGNED)
    before = Path("actuals.toml").read_bytes()
    again = figures(*SIGNED)
    assert (again.code, again.messages) == (
        0,
        ["actuals.toml: nothing was added; 4 figures of these files stand there already."],
    )
    assert Path("actuals.toml").read_bytes() == before


def test_the_next_release_is_the_next_cycle(figures: Command) -> None:
    figures(*SIGNED)
    before = Path("actuals.toml").read_bytes()
    december = BUILDS.replace("2026-11", "2026-12").replace("2026-12-10", "2026-12-08").replace("-12-20", "-12-09")
    saved(Path("builds.toml"), BUILDS + december.partition("schema = 1\n")[2])
    day = dt.date(2026, 12, 14)
    saved(Path("quality.csv"), report(day), day)
    said = figures(*SIGNED, "--so-far")
    assert said.messages[-1] == "Added 4 figures to actuals.toml."
    assert Path("actuals.toml").read_bytes().startswith(before)
    assert [entry.get("cycle") for entry in written()] == [None, 1, 1, 1, None, 2, 2, 2]
    text = " ".join(said.out.split())
    assert text.count("Counts on 2026-12-20 at the earliest.") == 2, "after the second ring's deadline and some days"
    assert "so far, at most 2 %" in text
    assert "So far, until 2026-12-14: quality.csv" in written()[-1]["report"]


def test_the_month_cycle_day_and_deadlines_are_those_that_somebody_names(figures: Command) -> None:
    saved(Path("own.toml"), BUILDS.replace("2026-11", "2026-08"))
    named = ("--builds", "own.toml", "--month", "2026-08", "--cycle", "7", "--on", "2026-12-02", "--json")
    shown = json.loads(figures(*named, files=("pilot.csv", "quality.csv")).out)
    assert (shown["month"], shown["cycle"]) == ("2026-08", 7)
    assert {entry["date"] for entry in shown["figure"]} == {"2026-12-02"}


def test_a_ring_of_ones_own_gets_its_deadline_from_whoever_calls(figures: Command) -> None:
    saved(Path("pilot.csv"), listed(("First", "Broad")))
    assert "deadline is not known" in " ".join(figures().out.split())
    shown = json.loads(figures("--deadline", "first=3", "--deadline", "BROAD=12", "--json").out)
    assert [figure(entry)[0] for entry in shown["figure"]] == [name for name, *_ in FIGURES]
    saved(Path("builds.toml"), BUILDS.replace("schema = 1\n", "schema = 1\ndeadlines = { First = 3, Broad = 12 }\n"))
    assert "after the release, as you named them: First 3, Broad 12." in figures().out


def test_a_figure_of_which_a_part_is_missing_is_shown_and_not_written(figures: Command) -> None:
    head, *rows = report().splitlines()
    saved(Path("quality.csv"), "\n".join([f"{head},QUUpdateInstalledTime", *(f"{row},2026-11-12" for row in rows)]))
    said = figures(*SIGNED)
    assert said.code == 0
    assert "Shown, and to be entered by a person" in said.out
    assert "◇ The last ring can be done in time" in said.out
    assert len(written()) == len(FIGURES)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--by", "Kim Doe"), "Nothing would be signed: name the file as well"),
        (("-o", "actuals.toml"), "Nothing is written yet"),
        (("--deadline", "Ring1"), '--deadline: is written RING=DAYS, and "Ring1" is not'),
        (("--as", "quality"), '--as: is written FILE=ID, and "quality" is not'),
        (("--month", "November"), "a month is written as in 2026-11"),
    ],
)
def test_what_is_half_said_writes_nothing(figures: Command, arguments: tuple[str, ...], said: str) -> None:
    outcome = figures(*arguments)
    assert outcome.code == 2
    assert said in outcome.err
    assert not Path("actuals.toml").exists()


def test_what_to_type_in_order_to_sign_puts_the_figures_where_the_app_finds_them(figures: Command) -> None:
    said = figures()
    call = shlex.split(said.err.strip().rpartition("To sign and write: ")[2])
    folder = Path(call[call.index("-w") + 1])
    assert Path(call[call.index("-o") + 1]) == folder / "actuals.toml"
    assert "/actuals.toml, or leave --by out" in figures("--by", "Kim").err


def test_a_list_of_other_things_is_refused(figures: Command) -> None:
    others = listed().replace("-4000-", "-5000-")
    saved(Path("pilot.csv"), others)
    (message,) = refused(figures(*SIGNED))
    assert message.startswith(
        "pilot.csv: none of 40 devices on it stands in quality.csv: the usual cause is the object"
    )


def test_two_rings_for_one_are_refused_with_their_rows(figures: Command) -> None:
    saved(Path("pilot.csv"), listed() + f"{key(3)},Ring2\n")
    (message,) = refused(figures(*SIGNED))
    assert message.startswith('pilot.csv: row 42: the device of row 5 is in "Ring1" there and in "Ring2" here')


def test_a_build_that_is_not_known_leaves_open_what_rests_on_it_and_nothing_else(figures: Command) -> None:
    saved(Path("quality.csv"), report(before="10.0.22621.5000"))
    said = figures(*SIGNED)
    assert said.code == 0
    assert [(one["criterion"], one.get("ring")) for one in written()] == [
        ("not_ready", None),
        ("currency_per_ring", "Ring1"),
    ]
    assert "- The build of 2026-11 for 22621 is not known (1 device).\n" in said.out
    assert "- Devices are current in every ring, Ring2: The build of 2026-11 for 22621 is not known.\n" in said.out


def test_what_to_add_to_the_builds_can_be_pasted_and_filled_in(figures: Command) -> None:
    hotpatched = report(current="10.0.26100.7100").replace("LastIntuneSync", "HotpatchStatus,LastIntuneSync", 1)
    saved(Path("quality.csv"), hotpatched.replace(f",{DAY} ", f",Hotpatched,{DAY} "))
    unknown = BUILDS.replace("7171\n", "7171\nis_hotpatch_unknown = true\n")
    saved(Path("builds.toml"), unknown)
    text = figures().out
    assert "- The hotpatch build of 2026-11 for 26100 is not known (39 devices).\n" in text
    assert "Write this into builds.toml, with a value for each …, and count again:" in text
    start = text.index("    [[month]]")
    lines = text[start : text.index("checked = 2026-12-15\n") + 21].replace("\n    ", "\n").strip()
    assert lines.count("…") == 2
    head = unknown.partition("[[")[0]
    saved(Path("builds.toml"), head + lines.replace("= …", "= 7092"))
    assert "● Devices are current in every ring, Ring1, cycle 1\n" in figures().out


def test_faults_of_several_files_come_together_and_nothing_is_written(figures: Command) -> None:
    saved(Path("tasks.csv"), "Task,Who\nSweep,Anna\n")
    saved(Path("bomb.zip"), b"PK\x03\x04" + b"\0" * 40)
    put(Path("builds.toml"), BUILDS.replace("7171", '"many"'))
    saved(Path("quality.csv"), report().encode() + b"PC,\xff\xfe\x00\n")
    messages = refused(
        figures(*SIGNED, files=("pilot.csv", "quality.csv", "tasks.csv", "bomb.zip", "gone.csv", "builds.toml"))
    )
    named = [message.partition(":")[0] for message in messages]
    assert sorted(named) == ["bomb.zip", "builds.toml", "gone.csv", "quality.csv", "tasks.csv"]


def test_rings_that_the_pilots_figures_do_not_name_are_refused(figures: Command) -> None:
    figures(*SIGNED)
    before = Path("actuals.toml").read_bytes()
    saved(Path("pilot.csv"), listed(("ring 1", "Broad")))
    said = figures(*SIGNED, "--cycle", "2")
    assert (said.code, said.messages) == (
        3,
        ['pilot.csv: has "Broad", but the rings in pilot.rings are: Ring1, Ring2; name the same in both'],
    )
    assert Path("actuals.toml").read_bytes() == before


def test_a_month_that_no_builds_know_is_refused(figures: Command) -> None:
    (message,) = refused(figures(*SIGNED, "--month", "2027-03"))
    assert message == (
        "builds.toml: has no builds of 2027-03; the last it has are of 2026-11: add that month to a file of builds"
    )


def test_a_file_of_figures_that_is_not_sound_is_left_alone(figures: Command) -> None:
    put(Path("actuals.toml"), 'kind = "actuals"\nschema = 1\n')
    before = Path("actuals.toml").read_bytes()
    assert figures(*SIGNED).code == 3
    assert Path("actuals.toml").read_bytes() == before


def test_the_figures_beside_the_answers_tell_the_cycle_and_what_is_known(figures: Command) -> None:
    figures("-o", "examples/pilot.toml", "--by", "Kim Doe")
    said = figures()
    assert said.code == 0
    assert "In the file already" in said.out
    assert said.messages == ["There is nothing to write: 4 figures of these files stand there already."]
    assert figures("--cycle", "2").messages[-1].endswith("/examples/pilot.toml --by 'YOUR NAME'")


def test_a_bad_answer_is_named_and_does_not_keep_figures_from_being_written(figures: Command) -> None:
    put(Path("examples/broken.toml"), "kind = ")
    said = figures(*SIGNED)
    assert said.code == 3
    assert said.messages[-1] == "Added 4 figures to actuals.toml."
    assert len(written()) == len(FIGURES)


def test_figures_that_the_gate_would_refuse_are_refused_before_anything_is_written(figures: Command) -> None:
    messages = refused(figures(*SIGNED, "--on", "2026-11-15"))
    assert len(messages) == len(FIGURES)
    assert messages[1].startswith("figures: Devices are current in every ring, Ring1: date is 2026-11-15, before these")


def test_a_questionnaire_without_exports_says_so(figures: Command, command: Command, own: Path) -> None:
    put(Path("answers/a.toml"), response_text("endpoint"))
    said = command("-q", own, "-w", "answers", "figures", "pilot.csv")
    assert (said.code, said.messages) == (
        3,
        ["small: export: names no export to count figures in; enter them by hand: maturity gate --template"],
    )


def test_what_the_gate_of_the_pilot_asks_for_comes_first_and_is_counted_apart(figures: Command) -> None:
    alerts = [f"{key(number)},{number},Active,2026-11-20,2026-12-01" for number in range(3)]
    head = "AzureADDeviceId,AlertId,AlertStatus,StartTime [UTC],TimeGenerated [UTC]"
    saved(Path("alerts.csv"), "\n".join([head, *alerts]) + "\n")
    said = figures(files=("pilot.csv", "quality.csv", "alerts.csv", "builds.toml"))
    assert "4 figures would be filled, 2 of them miss their thresholds; 1 more would be filled" in said.messages[-1]
    text = " ".join(said.out.split())
    _, asked, others = text.partition("What would be filled as well: the gate of this pilot does not ask for it")
    assert asked
    assert "No old alerts wait for us 11 days, at most 14 days: passes" in others
    assert "recommended for later: before going broad" in others
    assert "Few devices are not ready" not in others


def test_files_may_stand_behind_options_as_well(figures: Command) -> None:
    said = figures("--as", "quality.csv=quality_update_status", "builds.toml", files=("pilot.csv", "quality.csv"))
    assert said.code == 0
    assert said.messages[-1].startswith("Nothing is written yet: 4 figures would be filled")
    last = figures("--month", "2026-11", "pilot.csv", "--cycle", "1", "quality.csv", "builds.toml", files=())
    assert last.out == figures("--month", "2026-11", "--cycle", "1").out


def test_what_is_no_option_is_refused_as_ever(command: Command) -> None:
    for words in (("figures", "pilot.csv", "--wrong", "a.csv"), ("doctor", "a.toml")):
        said = command(*words)
        assert said.code == 2
        assert "unrecognised arguments: " in said.err


def test_the_ids_of_exports_are_listed(command: Command) -> None:
    said = command("figures", "--exports")
    assert said.code == 0
    assert "\nquality_update_status   Quality update status\n" in f"\n{said.out}"
