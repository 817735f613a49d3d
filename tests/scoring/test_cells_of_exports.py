"""Cells of exports, read by what their column holds: one meaning, or none."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.export import ExportColumn, Holds
from scoring.exports.cells import Release, Unread, Value, Version, key_of, keys_of, names_of, reader
from scoring.exports.days import DAY, NEVER, UNREAD, DaysOfColumn

NOON = 12 * 3600


def column(holds: Holds, words: dict[str, tuple[str, ...]] | None = None) -> ExportColumn:
    return ExportColumn(id="column", headers=("Column",), holds=holds, words=words or {})


def read(holds: Holds, text: str) -> Value:
    return reader(column(holds))(text)


@pytest.mark.parametrize(
    "text",
    [
        "0A1B2C3D-0000-1111-2222-333344445555",
        "0a1b2c3d000011112222333344445555",
        " {0a1b2c3d-0000-1111-2222-333344445555} ",
        "0A1B2C3D-0000-1111-2222-333344445555\t",
    ],
)
def test_a_key_is_its_letters_and_digits(text: str) -> None:
    assert key_of(text) == "0a1b2c3d000011112222333344445555"


@pytest.mark.parametrize("text", ["", "  ", "00000000-0000-0000-0000-000000000000", "-", "0", "#"])
def test_zeros_and_nothing_are_no_key(text: str) -> None:
    assert key_of(text) == ""


KEYS = st.one_of(
    st.from_regex(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}", fullmatch=True),
    st.sampled_from(["", "0", "0" * 32, "0" * 201, "-" * 190 + "1" * 20, "a\nb", "a\r\n", "ß", "PC 1", "---", "\x1c"]),
    st.text(max_size=8),
)


@given(st.lists(KEYS, max_size=8))
def test_keys_and_names_do_not_depend_on_what_is_read_beside_them(cells: list[str]) -> None:
    assert keys_of(cells) == [key_of(cell) for cell in cells]
    assert names_of(cells) == [name for cell in cells for name in names_of([cell])]


@pytest.mark.parametrize(("text", "name"), [("PC-01", "pc01"), (" Straße ", "strasse"), (" - ", "-"), ("", "")])
def test_a_name_is_its_letters_and_digits_where_it_has_any(text: str, name: str) -> None:
    assert names_of([text]) == [name]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("10.0.26100.4349", Version(26100, 4349)),
        ("26100.4349", Version(26100, 4349)),
        (" 10.0.19045.7663 ", Version(19045, 7663)),
        ("10.0.22631", Version(22631, None)),
        ("0.0.0.0", None),
        ("", None),
        ("24H2", Unread("24H2")),
        ("Windows 11", Unread("Windows 11")),
        ("10.0.26100.4349.1", Unread("10.0.26100.4349.1")),
    ],
)
def test_of_a_build_the_last_two_parts_count(text: str, said: Value) -> None:
    assert read(Holds.BUILD, text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026.09 B Security", Release("2026-09", "B")),
        ("2024-08 B", Release("2024-08", "B")),
        ("2026.10 D Preview", Release("2026-10", "D")),
        ("2026-11", Release("2026-11", "")),
        ("2026.09 OOB Security", Release("2026-09", "OOB")),
        ("", None),
        ("Older releases", Unread("Older releases")),
        ("2026.13 B", Unread("2026.13 B")),
    ],
)
def test_a_release_is_a_month_and_the_letter_of_its_week(text: str, said: Value) -> None:
    assert read(Holds.RELEASE, text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("-1", Decimal(-1)),
        ("12", Decimal(12)),
        ("1,5", Decimal("1.5")),
        ("1.5", Decimal("1.5")),
        ("0,123", Decimal("0.123")),
        ("1.234,50", Decimal("1234.50")),
        ("1,234.50", Decimal("1234.50")),
        ("\u22123", Decimal(-3)),
        ("", None),
        ("1.234", Unread("1.234")),
        ("1,234", Unread("1,234")),
        ("many", Unread("many")),
        ("1e5", Unread("1e5")),
    ],
)
def test_a_number_may_have_a_decimal_comma_and_what_may_be_thousands_is_not_read(text: str, said: Value) -> None:
    assert read(Holds.NUMBER, text) == said


def test_a_word_is_known_in_each_of_its_forms_and_by_nothing_else() -> None:
    words = reader(column(Holds.WORD, {"ready": ("Ready", "Bereit", "0"), "not_ready": ("Not Ready",)}))
    assert [words(text) for text in ("READY", " bereit ", "0", "NotReady", "", "Prêt")] == [
        "ready",
        "ready",
        "ready",
        "not_ready",
        None,
        Unread("Prêt"),
    ]


@pytest.mark.parametrize(
    ("text", "day", "seconds"),
    [
        ("2026-06-19 20:29:04.0000000", dt.date(2026, 6, 19), 20 * 3600 + 29 * 60 + 4),
        ("2026-06-19T20:29:04.1234567Z", dt.date(2026, 6, 19), 20 * 3600 + 29 * 60 + 4),
        ("2026-06-19T23:00:00-02:00", dt.date(2026, 6, 20), 3600),
        ("2026-06-19 12:00:00 UTC", dt.date(2026, 6, 19), NOON),
        ("2026-11-20", dt.date(2026, 11, 20), 0),
        ("11/20/2026 8:29:04 PM", dt.date(2026, 11, 20), 20 * 3600 + 29 * 60 + 4),
        ("11/20/2026, 12:00:00 AM", dt.date(2026, 11, 20), 0),
        ("11/20/2026 12:00 PM", dt.date(2026, 11, 20), NOON),
        ("20/11/2026 12:00", dt.date(2026, 11, 20), NOON),
        ("20.11.2026 12:00", dt.date(2026, 11, 20), NOON),
        ("01.02.2026", dt.date(2026, 2, 1), 0),
        ("03/03/2026", dt.date(2026, 3, 3), 0),
    ],
)
def test_a_day_is_read_in_the_forms_that_reports_and_excel_write(text: str, day: dt.date, seconds: int) -> None:
    days = DaysOfColumn()
    assert days.decided([days.stamp(text)]) == [day.toordinal() * DAY + seconds]


@pytest.mark.parametrize("text", ["", "  ", "0001-01-01", "0001-01-01T00:00:00", "1/1/0001 12:00:00 AM", "01.01.0001"])
def test_nothing_and_the_year_1_are_never(text: str) -> None:
    assert DaysOfColumn().stamp(text) == NEVER


@pytest.mark.parametrize("text", ["yesterday", "2026-02-30", "31/31/2026", "13/13/2026", "1/2/26", "11/20/2026 25:00"])
def test_what_is_no_day_is_not_read(text: str) -> None:
    days = DaysOfColumn()
    assert days.stamp(text) == UNREAD
    assert days.unread == text


def months(*texts: str) -> list[int | None]:
    """The months of the days in a column, None where they cannot be told."""
    days = DaysOfColumn()
    stamps = days.decided([days.stamp(text) for text in texts])
    return [None if stamp < 0 else dt.date.fromordinal(stamp // DAY).month for stamp in stamps]


def test_whether_the_month_comes_first_is_told_by_the_whole_column() -> None:
    assert months("01/02/2026", "02/20/2026") == [1, 2]
    assert months("01/02/2026", "20/02/2026") == [2, 2]
    assert months("20/02/2026", "01/02/2026") == [2, 2]


def test_without_another_cell_it_stays_untold_and_where_cells_differ_as_well() -> None:
    assert months("01/02/2026", "04/05/2026") == [None, None]
    assert months("01/02/2026", "13/02/2026", "02/13/2026") == [None, 2, 2]
    assert months("01/02/2026", "2026-02-20", "20.02.2026") == [None, 2, 2]


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)), st.booleans())
def test_any_day_is_read_back_from_either_form_once_the_column_is_known(day: dt.date, is_month_first: bool) -> None:
    form = "%m/%d/%Y" if is_month_first else "%d/%m/%Y"
    days = DaysOfColumn()
    stamps = [days.stamp(text) for text in (day.strftime(form), dt.date(2026, 1, 31).strftime(form))]
    assert days.decided(stamps)[0] == day.toordinal() * DAY


@given(st.text(max_size=30))
def test_any_text_at_all_is_read_or_not_and_never_fails(text: str) -> None:
    for holds in Holds:
        if holds is not Holds.DAY:
            read(holds, text)
    days = DaysOfColumn()
    days.decided([days.stamp(text)])
