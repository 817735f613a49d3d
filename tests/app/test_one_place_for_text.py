"""Text becomes what a widget shows in one module only; a screen of a later day is held to it as well."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import maturity
from maturity.app.app import MaturityApp
from maturity.app.widgets.literal import LONGEST_NOTICE, fitted, in_lines, paragraph, row, within
from tests.app.test_strangers_on_every_screen import every_screen

ROOT = Path(maturity.__file__).parent / "app"
PLACE = ROOT / "widgets" / "literal.py"
MODULES = [ROOT / "app.py", *sorted((ROOT / "screens").glob("*.py")), *sorted((ROOT / "widgets").glob("*.py"))]
SHOWS = {"Static", "Option", "Label", "update"}


def offences(tree: ast.AST) -> Iterator[str]:
    """Places at which a string could become part of a screen by another way."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called.split(".")[0] == "Content":
                yield f"line {node.lineno} makes a {called}"
            if any(keyword.arg == "markup" and ast.unparse(keyword.value) == "True" for keyword in node.keywords):
                yield f"line {node.lineno} asks for markup"
            first = node.args[0] if node.args else None
            is_text = isinstance(first, ast.JoinedStr) or (isinstance(first, ast.Constant) and first.value)
            if called.split(".")[-1] in SHOWS and is_text:
                yield f"line {node.lineno} shows a string"
        targets = node.targets if isinstance(node, ast.Assign) else []
        for target in (inner for outer in targets for inner in ast.walk(outer)):
            if isinstance(target, ast.Attribute) and target.attr in {"border_title", "border_subtitle", "tooltip"}:
                yield f"line {target.lineno} sets {target.attr}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_module_but_one_makes_contents(path: Path) -> None:
    found = list(offences(ast.parse(path.read_text(encoding="utf-8"))))
    if path == PLACE:
        assert found
    elif path.stem == "page":
        assert {offence.partition(" sets ")[2] for offence in found} == {"border_title", "border_subtitle"}
    else:
        assert not found


def test_the_words_of_keys_hold_nothing_that_could_be_markup() -> None:
    """Textual reads the tooltip of a key in the footer as markup."""
    bindings = [*MaturityApp.BINDINGS, *(binding for screen in every_screen() for binding in screen.BINDINGS)]
    words = [word for one in bindings if not isinstance(one, tuple) for word in (one.description, one.tooltip)]
    assert len(words) > 40
    assert not [word for word in words if "[" in word]


@pytest.mark.parametrize("text", ["[b]x[/b]", "[/b]", "[@click=app.quit]x[/]", "\\[b]"])
def test_brackets_are_brackets(text: str) -> None:
    for shown in (row(text), row((text, "bold")), paragraph(text), in_lines(text)):
        assert shown.plain == text
        assert {str(span.style) for span in shown.spans} <= {"bold"}


@pytest.mark.parametrize(
    ("text", "in_a_row", "in_a_paragraph", "in_lines_of_its_own"),
    [
        ("a\nb", "a↵b", "a b", "a\nb"),
        ("a\r\n\r\n  b\n", "a↵↵  b↵", "a b", "a\n\n  b\n"),
        ("a\x1b[2J\u202eb", "a\ufffd[2J\ufffdb", "a\ufffd[2J\ufffdb", "a\ufffd[2J\ufffdb"),
        ("a\tb", "a⇥b", "a⇥b", "a⇥b"),
        ("a\x85b\u2028c\x0bd", "a\ufffdb\ufffdc\ufffdd", "a\ufffdb\ufffdc\ufffdd", "a\ufffdb\ufffdc\ufffdd"),
    ],
)
def test_line_breaks_are_ours(text: str, in_a_row: str, in_a_paragraph: str, in_lines_of_its_own: str) -> None:
    assert row(text).plain == in_a_row
    assert paragraph(text).plain == in_a_paragraph
    assert in_lines(text).plain == in_lines_of_its_own


def test_a_text_in_a_cell_is_on_one_line() -> None:
    assert fitted("a\nb\x1b", 6) == "a↵b\ufffd  "


@pytest.mark.parametrize("length", [LONGEST_NOTICE - 1, LONGEST_NOTICE, LONGEST_NOTICE + 1, 5000])
def test_within_keeps_both_ends(length: int) -> None:
    text = "a" * (length - 1) + "z"
    assert len(within(text)) == min(length, LONGEST_NOTICE)
    assert within(text)[0] == "a"
    assert within(text)[-1] == "z"
