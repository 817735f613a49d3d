"""The boundary through which any file comes in: broken and hostile bytes."""

from __future__ import annotations

import os
import stat
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from questionnaires import Fault, InvalidFile, expect, kind_of, parse, read_bytes
from questionnaires.reading import LARGEST_FILE, LARGEST_RESULTS, says
from questionnaires.words import SCHEMA, FileKind

HUGE = "0x" + "f" * 5000
"""A legal whole number that Python refuses to write out in decimal."""


def refusal(data: bytes | str) -> str:
    """The one sentence with which these bytes are refused."""
    with pytest.raises(InvalidFile) as caught:
        parse(data if isinstance(data, bytes) else data.encode(), "some.toml")
    (fault,) = caught.value.faults
    return str(fault)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is not UTF-8 text (byte 0)"),
        ("a = 1".encode("utf-16"), "is UTF-16, as PowerShell's > writes it"),
        ("\ufeffa = 1".encode("utf-16-be"), "is UTF-16, as PowerShell's > writes it"),
        (b"a = 1\x00", "is not valid TOML"),
        (b"\x1b[2J", "is not valid TOML"),
        (b"a = 1\na = 2", "is not valid TOML"),
        (b"a = " + b"9" * 5000, "is not valid TOML"),
        (b"#" * (LARGEST_FILE + 1), f"has {LARGEST_FILE + 1} bytes; at most {LARGEST_FILE} are read"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_no_plain_toml_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    assert refusal(data).startswith(f"some.toml: {sentence}")


def test_a_parse_error_never_repeats_a_steering_character() -> None:
    assert "\x1b" not in refusal('"\x1b]52;c;x\x07" = 1')


def test_a_byte_order_mark_is_accepted() -> None:
    assert parse(b"\xef\xbb\xbfa = 1", "some.toml") == {"a": 1}


@pytest.mark.parametrize("begins", ["", "\ufeff", "# a dash – and a word in Ελλάδα\n"])
@pytest.mark.parametrize("seen", ["plain", "é – 漢", "\U0001f469\u200d\U0001f4bb"])
@pytest.mark.parametrize(
    ("unseen", "read"), [("", ""), ("\ufeff", "\ufffd"), ("\u202e", "\ufffd"), ("\u00ad", "\ufffd")]
)
def test_what_cannot_be_seen_is_cleaned_wherever_it_stands_and_nothing_else(
    begins: str, seen: str, unseen: str, read: str
) -> None:
    assert parse(f'{begins}a = "{seen}{unseen}"'.encode(), "some.toml") == {"a": f"{seen}{read}"}


def test_decimals_stay_exact() -> None:
    assert parse(b"a = 0.1", "some.toml") == {"a": Decimal("0.1")}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"nul \u0000 esc \u001b", "nul \ufffd esc \ufffd"),
        (r"bidi \u202e and \u2066", "bidi \ufffd and \ufffd"),
        (r"a joined \U0001F469\u200D\U0001F4BB", "a joined \U0001f469\u200d\U0001f4bb"),
        (r"tab \t line \n end", "tab \t line \n end"),
        (r"windows \r\n end", "windows \n end"),
    ],
)
def test_texts_are_cleaned_on_the_way_in(written: str, read: str) -> None:
    assert parse(f'[["{written}"]]\n"key {written}" = ["{written}"]'.encode(), "some.toml") == {
        read: [{f"key {read}": [read]}]
    }


def test_two_keys_that_differ_only_in_what_is_cleaned_away_are_both_kept() -> None:
    assert parse(b'"a\\u0001" = 1\n"a\\u0002" = 2', "some.toml") == {"a\ufffd": 1, "a\ufffd\ufffd1": 2}


DOTTED = {
    "key": "a" + ".b" * 9999 + " = 1",
    "header": "[a" + ".b" * 9999 + "]",
    "quoted key": '"a"' + ".b" * 9999 + " = 1",
    "key of an inline table": "x = { a" + ".b" * 9999 + " = 1 }",
}
NESTED = {
    "arrays": "a = " + "[" * 5000 + "]" * 5000,
    "arrays over lines": "a = " + "[\n" * 5000 + "]\n" * 5000,
    "tables": "a = " + "{a = " * 5000 + "1" + "}" * 5000,
}


@pytest.mark.parametrize("text", [*DOTTED.values(), *NESTED.values()], ids=[*DOTTED, *NESTED])
def test_endless_nesting_is_refused(text: str) -> None:
    assert refusal(text)


@pytest.mark.parametrize("text", DOTTED.values(), ids=DOTTED)
def test_an_endless_dotted_key_is_refused_before_it_costs_the_parser_time(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr("tomllib.loads", lambda text, **_: seen.append(text))
    refusal(text)
    assert seen == []


def test_a_decimal_beyond_all_exponents_is_refused() -> None:
    assert "is not valid TOML" in refusal("a = 1e99999999999999999999")


@pytest.mark.parametrize(
    "text",
    ['note = "' + "[ ] a step " * 60 + '"', 'note = """\nand so on' + "." * 40 + '\n"""'],
    ids=["brackets", "dots"],
)
def test_punctuation_in_a_note_is_not_nesting(text: str) -> None:
    assert parse(text.encode(), "some.toml")


def test_a_file_is_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "some.toml"
    path.write_bytes(b"a = 1\r\n")
    assert read_bytes(path) == b"a = 1\r\n"


def unreadable(path: Path) -> str:
    with pytest.raises(InvalidFile) as caught:
        read_bytes(path)
    (fault,) = caught.value.faults
    return fault.message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert unreadable(tmp_path / "none.toml") == "does not exist; check the name and the folder"


@pytest.mark.parametrize(
    ("name", "message"),
    [("a\0b.toml", "cannot be read (its name cannot be used)"), ("x" * 5000, "cannot be read (File name too long)")],
)
def test_a_name_that_no_system_can_hold_is_a_fault(name: str, message: str) -> None:
    assert unreadable(Path(name)) == message


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert unreadable(tmp_path) == "is a folder, where a file was expected"


def test_a_file_beyond_the_limit_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert unreadable(path) == f"has {LARGEST_FILE + 1} bytes; at most {LARGEST_FILE} are read"


def test_a_device_is_not_opened() -> None:
    assert unreadable(Path(os.devnull)) == "is not a regular file and was not opened"


@pytest.mark.parametrize("form", [stat.S_IFIFO, stat.S_IFSOCK, stat.S_IFBLK], ids=["pipe", "socket", "disk"])
def test_what_is_no_regular_file_is_not_opened(form: int, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", lambda *_, **__: os.stat_result((form, *[0] * 9)))
        patch.setattr(os, "open", lambda path, *_, **__: opened.append(path))
        message = unreadable(Path("some.toml"))
    assert message == "is not a regular file and was not opened"
    assert opened == []


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(13, "Permission denied"), "cannot be read (Permission denied)"),
        (OSError("\x1b[2J"), "cannot be read (unknown reason)"),
        (OSError(5, "broken\x1b[2J"), "cannot be read (broken\ufffd[2J)"),
    ],
)
def test_a_file_that_cannot_be_opened_says_why(
    error: OSError, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    path = tmp_path / "some.toml"
    path.write_bytes(b"a = 1")
    monkeypatch.setattr(os, "open", refuse)
    assert unreadable(path) == message


@pytest.mark.posix
def test_a_file_that_is_swapped_for_a_pipe_does_not_hold_anybody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look and the opening: a pipe without a writer would be waited for without end."""
    pipe, file = tmp_path / "some.toml", tmp_path / "harmless.toml"
    os.mkfifo(pipe)
    file.write_bytes(b"a = 1")
    looked = file.stat()
    monkeypatch.setattr(Path, "stat", lambda *_, **__: looked)
    assert unreadable(pipe) == "is not a regular file and was not opened"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b'kind = "results"\n', FileKind.RESULTS),
        (b"\xef\xbb\xbf# made by hand\n\nkind='tally' # counts\n", FileKind.TALLY),
        (b'schema = 1\nkind = "results"\n', None),
        (b'kind = "novel"\n', None),
        (b"# " + b"x" * 5000 + b'\nkind = "results"\n', None),
        (b'[a]\nkind = "results"\n', None),
    ],
)
def test_the_head_of_a_file_says_what_it_is(head: bytes, kind: FileKind | None) -> None:
    assert says(head) is kind


def test_only_results_may_be_larger_than_other_files(tmp_path: Path) -> None:
    padding = b"#" * LARGEST_FILE
    results, response = tmp_path / "results.toml", tmp_path / "response.toml"
    results.write_bytes(b'kind = "results"\n' + padding)
    response.write_bytes(b'kind = "response"\n' + padding)
    assert len(read_bytes(results)) == results.stat().st_size
    assert unreadable(response) == f"has {response.stat().st_size} bytes; at most {LARGEST_FILE} are read"
    with results.open("ab") as file:
        file.truncate(LARGEST_RESULTS + 1)
    assert unreadable(results) == f"has {LARGEST_RESULTS + 1} bytes; at most {LARGEST_RESULTS} are read"


def test_a_thousand_keys_that_cleaning_makes_alike_are_all_kept() -> None:
    keys = [f"{place:010b}".replace("0", r"\u200b").replace("1", r"\u200e") for place in range(1000)]
    text = "\n".join(f'"{key}" = {place}' for place, key in enumerate(keys))
    document = parse(text.encode(), "some.toml")
    assert list(document.values()) == list(range(1000))
    assert document[f"{chr(0xFFFD) * 11}999"] == 999


def test_a_steering_character_in_a_file_name_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile) as caught:
        read_bytes(tmp_path / "\x1b[2J.toml")
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        ({"kind": "response"}, FileKind.RESPONSE),
        ({"kind": "novel"}, None),
        ({"kind": 7}, None),
        ({}, None),
    ],
)
def test_a_document_says_what_it_is(document: dict[str, Any], kind: FileKind | None) -> None:
    assert kind_of(document) is kind


def test_the_body_comes_without_kind_and_schema() -> None:
    assert expect({"kind": "response", "schema": SCHEMA, "a": 1}, FileKind.RESPONSE, "some.toml") == {"a": 1}


@pytest.mark.parametrize(
    ("head", "key", "message"),
    [
        ('kind = "tally"', "kind", 'a file with kind = "response" was expected; this one says "tally"'),
        ("schema = 1", "kind", 'a file with kind = "response" was expected; this one does not say what it is'),
        ('kind = "response"', "schema", f"must be a whole number; this version writes {SCHEMA}"),
        ('kind = "response"\nschema = true', "schema", f"must be a whole number; this version writes {SCHEMA}"),
        ('kind = "response"\nschema = "1"', "schema", f"must be a whole number; this version writes {SCHEMA}"),
        ('kind = "response"\nschema = 1.0', "schema", f"must be a whole number; this version writes {SCHEMA}"),
        ('kind = "response"\nschema = 0', "schema", f"must be a whole number; this version writes {SCHEMA}"),
        (
            'kind = "response"\nschema = 2',
            "schema",
            f"is 2, but this version of maturity reads up to {SCHEMA}; update maturity to read this file",
        ),
    ],
)
def test_another_kind_or_schema_is_refused(head: str, key: str, message: str) -> None:
    with pytest.raises(InvalidFile) as caught:
        expect(parse(head.encode(), "some.toml"), FileKind.RESPONSE, "some.toml")
    assert caught.value.faults == [Fault("some.toml", key, message)]


def test_a_schema_too_large_to_write_out_is_refused() -> None:
    document = parse(f'kind = "response"\nschema = {HUGE}'.encode(), "some.toml")
    with pytest.raises(InvalidFile):
        expect(document, FileKind.RESPONSE, "some.toml")
