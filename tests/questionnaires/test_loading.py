"""A folder of files becomes one questionnaire, or all of its faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from questionnaires import InvalidFile, builtin, load
from questionnaires.loading import assemble
from tests.given.sound_questionnaire import SOUND, changed, faults, questionnaire

HEAD = SOUND[: SOUND.index("[[team]]")]
REST = 'kind = "questionnaire"\nschema = 1\n' + SOUND[SOUND.index("[[team]]") :]


def refusals(folder: Path) -> list[str]:
    with pytest.raises(InvalidFile) as caught:
        load(folder)
    return [str(fault) for fault in caught.value.faults]


def test_the_sound_questionnaire_has_no_fault() -> None:
    assert faults(SOUND) == []


def test_a_questionnaire_is_the_sum_of_its_files() -> None:
    assert faults(HEAD, REST) == []
    assert faults(REST, HEAD) == []


def test_questions_come_in_the_order_of_the_sections() -> None:
    first = changed('id = "tasks"\ntitle', 'id = "rest"\ntitle').replace('id = "rest"\ntitle = "The rest"', "!")
    swapped = first.replace("!", 'id = "tasks"\ntitle = "The rest"')
    sections = [question.section for question in questionnaire(swapped).questions]
    assert sections == ["rest"] * 5 + ["tasks"]


def test_a_folder_is_read_by_its_toml_files(tmp_path: Path) -> None:
    (tmp_path / "head.toml").write_text(HEAD)
    (tmp_path / "rest.toml").write_text(REST)
    (tmp_path / "notes.txt").write_text("not TOML")
    assert load(tmp_path).fingerprint == questionnaire().fingerprint


def test_the_built_in_questionnaire_reads_the_same_from_its_folder() -> None:
    folder = Path(__file__).parents[2] / "questionnaires" / "autopatch"
    assert load(folder) == builtin()


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    path = tmp_path / "small.toml"
    path.write_text(SOUND)
    assert refusals(path) == [f"{path}: is not a folder; a questionnaire is a folder of TOML files"]


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000], ids=["a null", "too long"])
def test_a_name_that_no_system_can_hold_is_no_folder(name: str) -> None:
    (fault,) = refusals(Path(name))
    assert fault.endswith("is not a folder; a questionnaire is a folder of TOML files")


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    assert refusals(tmp_path) == [f"{tmp_path}: holds no .toml file; a questionnaire is a folder of TOML files"]


def test_a_folder_of_very_many_files_is_not_read(tmp_path: Path) -> None:
    for number in range(101):
        (tmp_path / f"{number}.toml").touch()
    assert refusals(tmp_path) == [f"{tmp_path}: holds more than 100 files"]


def test_an_unreadable_file_does_not_hide_the_faults_of_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.toml").mkdir()
    (tmp_path / "b.toml").write_text(changed("dated = 2024-01-01\n", 'dated = "soon"\n'))
    shown = "\n".join(refusals(tmp_path))
    assert "is a folder" in shown
    assert "b.toml: source page.dated" in shown


def test_a_steering_character_in_a_file_name_is_not_repeated() -> None:
    with pytest.raises(InvalidFile) as caught:
        assemble([("a\x1b[2J.toml", b"")])
    assert "\x1b" not in str(caught.value)


def test_the_faults_of_all_files_are_reported_together() -> None:
    broken = changed('help = "Today, and later."', "help = 7").replace('label = "Blue"\nabout', "colour = 3\nabout")
    shown = faults(
        broken, "kind = 1", "a = 1\na = 2", 'kind = "questionnaire"\nschema = 1\nnovel = 1\nteam = 2\nrenamed = 3\n'
    )
    assert [fault.split(";")[0] for fault in shown] == [
        "a.toml: team blue.label: is missing",
        "a.toml: team blue.colour: is not a known key",
        "a.toml: question rest.approvals.help: is 7",
        'b.toml: kind: a file with kind = "questionnaire" was expected',
        "c.toml: is not valid TOML: Cannot overwrite a value (at end of document)",
        "d.toml: novel: is not a known table",
        "d.toml: team: must be written as [[team]]",
        'd.toml: renamed: must be a table of "old.id" = "new.id"',
        'a.toml: scale owner.blue: stands for a team, but there is no team "blue"',
        'a.toml: question tasks.pause.asked: there is no team "blue"',
    ]


def test_a_part_without_an_id_is_named_by_its_place() -> None:
    assert faults(SOUND + "\n", 'kind = "questionnaire"\nschema = 1\nlapsed = [1, {}]\n') == [
        "b.toml: lapsed[0]: is 1; a table was expected",
        "b.toml: lapsed[1].id: is missing; add it",
        "b.toml: lapsed[1].title: is missing; add it",
        "b.toml: lapsed[1].reason: is missing; add it",
        "b.toml: lapsed[1].sources: is missing; add it",
    ]


@pytest.mark.parametrize(("files", "heads"), [((REST,), 0), ((HEAD, SOUND), 2)])
def test_exactly_one_file_names_the_questionnaire(files: tuple[str, ...], heads: int) -> None:
    assert faults(*files) == [f"questionnaire: questionnaire: exactly one file names id and version; {heads} do"]


def test_the_fingerprint_is_stable() -> None:
    assert questionnaire().fingerprint == questionnaire().fingerprint
    assert len(questionnaire().fingerprint) == 16


def test_a_comment_is_no_edit() -> None:
    assert questionnaire("# a comment\n" + SOUND).fingerprint == questionnaire().fingerprint


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('version = "1"', 'version = "2"'),
        ('label = "A little"', 'label = "A bit"'),
        ('text = "Who pauses?"', 'text = "Who pauses it?"'),
        ("per = 100", "per = 1000"),
        ("dated = 2023-01-01", "dated = 2023-01-02"),
        ('"tasks.stop" = "tasks.pause"', '"tasks.halt" = "tasks.pause"'),
    ],
)
def test_any_edit_changes_the_fingerprint(old: str, new: str) -> None:
    assert questionnaire(changed(old, new)).fingerprint != questionnaire().fingerprint


DAY_1 = '    { key = "d1", value = 1, label = "1 day", behaviour = "We wait for a day." },\n'
DAY_2 = '    { key = "d2", value = 2, label = "2 days", behaviour = "We wait for two days." },\n'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('label = "1 day", behaviour = "We wait for a day."', 'label = "One day", behaviour = "A day passes first."'),
        ('value = 16, label = "16 days", behaviour = "We', 'value = 16.0, label = "16 days", behaviour = "We'),
    ],
    ids=["a text", "a value written in another way"],
)
def test_a_correction_keeps_the_meaning_of_a_scale(old: str, new: str) -> None:
    assert questionnaire(changed(old, new)).scale_by_id["soak"].meaning == questionnaire().scale_by_id["soak"].meaning


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (DAY_1, DAY_1.replace("d1", "one_day")),
        (DAY_2, DAY_2.replace("value = 2", "value = 3")),
        (DAY_1 + DAY_2, DAY_1.replace("d1", "d2") + DAY_2.replace("d2", "d1")),
    ],
    ids=["key", "value", "order"],
)
def test_a_changed_option_changes_the_meaning_of_its_scale(old: str, new: str) -> None:
    assert questionnaire(changed(old, new)).scale_by_id["soak"].meaning != questionnaire().scale_by_id["soak"].meaning


def test_a_changed_unit_changes_the_meaning_of_a_scale() -> None:
    hours = questionnaire(SOUND.replace('unit = "days"', 'unit = "hours"'))
    assert hours.scale_by_id["soak"].meaning != questionnaire().scale_by_id["soak"].meaning


def with_codes(red: str, blue: str) -> str:
    """The sound questionnaire, its teams with these codes."""
    text = changed('id = "red"', f'id = "red"\ncode = "{red}"')
    return text.replace('id = "blue"', f'id = "blue"\ncode = "{blue}"')


def test_a_team_may_have_a_code_which_is_no_part_of_what_is_asked() -> None:
    coded = questionnaire(with_codes("RED", "B2B"))
    assert [team.code for team in coded.teams] == ["RED", "B2B"]
    assert coded.fingerprint == questionnaire().fingerprint


def test_a_code_is_three_capitals_or_digits_and_no_other_teams_and_all_faults_are_told_at_once() -> None:
    assert faults(with_codes("RED", "RED")) == ['a.toml: team blue.code: "RED" is the code of red; give it its own']
    found = faults(with_codes("red", "BLUE"))
    assert [fault.partition(" ")[2].partition(":")[0] for fault in found[:2]] == ["team red.code", "team blue.code"]
