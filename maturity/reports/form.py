"""The questions as one page of HTML for people without Python: one style, one script, and nothing from elsewhere.

Loaded only where such a page is made, as htpy is.
"""

from __future__ import annotations

import datetime as dt
import json
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from importlib.resources import files
from typing import Final

import htpy as h
from markupsafe import Markup

from maturity.reports.form_data import Asked, form_data
from questionnaires import Questionnaire
from scoring.wording.days import day_in_words

_SCRIPTS: Final = (
    "form_response.js", "form_interview.js", "form_answering.js", "form_toml.js", "form_reading.js", "form_fitting.js",
    "form_keeping.js", "form_parts.js", "form_start.js", "form_views.js", "form_question.js", "form_dialogs.js",
    "form_keys.js", "form_taking.js", "form_top.js", "form.js",
)  # fmt: skip
"""What the one script is made of, in order."""
_DOCTYPE: Final = "<!DOCTYPE html>"
_NOT_AT_WORK: Final = (
    "This page needs JavaScript and a current browser. Where you can still read this, as in the preview of a mail, "
    "save the file, then open it in Edge, Chrome, Firefox or Safari."
)
"""What the script puts the questions in place of."""


def form_page(questionnaire: Questionnaire, asked: Asked, today: dt.date, maker: str) -> str:
    """The whole file. Its first bytes say that this wrote it."""
    data = _as_block(form_data(questionnaire, asked, today))
    script = f'(() => {{\n"use strict";\n{_joined(_SCRIPTS)}}})();\n'
    page = h.html(lang="en-GB")[
        _head(questionnaire.head.title, maker, _joined(["form.css"]), script),
        h.body[
            _top(questionnaire.head.title),
            h.main("#main")[h.p[_NOT_AT_WORK]],
            _aside(),
            _foot(questionnaire, today),
            h.p("#live.unseen", role="status"),
            _dialog("help", "Help"),
            _dialog("list", "All questions"),
            h.script("#data", type="application/json")[Markup(data)],  # noqa: S704 - no "<" is in it
            h.script[Markup(script)],  # noqa: S704 - ours, read from the package
        ],
    ]
    return f"{_DOCTYPE}{str(page).removeprefix('<!doctype html>')}\n"


def _as_block(data: object) -> str:
    """JSON that can stand in a page: what could end its element, or a line of JavaScript, is written as an escape."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _joined(names: Iterable[str]) -> str:
    """Files of ours, one after another, with line ends that do not depend on where they were checked out."""
    folder = files("maturity.reports")
    return "".join((folder / name).read_text(encoding="utf-8").replace("\r\n", "\n") for name in names)


def _head(title: str, maker: str, style: str, script: str) -> h.Element:
    """Everything is forbidden but the one style and the one script, each by its digest: nothing can be sent."""
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return h.head[
        h.meta(charset="utf-8"),
        h.meta(name="generator", content=maker),
        h.meta(http_equiv="Content-Security-Policy", content=policy),
        h.meta(name="viewport", content="width=device-width, initial-scale=1"),
        h.meta(name="color-scheme", content="light dark"),
        h.title[title],
        h.style[Markup(style)],  # noqa: S704 - ours, read from the package
    ]


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _top(title: str) -> h.Element:
    """What is there on every view: what it is, that nothing leaves the page, and what is kept."""
    return h.header[
        h.h1("#title")[title],
        h.p("#privacy")[
            "Nothing leaves this page by itself.",
            h.span[" It makes no connection: what you answer stays on this device until you send the file yourself."],
        ],
        h.p("#where"),
        h.p("#kept"),
        h.p("#trouble", role="alert"),
    ]


def _aside() -> h.Element:
    """What stands beside the questions: how far one has come, and what else can be done."""
    return h.aside("#aside", aria_label="Progress and tools", hidden=True)[
        h.ul("#sections"),
        h.div("#tools")[
            h.button("#open-list", type="button")["All questions ", h.kbd["o"]],
            h.button("#to-review", type="button")["Review and save"],
            h.button("#save-so-far", type="button")["Save a copy so far"],
            h.button("#open-help", type="button")["Help ", h.kbd["?"]],
            h.button("#leave", type="button")["Stop for now ", h.kbd["Esc"]],
        ],
    ]


def _dialog(name: str, title: str) -> h.Element:
    """What opens over the page; the script fills it."""
    return h.dialog(id=f"{name}-dialog", aria_labelledby=f"{name}-title")[
        h.h2(id=f"{name}-title", tabindex="-1")[title], h.div(id=f"{name}-body")
    ]


def _foot(questionnaire: Questionnaire, today: dt.date) -> h.Element:
    """Which questions these are, and how old the page is that somebody opens later."""
    head = questionnaire.head
    return h.footer[h.p[f"Questionnaire {head.id} {head.version}. This page was made on {day_in_words(today)}."]]
