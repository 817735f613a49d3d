"""Adding to a file of decisions: every byte that is there stays, and what is said to be saved is on disk."""

from __future__ import annotations

import errno
import os
import tomllib
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest

from maturity.files.decisions_file import add_entries, add_entries_waiting, new_id
from maturity.files.lock import lock_of
from maturity.files.saving import HeldError, NotSavedError
from questionnaires import parse, read_bytes
from questionnaires.decisions import Decision, Decisions, Objection, PlanEntry, decisions_in
from questionnaires.reading import LARGEST_FILE
from tests.given.builders import criterion, small
from tests.given.decisions import decide, decisions_text, park, planned, take_back
from tests.given.files import response_text
from tests.given.written_files import faults_by_schema

FIRST = decide("aaaa", "ownership.pause", owner="endpoint", deputy="operations")
SECOND = decide("bbbb", "risk.soak", value=Decimal("3.5"))
LAST_WORDS = "another program is adding to it. It will be tried again."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "answers" / "decisions.toml"


def add(path: Path, *entries: Decision | PlanEntry) -> None:
    add_entries(path, small(), entries, within=path.parent)


def there(path: Path) -> Decisions:
    return decisions_in(parse(read_bytes(path), path.name), path.name)


def refused(path: Path, *entries: Decision | PlanEntry) -> str:
    """Why entries were not added; the file is as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(NotSavedError) as caught:
        add(path, *(entries or (FIRST,)))
    assert (path.read_bytes() if path.is_file() else None) == before
    return str(caught.value).replace(str(path), path.name)


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def test_a_file_is_begun_where_there_is_none(path: Path) -> None:
    add(path, FIRST)
    assert path.read_text() == decisions_text(FIRST)
    assert there(path).questionnaire.fingerprint == small().fingerprint


def test_an_entry_is_read_and_changed_by_hand(path: Path) -> None:
    add(path, FIRST.model_copy(update={"before": {"endpoint": (1, 0, 0, 0, 0, 0, 0)}, "agreed_by": ("endpoint",)}))
    assert path.read_text().partition("\n\n")[2].partition("\n\n")[2] == (
        "# Pausing – Endpoint, deputy Operations\n"
        "[[decision]]\n"
        'id = "aaaa"\n'
        'question = "ownership.pause"\n'
        'status = "decided"\n'
        f'scale = "{FIRST.scale}"\n'
        'decider = "Anna Berg"\n'
        'agreed_by = ["endpoint"]\n'
        "decided = 2026-11-27\n"
        "recorded = 2026-11-27T15:30:00Z\n"
        "review_by = 2027-05-27\n"
        "\n"
        "[decision.outcome]\n"
        'owner = "endpoint"\n'
        'deputy = "operations"\n'
        "\n"
        "[decision.before]\n"
        "endpoint = [1, 0, 0, 0, 0, 0, 0]\n"
    )


def test_what_is_written_fits_the_schema() -> None:
    whole = decide(
        "aaaa",
        "control.release",
        option=5,
        control="covered",
        safeguard="A board.",
        tested_by="security",
        objected_by=(Objection(team="network", reason="Too slow."),),
        before={"endpoint": (1, 0, 0, 0, 0, 0)},
    )
    document = tomllib.loads(decisions_text(whole, SECOND, park("cccc", "risk.attitude"), planned("dddd", "one")))
    assert faults_by_schema("decisions", document) == []


def test_what_is_there_stays_byte_for_byte(path: Path) -> None:
    put(path, decisions_text(FIRST).replace("decider =", "# by hand\ndecider   ="))
    before = path.read_bytes()
    add(path, SECOND, planned("cccc", "one"))
    assert path.read_bytes().startswith(before)
    assert (there(path).decision, there(path).plan) == ((FIRST, SECOND), (planned("cccc", "one"),))


def test_a_missing_last_newline_is_made_up_for(path: Path) -> None:
    put(path, decisions_text(FIRST).rstrip("\n"))
    before = path.read_bytes()
    add(path, SECOND)
    assert path.read_bytes().startswith(before + b"\n\n# Days of watching")
    assert there(path).decision == (FIRST, SECOND)


def test_lines_of_windows_are_gone_on_with(path: Path) -> None:
    put(path, decisions_text(FIRST).replace("\n", "\r\n"))
    before = path.read_bytes()
    add(path, SECOND)
    after = path.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n")
    assert there(path).decision == (FIRST, SECOND)


def test_a_mark_at_the_beginning_of_the_file_stays(path: Path) -> None:
    put(path, "\ufeff" + decisions_text(FIRST))
    add(path, SECOND)
    assert there(path).decision == (FIRST, SECOND)


@pytest.mark.parametrize("kind", ["decision", "plan"])
def test_a_list_in_brackets_is_not_added_to_and_the_sentence_says_what_to_do(path: Path, kind: str) -> None:
    head, body = decisions_text().split("[questionnaire]")
    put(path, f"{head}{kind} = []\n\n[questionnaire]{body}")
    entry = FIRST if kind == "decision" else planned("cccc", "one")
    assert refused(path, entry) == (
        "decisions.toml was not saved: it has a list in brackets, such as decision = […]; write each entry below a "
        "[[decision]] or [[plan]] of its own, and try again."
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("kind = ", "it is not valid TOML: Invalid value (at end of document); it may have been cut off, ask for it "),
        (response_text("endpoint"), 'kind a file with kind = "decisions" was expected; this one says "response". '),
        (
            decisions_text(FIRST).replace('decider = "Anna Berg"\n', ""),
            "decision[0] is decided and lacks a decider. Correct the file first.",
        ),
        (
            decisions_text(SECOND).replace('id = "small"', 'id = "other"'),
            "it holds decisions on another questionnaire;",
        ),
        (
            decisions_text(SECOND, FIRST).replace('"Anna Berg"', '"Ben"'),
            'decision[2].id is "aaaa" a second time; each entry needs an id of its own. ',
        ),
    ],
    ids=["not TOML", "another kind", "a fault", "another questionnaire", "the same id"],
)
def test_a_file_that_cannot_be_added_to_is_left_alone_with_the_reason(path: Path, text: str, says: str) -> None:
    put(path, text)
    assert refused(path).startswith(f"decisions.toml was not saved: {says}")


def test_further_faults_of_a_file_are_counted(path: Path) -> None:
    put(path, decisions_text(FIRST, SECOND).replace('decider = "Anna Berg"\n', ""))
    assert refused(path).endswith("Correct the file first. `maturity check` names 1 more.")


def test_a_decision_that_does_not_fit_is_not_written_and_the_fact_is_said(path: Path) -> None:
    beyond = decide("cccc", "risk.hours_to_stop", option=5)
    assert refused(path, FIRST, beyond) == (
        "“Hours to stop” was not saved: the option is 1 hour, stricter than the service can do: 8 hours. "
        "Less than 8 hours cannot be promised (A page, 2026-01-01)."
    )


def test_nothing_is_written_through_a_link(path: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.toml"
    put(outside, decisions_text(FIRST))
    path.parent.mkdir()
    path.symlink_to(outside)
    assert refused(path, SECOND).startswith("decisions.toml was not saved: ")
    assert outside.read_text() == decisions_text(FIRST)
    path.unlink()
    path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(NotSavedError, match="is a link, and nothing is written to where a link leads"):
        add(path, FIRST)
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_of_that_name_is_left_alone(path: Path) -> None:
    path.mkdir(parents=True)
    assert "it is a folder, where a file was expected" in refused(path)


def test_on_a_full_disk_nothing_is_lost_and_it_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(path, FIRST)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("maturity.files.saving.os.fsync", full)
    assert refused(path, SECOND).startswith("decisions.toml was not saved: No space left on device.")
    monkeypatch.undo()
    assert [one.name for one in path.parent.iterdir()] == ["decisions.toml"]
    add(path, SECOND)
    assert there(path).decision == (FIRST, SECOND)


def test_an_entry_that_is_there_already_is_not_added_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsynced(_: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("maturity.files.saving._sync", unsynced)
        with pytest.raises(NotSavedError, match="Input/output error"):
            add(path, FIRST)
    before = path.read_bytes()
    add(path, FIRST)
    assert path.read_bytes() == before
    add(path, FIRST, SECOND)
    assert there(path).decision == (FIRST, SECOND)


def test_while_another_program_adds_nothing_is_written(path: Path) -> None:
    add(path, FIRST)
    lock = lock_of(path.parent, "decisions")
    before = path.read_bytes()
    with pytest.raises(HeldError, match=LAST_WORDS):
        add(path, SECOND)
    assert path.read_bytes() == before
    lock.release()
    add(path, SECOND)
    assert [one.name for one in path.parent.iterdir()] == ["decisions.toml"]


def test_who_may_wait_waits_until_the_other_is_done(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.parent.mkdir()
    lock = lock_of(path.parent, "decisions")
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 3:
            lock.release()

    monkeypatch.setattr("maturity.files.adding.time.sleep", wait)
    add_entries_waiting(path, small(), [FIRST], within=path.parent)
    assert (len(waited), there(path).decision) == (3, (FIRST,))


def test_where_there_are_no_locks_what_another_wrote_meanwhile_is_not_undone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(path, FIRST)
    theirs = path.read_bytes() + decisions_text(SECOND).partition("\n\n")[2].partition("\n\n")[2].encode()
    reads = iter([path.read_bytes(), theirs])
    monkeypatch.setattr("maturity.files.lock._opened", _cannot)
    monkeypatch.setattr("maturity.files.adding.read_bytes", lambda _: next(reads))
    with pytest.raises(HeldError, match="another program wrote it"):
        add(path, park("cccc", "risk.attitude"))


def _cannot(_: Path) -> int:
    raise OSError(errno.ENOLCK, "no locks here")


def test_of_two_that_add_at_once_no_entry_is_lost(path: Path) -> None:
    path.parent.mkdir()

    def go_on(name: str) -> None:
        for number in range(10):
            add_entries_waiting(path, small(), [planned(f"{name}{number:04}", f"{name}{number}")], within=path.parent)

    with ThreadPoolExecutor() as pool:
        list(pool.map(go_on, "abc"))
    assert sorted(one.id for one in there(path).plan) == [
        f"{name}{number:04}" for name in "abc" for number in range(10)
    ]


def test_a_full_file_says_to_begin_another(path: Path) -> None:
    entries = "".join(
        f'\n[[plan]]\nid = "p{n:04}"\ncriterion = "a"\nrecorded = 2026-11-27T15:30:00Z\n' for n in range(2000)
    )
    put(path, decisions_text() + entries)
    assert refused(path, planned("cccc", "one")) == (
        "decisions.toml was not saved: it is full, with 0 entries on decisions and 2000 of a plan; rename it, such as "
        "to decisions-1.toml, so that a new one is begun. Both are read."
    )
    add(path, FIRST)
    assert there(path).decision == (FIRST,)


def test_a_file_is_never_written_larger_than_it_could_be_read(path: Path) -> None:
    text = decisions_text(FIRST)
    put(path, text + "#" * (LARGEST_FILE - len(text.encode()) - 100))
    assert "it is full, with 1 entry on decisions and 0 of a plan" in refused(path, SECOND)


def test_what_could_steer_a_terminal_is_taken_out_before_it_is_written(path: Path) -> None:
    add(path, FIRST.model_copy(update={"because": "so\u202e it is", "decider": "An\u200bna"}))
    assert (there(path).decision[0].because, there(path).decision[0].decider) == ("so\ufffd it is", "An\ufffdna")


def test_long_lists_have_a_line_for_each_value(path: Path) -> None:
    undo = take_back("undo", *(f"{n:032}" for n in range(5)))
    add(path, undo)
    assert path.read_text().endswith("supersedes = [\n" + "".join(f'    "{n:032}",\n' for n in range(5)) + "]\n")
    assert there(path).decision == (undo,)


def test_an_entry_of_a_plan_says_what_its_criterion_is(path: Path) -> None:
    add_entries(path, small(criterion("stop")), [planned("cccc", "stop")], within=path.parent)
    assert '\n# A criterion\n[[plan]]\nid = "cccc"\n' in path.read_text()


def test_names_of_entries_are_random_and_fit() -> None:
    names = {new_id() for _ in range(50)}
    assert len(names) == 50
    assert decide(names.pop(), "ownership.pause", owner="endpoint").id
