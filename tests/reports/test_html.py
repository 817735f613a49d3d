"""The report as one HTML file: whole in itself, sound in its structure, and dead whatever strangers write."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from itertools import pairwise

import pytest

from maturity.reports.writing import agreement_bytes, report_bytes
from maturity.results.model import Results
from tests.given.agreed import agreed_results, hostile_agreed_results
from tests.given.example_results import example_results
from tests.given.hostile_results import ATTACKS, hostile_results
from tests.given.read_page import Page, digest, policy, read_page
from tests.given.written_files import everything

MOMENT = dt.datetime(2026, 11, 27, 16, 42, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def found(name: str) -> Results:
    makers: dict[str, Callable[[], Results]] = {
        "examples": example_results,
        "hostile": hostile_results,
        "figures": lambda: everything().results(),
        "decided": agreed_results,
        "hostile, decided": hostile_agreed_results,
    }
    return makers[name.removeprefix("agreement, ")]()


@cache
def source(name: str, *, brief: bool = False) -> str:
    if name.startswith("agreement"):
        return agreement_bytes(found(name), ".html", MOMENT).decode()
    return report_bytes(found(name), ".html", MOMENT, brief=brief).decode()


def page(name: str, *, brief: bool = False) -> Page:
    return read_page(source(name, brief=brief))


reports = pytest.mark.parametrize("name", ["examples", "hostile", "figures", "hostile, decided"])
every = pytest.mark.parametrize(
    "name",
    [
        "examples",
        "hostile",
        "figures",
        "hostile, decided",
        "agreement, decided",
        "agreement, hostile, decided",
    ],
)


@every
def test_nothing_in_it_runs_or_comes_from_elsewhere(name: str) -> None:
    allowed = {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "main",
        "nav",
        "footer",
        "section",
        "article",
    }
    allowed |= {"h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "div", "a", "strong"}
    allowed |= {
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "svg",
        "g",
        "text",
        "line",
        "path",
        "rect",
        "desc",
    }
    shown = page(name)
    assert {tag for tag, _ in shown.elements} <= allowed
    names = {attribute for _, attributes in shown.elements for attribute in attributes}
    assert not {one for one in names if one.startswith("on")} | names & {
        "style",
        "src",
        "action",
        "srcset",
        "xlink:href",
    }
    assert all(target.startswith("#") for target in shown.attributes("href"))


@every
def test_only_its_own_style_is_allowed(name: str) -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", source(name), re.DOTALL)
    assert policy(page(name)) == {
        "default-src": "'none'",
        "style-src": digest(style),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert source(name).index("Content-Security-Policy") < source(name).index("<style>")
    assert not re.search(r"url\(|@import", style)


@every
def test_ids_are_unique_and_every_link_and_label_has_its_place(name: str) -> None:
    shown = page(name)
    ids = Counter(shown.attributes("id"))
    assert not [one for one, count in ids.items() if count > 1]
    assert {target[1:] for target in shown.attributes("href")} <= set(ids)
    labels = {label for labels in shown.attributes("aria-labelledby") for label in labels.split()}
    assert labels <= set(ids)


@every
def test_headings_come_in_order(name: str) -> None:
    levels = page(name).headings
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@reports
def test_a_question_has_an_anchor_and_a_picture_its_words(name: str) -> None:
    shown, results = page(name), found(name)
    ids = set(shown.attributes("id"))
    assert {f"q-{item.id.replace('.', '-')}" for item in results.question} <= ids
    pictures = [attributes for tag, attributes in shown.elements if tag == "svg"]
    assert pictures
    assert all(one["role"] == "img" and len(one["aria-labelledby"].split()) == 2 for one in pictures)
    tables = sum(tag == "table" for tag, _ in shown.elements)
    assert tables == sum(tag == "caption" for tag, _ in shown.elements)
    assert all(attributes.get("scope") in ("row", "col") for tag, attributes in shown.elements if tag == "th")


@pytest.mark.parametrize("name", ["hostile", "hostile, decided"])
def test_what_strangers_write_is_shown_as_they_wrote_it(name: str) -> None:
    text = "".join(page(name).texts)
    for attack in ATTACKS:
        if "\u202e" not in attack:
            assert attack[:15] in text
    assert "\u202e" not in text
    assert "\u2066" not in text


def test_it_is_written_in_british_english_and_utf_8() -> None:
    begins = '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">'
    assert source("examples").startswith(begins)


def test_the_report_of_the_examples_can_be_mailed() -> None:
    assert len(source("examples").encode()) <= 300_000


def test_a_team_has_a_line_of_its_own_to_sign_on_and_a_day_is_never_broken() -> None:
    shown = source("agreement, decided")
    assert len(re.findall(r'<td data-head="Signature: "></td>', shown)) == 5
    assert '<td data-head="Review by: " class="day">2027-02-26</td>' in shown


def test_the_brief_report_has_only_the_first_pages() -> None:
    brief, whole = page("examples", brief=True), page("examples")
    sections = [attributes["id"] for tag, attributes in brief.elements if tag == "section"]
    assert sections == [attributes["id"] for tag, attributes in whole.elements if tag == "section"][: len(sections)]
    assert sections[-1] == "glance"


def test_every_colour_of_words_stands_out_from_its_ground() -> None:
    css = (files("maturity.reports") / "report.css").read_text("utf-8")
    schemes = [
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
        for block in re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    ]
    assert len(schemes) == 3
    for scheme in ({**schemes[0], **one} for one in schemes):
        inks = ("text", "quiet", "link", "aligned", "close", "apart", "far-apart", "offered", "limit")
        assert [ink for ink in inks if contrast(scheme[ink], scheme["paper"]) < 4.5] == []
        filled = ("aligned", "close", "apart", "far-apart", "offered", "limit", "quiet")
        assert [ink for ink in filled if contrast(scheme[ink], scheme[f"fill-{ink}"]) < 4.5] == []
        assert contrast(scheme["text"], scheme["fill-plain"]) >= 4.5


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_short_report_points_only_to_what_it_has() -> None:
    """What a short report leaves out is named there without a link."""
    page = report_bytes(example_results(), ".html", MOMENT, brief=True).decode()
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r' id="([^"]+)"', page))
    assert 'href="#agreed"' not in page  # too short for a list of contents
    assert "1. Reading the update reports" in re.sub("<[^>]*>", "", page)
