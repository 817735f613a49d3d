"""The form as one page: whole in itself, one style and one script of ours, and dead whatever strangers write."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pytest

from maturity.reports.form_data import Asked, form_data
from maturity.reports.form_writing import form_bytes
from questionnaires import InvalidFile, Questionnaire, builtin
from questionnaires.loading import assemble
from questionnaires.words import Depth
from tests.given.builders import small
from tests.given.read_page import digest, policy, read_page
from tests.hostile.questionnaires import questionnaires

TODAY = dt.date(2026, 11, 28)
CORE = Asked(Depth.CORE)
LARGEST_CORE = 300_000
SCRIPTS = sorted(entry.name for entry in files("maturity.reports").iterdir() if entry.name.endswith(".js"))
LIVE = (
    "innerHTML",
    "outerHTML",
    "insertAdjacent",
    "document.write",
    "eval",
    "Function(",
    "fetch",
    "XMLHttp",
    "import(",
)


@cache
def source(depth: Depth = Depth.CORE) -> str:
    return form_bytes(builtin(), Asked(depth), TODAY).decode()


def test_everything_is_forbidden_but_one_style_and_one_script_of_ours() -> None:
    parsed = read_page(source())
    held = dict(parsed.raw)
    assert [kind for kind, _ in parsed.raw] == ["style", "application/json", "script"]
    assert policy(parsed) == {
        "default-src": "'none'",
        "style-src": digest(held["style"]),
        "script-src": digest(held["script"]),
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_the_policy_stands_before_everything_that_it_governs() -> None:
    tags = [tag for tag, one in read_page(source()).elements if tag in ("style", "script") or "http-equiv" in one]
    assert tags[0] == "meta"


def test_nothing_comes_from_elsewhere_and_no_attribute_acts() -> None:
    for tag, attributes in read_page(source()).elements:
        assert not {"src", "href", "action", "srcset", "style"}.intersection(attributes), tag
        assert not [name for name in attributes if name.startswith("on")], tag


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_script_makes_elements_of_texts_only_and_connects_to_nothing(name: str) -> None:
    script = (files("maturity.reports") / name).read_text("utf-8")
    assert [word for word in LIVE if word in script] == []
    assert "://" not in script
    assert "</" not in script


def test_the_data_are_what_the_form_is_told() -> None:
    (block,) = [text for kind, text in read_page(source()).raw if kind == "application/json"]
    assert json.loads(block) == form_data(builtin(), CORE, TODAY)


def test_a_page_of_the_core_questions_has_at_most_300_kilobytes() -> None:
    assert len(source().encode()) <= LARGEST_CORE


def test_a_page_that_is_not_at_work_says_what_it_needs() -> None:
    main = source().partition('<main id="main">')[2].partition("</main>")[0]
    assert main.startswith("<p>This page needs JavaScript and a current browser.")


def test_the_same_questions_give_the_same_bytes() -> None:
    assert source() == form_bytes(builtin(), CORE, TODAY).decode()


def hostile() -> Iterator[tuple[str, Questionnaire]]:
    """The small questionnaire with what strangers write in every text of it, where it can still be loaded."""
    for item in questionnaires():
        if not item.name.endswith("in every text"):
            continue
        try:
            yield item.name, assemble(list(item.files().items()))
        except InvalidFile:
            continue  # what is refused asks nobody anything
    attack = "</script><!--<script>\u2028{{7*7}}${alert(1)}&lt;img src=x onerror=alert(1)>"
    plain = small()
    parts = {name: getattr(plain, name) for name in Questionnaire.model_fields}
    texts = {"text": attack, "help": attack, "title": attack}
    parts["questions"] = tuple(one.model_copy(update=texts) for one in plain.questions)
    parts["head"] = plain.head.model_copy(update={"title": attack, "about": attack})
    yield "an end of a script", Questionnaire.model_construct(**parts)


@pytest.mark.parametrize(
    ("name", "questionnaire"), list(hostile()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_no_text_of_a_questionnaire_becomes_a_part_of_the_page(name: str, questionnaire: Questionnaire) -> None:
    asked = Asked(Depth.FULL)
    sound, parsed = (
        read_page(form_bytes(small(), asked, TODAY).decode()),
        read_page(form_bytes(questionnaire, asked, TODAY).decode()),
    )
    assert [tag for tag, _ in parsed.elements] == [tag for tag, _ in sound.elements]
    assert [sorted(one) for _, one in parsed.elements] == [sorted(one) for _, one in sound.elements]
    assert parsed.raw[-1] == sound.raw[-1]
    block = parsed.raw[1][1]
    assert not re.search("[<>&\u2028\u2029]", block)
    loaded: dict[str, Any] = json.loads(block)
    assert [one["text"] for one in loaded["questions"]] == [one.text for one in questionnaire.questions]


def test_what_strangers_write_is_tried() -> None:
    assert len(list(hostile())) > 5
