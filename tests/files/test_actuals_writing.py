"""Adding to the pilot's figures: every byte that is there stays, and what is said to be saved is on disk."""

from __future__ import annotations

import datetime as dt
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.files.actuals_writing import Appended, Writing, append, append_waiting, digest_of
from maturity.files.lock import lock_of
from maturity.files.saving import HeldError, NotSavedError
from questionnaires import Fault, InvalidFile, clean, parse, read_bytes
from questionnaires.actuals import MOST_ENTRIES, Actual, Actuals, read_actuals
from tests.given.written_files import faults_by_schema

DAY = dt.date(2026, 11, 27)
HEAD = 'kind = "actuals"\nschema = 1\n\n[pilot]\nquestionnaire = "small"\nrings = ["first", "second"]\n'
WRITTEN = f"""# Ours, and kept.
{HEAD}
[[actual]]
criterion = "pause"  # nothing yet

[[waiver]]
criterion = "restore"
by = "Ada"
until = 2027-01-31
reason = "Later."
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "answers" / "actuals.toml"


def drill(hours: str = "3.5", **more: object) -> Actual:
    return Actual.model_validate(
        {"criterion": "pause", "date": DAY, "numerator": Decimal(hours), "by": "Ada Lovelace"} | more
    )


def add(path: Path, *entries: Actual, seen: str | None = None) -> Appended:
    return append(path, entries, Writing(HEAD, {"pause": "Pausing\nis fast"}, seen), within=path.parent)


def written(path: Path) -> Actuals:
    return read_actuals(parse(read_bytes(path), path.name), path.name)


def put(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def refused(path: Path, *entries: Actual, seen: str | None = None) -> str:
    """Why nothing was added; the file is as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(NotSavedError) as caught:
        add(path, *(entries or (drill(),)), seen=seen)
    assert (path.read_bytes() if path.is_file() else None) == before
    return str(caught.value).replace(str(path), path.name)


def test_a_file_is_begun_where_there_is_none(path: Path) -> None:
    assert add(path, drill()) == Appended((drill(),))
    assert path.read_text() == (
        f'{HEAD}\n# Pausing↵is fast\n[[actual]]\ncriterion = "pause"\ndate = 2026-11-27\nnumerator = 3.5\n'
        'by = "Ada Lovelace"\n'
    )
    assert written(path).actual == (drill(),)


def test_every_byte_that_is_there_stays(path: Path) -> None:
    put(path, WRITTEN)
    add(path, drill(report="The ticket"), drill("4", ring="first", criterion="share", denominator=Decimal(20)))
    after = path.read_text()
    assert after.startswith(WRITTEN)
    assert written(path).actual[1:] == (
        drill(report="The ticket"),
        drill("4", ring="first", criterion="share", denominator=Decimal(20)),
    )
    assert len(written(path).waiver) == 1
    assert faults_by_schema("actuals", tomllib.loads(after)) == []


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_lines_end_as_they_do_in_the_file(path: Path, end: str) -> None:
    put(path, WRITTEN.rstrip().replace("\n", "\r\n" if end == "\r\n" else "\n") + end)
    add(path, drill())
    data = path.read_bytes()
    assert data.count(b"\n") == (data.count(b"\r\n") or data.count(b"\n"))
    assert written(path).actual[-1] == drill()


def test_a_figure_that_is_there_is_not_added_again(path: Path) -> None:
    add(path, drill())
    before = path.read_bytes()
    again = drill("3.50", by="Grace Hopper", report="Another ticket")
    assert add(path, again) == Appended((), (again,))
    assert path.read_bytes() == before
    assert add(path, drill("5"), drill("5")) == Appended((drill("5"),), (drill("5"),))


def test_a_file_that_was_changed_since_somebody_looked_is_left_alone(path: Path) -> None:
    assert digest_of(path) == ""
    put(path, WRITTEN)
    seen = digest_of(path)
    words = "actuals.toml was not saved: it was changed since it was read. Look at it again first."
    assert refused(path, seen="") == words
    put(path, f"{WRITTEN}# and more\n")
    assert refused(path, seen=seen) == words
    assert add(path, drill(), seen=digest_of(path)).added


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kind = ", "it is not valid TOML"),
        ('kind = "roster"\nschema = 1\n', 'a file with kind = "actuals" was expected; this one says "roster"'),
        (f"{HEAD}round = 0\n", "Correct the file first."),
        (HEAD.replace('"second"', '"first"'), 'names "first" a second time'),
        (f"{HEAD}actual = []\n", "pilot.actual"),
        (HEAD.replace("[pilot]", "actual = []\n[pilot]"), "it has a list in brackets"),
    ],
)
def test_a_file_that_cannot_be_added_to_is_left_as_it_is(path: Path, text: str, words: str) -> None:
    put(path, text)
    assert words in refused(path)


def test_what_does_not_fit_what_is_there_is_told_by_its_criterion(path: Path) -> None:
    put(path, HEAD)
    add(path, drill(ring="first"))
    assert refused(path, drill("4")) == (
        'actuals.toml was not saved: ring of "pause" is missing, but other figures of this criterion name theirs; add '
        "it."
    )
    assert 'ring of "pause" is "third", but the rings' in refused(path, drill("4", ring="third"))


def test_what_does_not_fit_the_answers_is_not_written(path: Path) -> None:
    def unfit(actuals: Actuals) -> None:
        raise InvalidFile([Fault("actuals.toml", "actual[0].date", "has not come yet")])

    put(path, WRITTEN)
    with pytest.raises(InvalidFile):
        append(path, [drill()], Writing(HEAD, fits=unfit), within=path.parent)
    assert path.read_text() == WRITTEN


def test_a_full_file_says_so(path: Path) -> None:
    put(path, HEAD + '\n[[actual]]\ncriterion = "pause"\n' * MOST_ENTRIES)
    assert "it is full, with 2000 figures of at most 2000" in refused(path)


def test_nothing_is_written_through_a_link(path: Path, tmp_path: Path) -> None:
    put(tmp_path / "elsewhere.toml", HEAD)
    path.parent.mkdir()
    path.symlink_to(tmp_path / "elsewhere.toml")
    assert "is a link" in refused(path)
    assert (tmp_path / "elsewhere.toml").read_text() == HEAD


def test_a_file_that_another_holds_is_told_apart_and_can_be_waited_for(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(path, HEAD)
    lock = lock_of(path.parent, path.stem)
    with pytest.raises(HeldError):
        add(path, drill())
    pauses: list[float] = []

    def wait(seconds: float) -> None:
        pauses.append(seconds)
        lock.release()

    monkeypatch.setattr("maturity.files.adding.time.sleep", wait)
    assert append_waiting(path, [drill()], Writing(HEAD), within=path.parent).added == (drill(),)
    assert len(pauses) == 1


TEXT = st.text(min_size=1, max_size=60).filter(lambda text: text.strip() and "\n" not in text and "\t" not in text)


@given(
    report=TEXT,
    by=TEXT,
    number=st.decimals(min_value=0, max_value=10**9, places=9, allow_nan=False, allow_infinity=False),
)
def test_whatever_was_typed_reads_back_as_it_was_meant(
    tmp_path_factory: pytest.TempPathFactory, report: str, by: str, number: Decimal
) -> None:
    path = tmp_path_factory.mktemp("figures") / "actuals.toml"
    add(path, drill(str(number), report=report, by=by))
    found = written(path).actual[0]
    assert (found.numerator, found.report, found.by) == (number, clean(report), clean(by.strip()).strip())
