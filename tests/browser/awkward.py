"""Questionnaires of strangers for the form: texts that try to be more, and names that mean something in JavaScript."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from questionnaires import Questionnaire
from questionnaires.loading import assemble
from tests.given.builders import SMALL
from tests.hostile.questionnaires import TEXT_KEYS, with_texts_at
from tests.hostile.texts import TEXTS

LIVE: Final = (
    "</script><script>alert(1)</script>",
    "<!--<script>alert(1)",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "javascript:alert(1)",
    "<a href='https://elsewhere.example/'>go</a>",
    "<style>*{display:none}</style>",
    "<base href='https://elsewhere.example/'>",
    "<meta http-equiv=refresh content='0;url=https://elsewhere.example/'>",
    "<form action='https://elsewhere.example/'><input name=id>",
    "<link rel=stylesheet href=https://elsewhere.example/>",
    "${alert(1)} `${alert(1)}` {{constructor.constructor('alert(1)')()}}",
    "\\u003cscript>alert(1)</script>",
    "\u2028alert(1)\u2029//",
    "]]>--></title></textarea><b id=main>",
)
_PLACES: Final = (*TEXT_KEYS, "meaning", "phase")
_LONGEST: Final = {"label": 20, "title": 40, "phase": 20, "place": 60}
"""Letters of those that are short; the others take any of these."""

_NAMES: Final = {
    '"network"': '"__proto__"',
    '"security"': '"constructor"',
    '"ladder"': '"to_string"',
    '"owner"': '"owner"',
    '"zero"': '"0"',
    '"law"': '"__proto__"',
    '"judgement"': '"constructor"',
    '"provider"': '"1"',
    '"service"': '"service"',
    '"risk.attitude"': '"risk.__proto__"',
    '"control.release"': '"control.constructor"',
    '"ownership.deploy"': '"ownership.1"',
}


def with_texts(texts: Sequence[str]) -> Questionnaire:
    """The small questionnaire with these texts, each at its turn, wherever a person may write one."""
    turn = itertools.cycle(texts)

    def text_for(key: str) -> str:
        return re.sub(r"\s", " ", next(turn))[: _LONGEST.get(key, 100)].strip()

    return _questionnaire(with_texts_at(_PLACES, SMALL.read_text(encoding="utf-8"), text_for))


def by_category(category: str) -> Questionnaire:
    """The same with the texts of a category of the corpus."""
    return with_texts(TEXTS[category])


def with_names() -> Questionnaire:
    """The small questionnaire with ids that JavaScript's objects have already, or would put into another order."""
    text = SMALL.read_text(encoding="utf-8")
    for old, new in _NAMES.items():
        text = text.replace(old, new)
    return _questionnaire(text)


def _questionnaire(text: str) -> Questionnaire:
    return assemble([("small.toml", text.encode())])
