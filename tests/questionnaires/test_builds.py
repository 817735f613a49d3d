"""The month's builds that the program ships with, and what a file of them may say."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Final

import pytest

from questionnaires import InvalidFile
from questionnaires.builds import Build, Builds, Support, read_builds
from tests.given.month_of_builds import HEAD, november

SHIPPED: Final = Path(__file__).parents[2] / "questionnaires" / "builds.toml"
TUESDAY: Final = 1


def builds(text: str) -> Builds:
    return read_builds(tomllib.loads(HEAD + text), "builds.toml")


def shipped() -> Builds:
    return read_builds(tomllib.loads(SHIPPED.read_text(encoding="utf-8")), SHIPPED.name)


def test_a_month_is_released_on_its_second_tuesday() -> None:
    for month in shipped().month:
        assert month.released.weekday() == TUESDAY
        assert 8 <= month.released.day <= 14
        assert f"{month.released:%Y-%m}" == month.month


def test_within_a_base_build_revisions_only_grow_and_a_hotpatch_is_later_than_the_month_before() -> None:
    before: dict[int, int] = {}
    for month in sorted(shipped().month, key=lambda one: one.month):
        for build in month.build:
            for revision in (build.hotpatch, build.ordinary):
                if revision is not None:
                    assert revision > before.get(build.base, 0), (month.month, build.base)
                    before[build.base] = revision


def test_support_ends_on_a_tuesday_and_not_before_for_enterprise() -> None:
    ends = {(one.base, one.edition): one.until for one in shipped().support}
    assert {day.weekday() for day in ends.values()} == {TUESDAY}
    for (base, edition), day in ends.items():
        assert edition != "Pro" or day <= ends.get((base, "Enterprise"), dt.date.max)


def test_every_build_and_every_end_has_a_source_and_the_day_on_which_somebody_looked() -> None:
    entries: list[Build | Support] = [build for month in shipped().month for build in month.build]
    entries += shipped().support
    assert all(len(entry.source) > 20 and entry.checked >= dt.date(2026, 11, 21) for entry in entries)


_ONLY_ORDINARY: Final = "the hotpatch is unknown where only the ordinary revision is named"
BUILD: Final = november()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("", "names neither the ordinary nor the hotpatch revision; give one of them"),
        ("ordinary = 5\nhotpatch = 5", "the hotpatch's revision is lower than the ordinary one of its month"),
        (
            "hotpatch = 5\nis_hotpatch_unknown = true",
            _ONLY_ORDINARY,
        ),
        (
            "ordinary = 6\nhotpatch = 5\nis_hotpatch_unknown = true",
            _ONLY_ORDINARY,
        ),
    ],
)
def test_what_a_build_says_is_whole(more: str, words: str) -> None:
    with pytest.raises(InvalidFile) as raised:
        builds(BUILD + more)
    assert words in str(raised.value)


def test_a_month_a_base_build_and_an_end_stand_once() -> None:
    support = '\n[[support]]\nbase = 26100\nuntil = 2027-10-12\nsource = "A page."\nchecked = 2026-11-28\n'
    twice = BUILD + "ordinary = 5\n" + BUILD.partition("released = 2026-11-10\n")[2] + "ordinary = 6\n"
    with pytest.raises(InvalidFile) as raised:
        builds(twice + BUILD + "ordinary = 5\n" + support + support)
    assert [fault.key for fault in raised.value.faults] == [
        "month[0].build[1].base",
        "month[1].month",
        "support[1].base",
    ]
