"""Decisions of several files put together: by id, whatever the order, every conflict named, neither side used."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

from maturity.files.decided import Together
from maturity.files.decided import together as together_in
from maturity.files.found import DecisionsFile
from questionnaires import Fault
from questionnaires.decisions import Decision, Decisions, DecisionsRef, PlanEntry
from scoring.decisions.settled import settled_by
from tests.given.builders import small
from tests.given.decisions import decide, planned, take_back

TASK = "ownership.pause"
AT_ODDS = (
    "decisions at odds on “Pausing”: Endpoint by Anna Berg and Security by Anna Berg; none of them counts until one is "
    "decided in their place"
)


def together(files: Iterable[DecisionsFile]) -> tuple[Together, tuple[Fault, ...]]:
    return together_in(files, small())


def on(identifier: str, *supersedes: str, owner: str = "endpoint", question: str = TASK) -> Decision:
    return decide(identifier, question, facet="owner", owner=owner, supersedes=supersedes)


def file(name: str, *entries: Decision | PlanEntry, refused: tuple[Decision, ...] = ()) -> DecisionsFile:
    head = DecisionsRef(id="small", version="1", fingerprint="abc")
    decisions = tuple(entry for entry in entries if isinstance(entry, Decision))
    plan = tuple(entry for entry in entries if isinstance(entry, PlanEntry))
    return DecisionsFile(
        Path(name), Decisions(questionnaire=head, decision=decisions, plan=plan), f"of {name}", refused
    )


def standing(found: Together) -> list[str]:
    return [one.id for one in settled_by(small(), found.decisions).decisions]


def conflicts(*files: DecisionsFile) -> list[str]:
    return [str(fault) for fault in together(files)[1]]


def test_files_are_put_together_by_id() -> None:
    found, faults = together([file("a", on("aaaa")), file("b", on("aaaa"), on("bbbb", "aaaa"))])
    assert (standing(found), faults) == (["bbbb"], ())


def test_an_entry_that_stands_twice_counts_once() -> None:
    found, faults = together([file("a", on("aaaa"), on("aaaa")), file("b", on("aaaa"))])
    assert (found.decisions, faults) == ((on("aaaa"),), ())


def test_one_id_with_two_contents_is_a_conflict_named_in_both_files() -> None:
    ours, theirs = file("a", on("aaaa")), file("b", on("aaaa", owner="security"))
    says = f'{AT_ODDS}; add one that supersedes "aaaa" (a and b)'
    assert conflicts(ours, theirs) == [f'a: entry "aaaa": {says}', f'b: entry "aaaa": {says}']
    assert standing(together([ours, theirs])[0]) == []


def test_to_supersede_an_id_with_two_contents_ends_the_conflict() -> None:
    ours, theirs = file("a", on("aaaa")), file("b", on("aaaa", owner="security"))
    assert conflicts(ours, theirs, file("c", on("bbbb", "aaaa"))) == []
    assert standing(together([ours, theirs, file("c", on("bbbb", "aaaa"))])[0]) == ["bbbb"]
    assert conflicts(ours, theirs, file("c", take_back("undo", "aaaa"))) == []


def test_what_an_id_with_two_contents_replaced_does_not_count_again() -> None:
    before = on("zzzz")
    ours, theirs = file("a", before, on("aaaa", "zzzz")), file("b", on("aaaa", "zzzz", owner="security"))
    assert standing(together([ours, theirs])[0]) == []


def test_two_that_stand_on_one_question_are_a_conflict_and_what_they_replaced_does_not_count_again() -> None:
    ours, theirs = file("a", on("zzzz"), on("aaaa", "zzzz")), file("b", on("bbbb", "zzzz", owner="security"))
    says = f'{AT_ODDS}; add one that supersedes "aaaa" (a) and "bbbb" (b)'
    assert conflicts(ours, theirs) == [f'a: entry "aaaa": {says}', f'b: entry "bbbb": {says}']
    assert standing(together([ours, theirs])[0]) == []


def test_a_conflict_leaves_other_questions_as_they_are() -> None:
    found, faults = together([file("a", on("aaaa"), on("cccc", question="ownership.deploy")), file("b", on("bbbb"))])
    assert (standing(found), len(faults)) == (["cccc"], 2)


def test_a_circle_is_a_conflict() -> None:
    files = file("a", on("aaaa", "bbbb")), file("b", on("bbbb", "aaaa", question="ownership.deploy"))
    says = "Endpoint by Anna Berg, in a circle of entries that replace each other; none of them counts until one is "
    first, second = conflicts(*files)
    assert first.startswith(f'a: entry "aaaa": decisions at odds on “Pausing”: {says}')
    assert second.startswith('b: entry "bbbb": decisions at odds on “')


def test_of_many_entries_on_one_question_five_are_named() -> None:
    files = [file(f"{n}", on(f"a{n:04}").model_copy(update={"decider": f"Ben {n}"})) for n in range(8)]
    said = conflicts(*files)[0]
    assert "Endpoint by Ben 4 and 3 more; none of them counts" in said
    assert said.endswith('"a0003" (3), "a0004" (4) and 3 more')


def test_entries_that_differ_in_the_rest_only_are_said_to() -> None:
    said = conflicts(file("a", on("aaaa")), file("b", on("bbbb").model_copy(update={"because": "They can."})))
    assert "“Pausing”: Endpoint by Anna Berg, in 2 entries that differ in the rest; none of them counts" in said[0]


def test_of_one_file_at_odds_with_itself_that_is_said_once() -> None:
    assert conflicts(file("a", on("aaaa"), on("bbbb", owner="security"))) == [
        f'a: entry "aaaa": {AT_ODDS}; add one that supersedes "aaaa" (a) and "bbbb" (a)'
    ]


def test_entries_that_exclude_each_other_are_kept_to_be_told_of() -> None:
    found, _ = together([file("a", on("aaaa"), on("cccc", question="ownership.deploy")), file("b", on("bbbb"))])
    assert [[one.id for one in clash] for clash in found.clashes] == [["aaaa", "bbbb"]]
    unlike, _ = together([file("a", on("aaaa")), file("b", on("aaaa", owner="security"))])
    assert [[one.outcome.owner for one in clash if one.outcome] for clash in unlike.clashes] == [
        ["endpoint", "security"]
    ]


def test_what_a_refused_decision_replaced_does_not_count_again_and_what_it_did_not_replace_does() -> None:
    wrong = decide("aaaa", TASK, owner="nobody", supersedes=("zzzz",))
    found, faults = together([file("a", on("zzzz"), on("cccc", question="ownership.deploy"), refused=(wrong,))])
    assert (standing(found), faults) == (["cccc"], ())


def test_a_refused_decision_that_was_undone_leaves_what_it_replaced() -> None:
    wrong = decide("aaaa", TASK, owner="nobody", supersedes=("zzzz",))
    assert standing(together([file("a", on("zzzz"), take_back("undo", "aaaa"), refused=(wrong,))])[0]) == ["zzzz"]


def test_what_one_file_gives_soundly_is_used_though_another_could_not_use_it() -> None:
    assert standing(together([file("a", on("aaaa")), file("b", refused=(on("aaaa"),))])[0]) == ["aaaa"]


def test_a_plan_is_kept_with_what_it_replaced() -> None:
    first, second = planned("aaaa", "one"), planned("bbbb", "one", supersedes=("aaaa",))
    assert together([file("a", first), file("b", second)])[0].plan == (first, second)
    clash = conflicts(file("a", first), file("b", planned("cccc", "one")))
    assert clash[0].startswith('a: entry "aaaa": is one of "aaaa" and "cccc", which all stand on "one"; ')


def test_one_id_of_a_decision_and_of_a_plan_is_a_conflict() -> None:
    found, faults = together([file("a", on("aaaa")), file("b", planned("aaaa", "one"))])
    assert (found, len(faults)) == (Together(), 2)


def test_the_order_of_files_says_nothing() -> None:
    files = [
        file("a", on("zzzz"), on("aaaa", "zzzz")),
        file("b", on("aaaa", owner="security"), planned("pppp", "one")),
        file("c", on("cccc", question="ownership.deploy"), planned("qqqq", "one")),
        file("d", on("dddd", question="ownership.deploy")),
    ]
    assert len({repr(together(order)) for order in permutations(files)}) == 1
