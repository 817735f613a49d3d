"""What a questionnaire says of exports fits together, and every fault of it is told at once."""

from __future__ import annotations

from typing import Final

import pytest

from questionnaires.loading import fingerprint
from tests.given.builders import HEADER
from tests.given.sound_questionnaire import SOUND, changed, faults, questionnaire

MEASURE: Final = (
    'measure = { numerator = "Owned.", denominator = "Asked.", per = 100, report = "The matrix.", traps = ["None."] }'
)


def column(name: str, holds: str, more: str = "") -> str:
    """A column whose header is its name."""
    return f'\n[[export.column]]\nid = "{name}"\nheaders = ["{name.capitalize()}"]\nholds = "{holds}"\n{more}'


SITE: Final = column("site", "key")
LIST: Final = f"""
[[export]]
id = "sites"
title = "Sites"
place = "A list."
is_list = true
one = "site"
many = "sites"
key = "site"
known_by = ["ring"]
sources = ["page"]
{SITE}{column("ring", "text", 'role = "ring"')}
"""
STATES: Final = 'words = { open = ["Open", "Ouvert"], closed = ["Closed"] }\n'
REPORT: Final = f"""
[[export]]
id = "report"
title = "Report"
place = "A page."
key = "site"
latest = "seen"
known_by = ["site", "state"]
sources = ["page"]
{SITE}{column("state", "word", STATES)}{column("seen", "day")}{column("cost", "number")}
"""


def with_way(way: str, exports: str = LIST + REPORT) -> str:
    """A sound questionnaire of which one criterion is counted in this way."""
    measure = MEASURE.replace(" }", f', exported = [{{ export = "report", {way} }}] }}')
    return changed(MEASURE, measure) + exports


COUNTS: Final = 'counts = [{ column = "state", test = "is", words = ["open"] }]'


def test_a_way_of_counting_that_fits_is_no_fault() -> None:
    assert faults(with_way(COUNTS)) == []


def test_exports_change_neither_what_is_asked_nor_what_follows_from_it() -> None:
    assert fingerprint(questionnaire(with_way(COUNTS))) == fingerprint(questionnaire(SOUND))


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ('counts = [{ column = "size", test = "filled" }]', '.column: the export "report" has no column "size"'),
        (
            'counts = [{ column = "seen", test = "is", words = ["open"] }]',
            '.test: "is" cannot be asked of "seen", which holds a day',
        ),
        (
            'counts = [{ column = "state", test = "is", words = ["shut"] }]',
            '.words: "shut" is no word of "state"; its words are open, closed',
        ),
        ('what = "sum", column = "seen"', '.column: "seen" holds no number, which sum needs'),
        ('what = "distinct", column = "cost"', '.column: "cost" holds no text or word, which distinct needs'),
        ("wait = 5", ".wait: is counted from a deadline, so measure.by names cycle"),
        (
            'beside = { export = "nowhere", what = "also", tests = [{ column = "a", test = "filled" }] }',
            '.beside: there is no export "nowhere"',
        ),
        (
            'beside = { export = "report", what = "also", tests = [{ column = "state", test = "filled" }] }',
            '.beside: names "report", in which it is counted already',
        ),
        (
            'beside = { export = "sites", what = "also", tests = [{ column = "size", test = "filled" }] }',
            '.beside: the export "sites" has no column "size"',
        ),
        (
            'beside = { export = "sites", what = "counts", row = "state", '
            'tests = [{ column = "ring", test = "empty" }] }',
            ('.beside: the export "report" has no key "state"', '.beside: the export "sites" has no key "state"'),
        ),
        (
            'aim = { most = 5, share = 10, export = "report", among = [{ column = "seen", test = "filled" }] }',
            '.aim: asks "seen" of all rows of a file, which cannot be asked of days',
        ),
        (
            'what = "distinct", column = "state", among = [{ column = "seen", test = "filled" }]',
            '.among: asks "seen" of all rows of a file, which cannot be asked of days',
        ),
    ],
)
def test_a_way_of_counting_that_does_not_fit_is_told(way: str, words: str | tuple[str, ...]) -> None:
    said = (words,) if isinstance(words, str) else words
    assert faults(with_way(way)) == [f"a.toml: criterion task_owned.measure.exported[0]{one}" for one in said]


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("any_counts = true", "any_counts needs two tests or more in counts"),
        ('what = "sum"', "names a column, unless it counts"),
        ('what = "days_until", column = "seen"', "names a share with days_until, and with nothing else"),
        (
            "absent_counts = true, listed = false",
            "what has no row counts only where it is counted out of all on the list",
        ),
        ("each_ring = true", "is shown for each ring, so it says in part what people make of it"),
        (
            'what = "sum", column = "cost", since_first = true',
            "counts towards an aim, or since the first file, only what it counts",
        ),
        ('counts = [{ column = "state", test = "is" }]', "names words with is and is_not, and with no other test"),
        (
            'counts = [{ column = "cost", test = "at_most", words = ["open"], number = 1 }]',
            "names words with is and is_not, and with no other test",
        ),
        (
            'counts = [{ column = "cost", test = "at_most" }]',
            "names a number with at_least, at_most and has_bits, and with no other test",
        ),
        ('counts = [{ column = "seen", test = "since" }]', "names a day with since and before, and with no other test"),
        (
            'counts = [{ column = "seen", test = "filled", days = 3 }]',
            "adds days to the day that it names, and names none",
        ),
    ],
)
def test_a_way_of_counting_that_is_not_whole_is_told(way: str, words: str) -> None:
    (fault,) = faults(with_way(way))
    assert fault.endswith(words)


def test_a_way_in_an_export_that_is_not_there_is_told() -> None:
    assert faults(with_way(COUNTS, LIST)) == [
        'a.toml: criterion task_owned.measure.exported[0].export: there is no export "report"'
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('key = "site"', 'key = "code"', '.key: there is no column "code"'),
        ('key = "site"', 'key = "state"', '.key: "state" is neither a key nor a name'),
        ('latest = "seen"', 'latest = "last"', '.latest: there is no column "last"'),
        ('headers = ["Cost"]', 'headers = ["SE-EN"]', '.column: the header "SE-EN" is that of seen and of cost'),
        ('id = "cost"', 'id = "seen"', '.column: "seen" stands 2 times'),
        ('"Ouvert"]', '"closed"]', '.column: state writes "Closed" for open and for closed'),
        (
            'headers = ["Seen"]',
            'headers = ["Seen"]\nrole = "ring"',
            '.column: seen holds a day, which cannot have the role "ring"',
        ),
        (
            'headers = ["State"]',
            'headers = ["State"]\nrole = "hotpatched"',
            '.column: state has the role "hotpatched" and lacks the word "hotpatched"',
        ),
    ],
)
def test_an_export_that_does_not_fit_is_told(old: str, new: str, words: str) -> None:
    assert REPORT.count(old) == 1
    assert f"a.toml: export report{words}" in faults(SOUND + LIST + REPORT.replace(old, new))


def test_one_list_will_do_and_it_has_rings() -> None:
    another = LIST.replace('id = "sites"', 'id = "places"').replace('role = "ring"\n', "")
    assert faults(SOUND + LIST, HEADER + another) == [
        'b.toml: export places.column: no column has the role "ring", which the list of the pilot needs',
        'b.toml: export places.is_list: "sites" is the list of the pilot; keep one list',
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('many = "sites"\n', "", "names one and many together, where it is the list and nowhere else"),
        ("is_list = true\n", "", "names one and many together, where it is the list and nowhere else"),
        ('key = "site"', 'key = "site"\nrow_key = "ring"', "names a row_key only where many_rows is true"),
    ],
)
def test_what_only_a_list_or_many_rows_have_stands_nowhere_else(old: str, new: str, words: str) -> None:
    (fault,) = faults(SOUND + LIST.replace(old, new))
    assert fault.endswith(words)
