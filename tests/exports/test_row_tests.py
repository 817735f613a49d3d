"""What a cell is asked, a question each: yes, no, or that it cannot be told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

import pytest

from questionnaires import builtin
from questionnaires.builds import MonthOfBuilds
from questionnaires.exported import RowTest, RowTestPart
from scoring.exports.cells import Unread, Value
from scoring.exports.outcomes import Outcome, Untold, every, some
from scoring.exports.row_tests import RowAsked, ask
from tests.exports.counted import shipped_builds

MONTH: Final = shipped_builds().of("2026-08")
NOTHING: Final[Mapping[str, object]] = {}
UNTOLD: Final = Untold("with something that cannot be read")


def asked(
    test: RowTest,
    cell: Value,
    more: Mapping[str, object] = NOTHING,
    month: MonthOfBuilds | None = MONTH,
    deadline: int | None = 3,
) -> Outcome:
    part = RowTestPart.model_validate({"column": "cell", "test": test, **more})
    export = builtin().export_by_id["quality_update_status"]
    day = dt.date(2026, 8, 30)
    return ask(RowAsked(export, {"cell": cell}, shipped_builds(), month, deadline, day), part)


def day(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("test", "cell", "more", "outcome"),
    [
        (RowTest.IS, "open", {"words": ["open", "new"]}, True),
        (RowTest.IS, "Some Text", {"words": ["some text"]}, True),
        (RowTest.IS, None, {"words": ["open"]}, False),
        (RowTest.IS_NOT, "open", {"words": ["open"]}, False),
        (RowTest.IS_NOT, None, {"words": ["open"]}, True),
        (RowTest.FILLED, "x", {}, True),
        (RowTest.FILLED, None, {}, False),
        (RowTest.FILLED, Unread("?"), {}, True),
        (RowTest.EMPTY, None, {}, True),
        (RowTest.EMPTY, Decimal(0), {}, False),
        (RowTest.AT_LEAST, Decimal(3), {"number": 3}, True),
        (RowTest.AT_LEAST, Decimal("2.9"), {"number": 3}, False),
        (RowTest.AT_LEAST, None, {"number": 0}, False),
        (RowTest.AT_MOST, Decimal(-1), {"number": -1}, True),
        (RowTest.AT_MOST, None, {"number": 5}, False),
        (RowTest.HAS_BITS, Decimal(152), {"number": 152}, True),
        (RowTest.HAS_BITS, Decimal(255), {"number": 152}, True),
        (RowTest.HAS_BITS, Decimal(24), {"number": 152}, False),
        (RowTest.HAS_BITS, Decimal(-1), {"number": 8}, False),
        (RowTest.SINCE, day("2026-08-11"), {"day": "release"}, True),
        (RowTest.SINCE, day("2026-08-10"), {"day": "release"}, False),
        (RowTest.SINCE, day("2026-08-14"), {"day": "deadline"}, True),
        (RowTest.SINCE, day("2026-08-14"), {"day": "deadline", "days": 1}, False),
        (RowTest.BEFORE, day("2026-08-15"), {"day": "file", "days": -14}, True),
        (RowTest.BEFORE, day("2026-08-16"), {"day": "file", "days": -14}, False),
        (RowTest.BEFORE, None, {"day": "file"}, False),
    ],
)
def test_what_a_cell_says(test: RowTest, cell: Value, more: dict[str, object], outcome: bool) -> None:
    assert asked(test, cell, more) is outcome


@pytest.mark.parametrize(
    ("test", "more"),
    [
        (RowTest.IS, {"words": ["open"]}),
        (RowTest.IS_NOT, {"words": ["open"]}),
        (RowTest.AT_LEAST, {"number": 1}),
        (RowTest.AT_MOST, {"number": 1}),
        (RowTest.HAS_BITS, {"number": 1}),
        (RowTest.SINCE, {"day": "file"}),
        (RowTest.BEFORE, {"day": "file"}),
        (RowTest.CURRENT, {}),
        (RowTest.NOT_CURRENT, {}),
        (RowTest.HOTPATCHED, {}),
        (RowTest.IN_SUPPORT, {}),
    ],
)
def test_what_cannot_be_read_is_neither_yes_nor_no(test: RowTest, more: dict[str, object]) -> None:
    outcome = asked(test, Unread("a\nb"), more)
    assert isinstance(outcome, Untold)
    assert '"a↵b"' in outcome.why


@pytest.mark.parametrize("test", [RowTest.CURRENT, RowTest.NOT_CURRENT, RowTest.HOTPATCHED])
def test_without_a_month_no_release_can_be_told(test: RowTest) -> None:
    assert isinstance(asked(test, None, month=None), Untold)


def test_without_a_month_or_a_deadline_no_day_can_be_counted_from_it() -> None:
    assert isinstance(asked(RowTest.SINCE, day("2026-08-30"), {"day": "release"}, month=None), Untold)
    assert isinstance(asked(RowTest.SINCE, day("2026-08-30"), {"day": "deadline"}, deadline=None), Untold)
    assert asked(RowTest.SINCE, day("2026-08-30"), {"day": "file"}, None, None) is True


def test_one_no_is_enough_for_no_and_one_yes_for_yes_whatever_cannot_be_told() -> None:
    assert every([True, UNTOLD, False]) is False
    assert every([True, UNTOLD]) == UNTOLD
    assert every([]) is True
    assert some([False, UNTOLD, True]) is True
    assert some([False, UNTOLD]) == UNTOLD
    assert some([]) is False
