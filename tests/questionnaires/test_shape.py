"""The one pass before any parser: it costs what the text is long, and it refuses what would cost the parser more."""

from __future__ import annotations

import time
import tomllib
from contextlib import suppress
from typing import Final

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaires import InvalidFile, parse
from questionnaires.shape import _TOKEN, DEEPEST_NESTING, LONGEST_KEY_PATH, MOST_VALUES, excess
from tests.questionnaires.test_reading_anything import FRAGMENTS

RUNS: Final = {
    "letters": ("", "a"),
    "spaces after a value": ("x = 1", " "),
    "tabs": ("", "\t"),
    "line breaks": ("", "\n"),
    "dots": ("", "."),
    "hashes": ("", "#"),
    "escaped quotes in a string that never ends": ('x = "', '\\"'),
    "escaped quotes in a long string that never ends": ('x = """', '\\"'),
    "pairs of quotes in a long string that never ends": ('x = """', '"" '),
    "quotes": ("", '"'),
    "single quotes": ("", "'"),
    "strings that never end": ("", 'a = "\n'),
    "long strings that never end": ("", '"""\\"'),
    "literal strings that never end": ("", "''' '"),
    "closed strings": ("", '"a"'),
    "opening brackets": ("", "["),
    "closing brackets": ("", "]"),
    "braces": ("", "{"),
    "equals signs": ("", "a = "),
    "commas": ("x = [", "1,"),
    "headers": ("", '[a."'),
    "hexadecimal digits": ("x = 0x", "f"),
    "underscores": ("x = 1", "_1"),
    "digits after the point": ("x = 1.", "1"),
    "escaped letters in a key": ('"', "\\u0061"),
}


def cost(head: str, run: str, times: int) -> float:
    """The least CPU time of three readings."""
    data = (head + run * (times // len(run))).encode()
    spent = []
    for _ in range(3):
        began = time.process_time()
        with suppress(InvalidFile):
            parse(data, "some.toml")
        spent.append(time.process_time() - began)
    return min(spent)


@pytest.mark.parametrize(("head", "run"), RUNS.values(), ids=RUNS)
def test_a_long_run_costs_as_much_as_it_is_long(head: str, run: str) -> None:
    """Sixteen times the length in sixteen times the time, with room for noise; what grows with the square takes 256."""
    assert cost(head, run, 16 * 16_384) < 64 * max(cost(head, run, 16_384), 0.0005)


@settings(derandomize=True, deadline=None, database=None)
@given(st.lists(FRAGMENTS).map("".join))
def test_no_character_is_passed_over(text: str) -> None:
    """A search that has to look for its next token looks at characters again and again."""
    place = 0
    for token in _TOKEN.finditer(text):
        assert token.start() == place
        place = token.end()
    assert place == len(text)


VALUES = st.recursive(
    st.one_of(st.integers(-(2**40), 2**40), st.booleans(), st.text(), st.floats(allow_nan=False)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(), inner, max_size=4)),
    max_leaves=20,
)


@settings(derandomize=True, deadline=None, database=None)
@given(st.dictionaries(st.text(), VALUES, max_size=6), st.booleans())
def test_nothing_that_is_written_as_toml_breaks_a_limit(document: dict[str, object], lines: bool) -> None:
    text = tomli_w.dumps(document, multiline_strings=lines)
    assert excess(text) is None
    tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        "x = '''\n[[[[" + "[" * DEEPEST_NESTING + "'''\ny = 1\n",
        'x = """a""b\\"""' + "." * LONGEST_KEY_PATH + '"""""\n',
        "x = ''\ny = \"\"\n" * 9,
        "# " + "[" * 100 + "." * 100 + "\nx = 1\n",
        "x = " + "[" * DEEPEST_NESTING + "]" * DEEPEST_NESTING,
        "a" + ".b" * (LONGEST_KEY_PATH - 1) + " = 1",
        "x = [" + "1.5, " * LONGEST_KEY_PATH + "]",
    ],
)
def test_what_is_within_the_limits_goes_to_the_parser(text: str) -> None:
    assert excess(text) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "a = 1\nb = " + "[" * (DEEPEST_NESTING + 1),
            "is nested too deeply on line 2; at most 40 brackets deep are read",
        ),
        ("\n\na" + " . b" * LONGEST_KEY_PATH, "has a key of too many parts on line 3; at most 20 are read"),
        ('"a"' + '."b"' * LONGEST_KEY_PATH, "has a key of too many parts on line 1; at most 20 are read"),
        ("x = [" + "1," * MOST_VALUES, "holds more than 100000 values on line 1; no file of ours does"),
        ("a = 1\n" * (MOST_VALUES + 1), "holds more than 100000 values on line 1; no file of ours does"),
        ("[[a]]\n" * MOST_VALUES, "holds more than 100000 values on line 1; no file of ours does"),
    ],
)
def test_a_limit_that_is_broken_is_named_with_its_line(text: str, sentence: str) -> None:
    assert excess(text) == sentence


def test_beyond_a_string_that_never_ends_nothing_is_looked_at() -> None:
    assert excess('a = "\n' + "[" * 100) is None
    assert excess("]" + "[" * 100) is None


@pytest.mark.parametrize("string", ['"""\nof\nlines"""', "'''\nof\nlines'''", '"""of one line"""'])
def test_a_string_of_many_lines_hides_nothing_below_it(string: str) -> None:
    assert excess(f"a = 1\nb = {string}\nc = {'[' * 99}") is not None
