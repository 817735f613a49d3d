"""Every fault that a part of a questionnaire can have on its own, each made by changing one piece of a sound one."""

from __future__ import annotations

import pytest

from tests.given.sound_questionnaire import changed, faults

PAUSE = 'documented = [{ owner = "customer", source = "older" }, { source = "page" }]'
OFFERED = 'offered = { default = 1, most = 3, price = "It costs a day.", sources = ["page"] }'
LIMIT = 'limit = { option = 4, text = "Longer is not possible.", sources = ["page"] }'
WHEN = 'when = { findings = ["orphan"], questions = ["tasks.*", "rest.release"], each = true }'
LAW = '    { key = "law", label = "Law", behaviour = "A rule asks for it." },\n'
D16 = '{ key = "d16", value = 16, label = "16 days", behaviour = "We wait for sixteen days." }'
FIVE = '{ key = "five", label = "All", behaviour = "We do all." }'

ENTRY = 'entry = "One wait.",'


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (LAW, LAW.replace('"law"', '"audit"'), "scale basis: option keys must differ from each other"),
        (LAW, LAW.replace('"law"', '"dont_know"'), "scale basis: dont_know and not_applicable are reserved"),
        (f"    {FIVE},\n", "", "scale ladder: an ordinal scale has exactly 6 options, this one has 5"),
        (FIVE, FIVE.replace("label", "value = 5, label"), "scale ladder: a quantity needs an ordinal scale, a unit"),
        (D16, D16.replace("value = 16", "value = 6"), "scale soak.d16: has the value 6 after 8; options go from"),
        (D16, D16.replace("value = 16", "value = 8"), "scale soak.d16: has the value 8 after 8; options go from"),
        (D16, D16.replace("value = 16", "value = inf"), "scale soak.options[5].value: is Infinity"),
        (OFFERED, OFFERED.replace("most = 3", "most = 0"), "question rest.release.offered: the default cannot be more"),
        (OFFERED, OFFERED.replace("3", "6"), "question rest.release.offered.most: is 6; the largest allowed is 5"),
        (OFFERED, OFFERED.replace("1", "-1"), "question rest.release.offered.default: is -1; the smallest allowed is"),
        (OFFERED, "", "question rest.release: a control question, and no other, says what the service offers"),
        (LIMIT, OFFERED, "question rest.soak: a control question, and no other, says what the service offers"),
        (PAUSE, "", "question tasks.pause: an ownership question says what was documented"),
        (LIMIT, PAUSE, "question rest.soak: only an ownership question has a documented or suggested owner"),
        (LIMIT, 'suggested = "red"', "question rest.soak: only an ownership question has a documented or suggested"),
        (LIMIT, 'concerns = "red"', "question rest.soak: only a prerequisite says in concerns whom it concerns first"),
        ('suggested = "red"', 'standing = "renamed"', "question tasks.pause: a renamed or retired task says in"),
        (WHEN, "when = {}", "criterion task_owned.when: when is either always = true, or names findings and questions"),
        (WHEN, WHEN.replace("{ ", "{ always = true, "), "criterion task_owned.when: when is either always = true"),
        (WHEN, 'when = { findings = ["orphan"] }', "criterion task_owned.when: findings need the questions"),
        ("{ always = true }", "{ always = true, each = true }", "criterion soak_kept.when: each needs findings"),
        ('{ role = "Sponsor" }', "{}", "criterion task_owned.owner: owner is either a task or a role"),
        ('id = "rest.network"', 'id = "Network"', 'question Network.id: is "Network"; only small letters, digits'),
        ('help = "Test it."', 'help = ""', "question rest.network.help: must not be empty"),
        ('title = "Network"', f'title = "{"x" * 41}"', "question rest.network.title: is too long; at most 40"),
        ('title = "Network"', "title = 7", "question rest.network.title: is 7; a text in quotes was expected"),
        ('kind = "trajectory"', 'kind = "path"', 'question rest.approvals.kind: is "path"; it must be one of'),
        ('id = "older"', 'secondary = "yes"\nid = "older"', 'source older.secondary: is "yes"; true or false was'),
        ("dated = 2023-01-01", 'dated = "then"', 'source older.dated: is "then"; a date was expected'),
        ("dated = 2023-01-01", "dated = [1]", "source older.dated: is a list; a date was expected"),
        ("dated = 2023-01-01", "dated = {}", "source older.dated: is a table; a date was expected"),
        ("dated = 2023-01-01", "dated = 12:00:00", "source older.dated: is a time; a date was expected"),
        ("dated = 2023-01-01", "dated = true", "source older.dated: is true; a date was expected"),
        ("per = 100", "per = 1.5", "criterion task_owned.measure.per: is 1.5; a whole number was expected"),
        ('traps = ["None."]', "traps = []", "criterion task_owned.measure.traps: needs at least 1 entries"),
        ('traps = ["None."]', 'traps = "None."', 'criterion task_owned.measure.traps: is "None."; a list was expected'),
        (
            ENTRY,
            "",
            "criterion soak_kept.measure: has either a denominator, or an entry where a single thing is measured",
        ),
        (ENTRY, f'{ENTRY} denominator = "All.",', "criterion soak_kept.measure: has either a denominator, or an entry"),
        (ENTRY, f"{ENTRY} per = 100,", "criterion soak_kept.measure: multiplies by per, but has no denominator"),
        (LAW, LAW + "".join(LAW.replace("law", f"l{n}") for n in range(9)), "scale basis.options: has more than 10"),
        (OFFERED, "offered = 3", "question rest.release.offered: is 3; a table was expected"),
        ('version = "1"', 'version = "1 beta"', 'questionnaire.version: is "1 beta"; only small letters, digits'),
    ],
)
def test_a_part_that_contradicts_itself_is_named(old: str, new: str, fault: str) -> None:
    assert any(fault in shown for shown in faults(changed(old, new)))


def test_a_list_with_one_unsound_entry_is_not_called_too_short_as_well() -> None:
    found = faults(changed('traps = ["None."]', "traps = [7]"))
    assert found == ["a.toml: criterion task_owned.measure.traps[0]: is 7; a text in quotes was expected"]
