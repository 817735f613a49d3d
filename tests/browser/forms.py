"""Forms as the program writes them, each made once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from maturity.reports.form_data import Asked
from maturity.reports.form_writing import form_bytes
from questionnaires import Questionnaire, load
from questionnaires.loading import builtin
from tests.browser import awkward
from tests.given.builders import small
from tests.hostile import field

TODAY: Final = dt.date(2026, 11, 27)
_ANOTHER_FIELD: Final = Path(__file__).parents[1] / "given" / "another_field"


@cache
def questionnaire_of(name: str) -> Questionnaire:
    """The one that ships, one with a question of each kind, one of another field, or one of a stranger."""
    makers: dict[str, Callable[[], Questionnaire]] = {
        "autopatch": builtin,
        "small": small,
        "another field": lambda: load(_ANOTHER_FIELD),
        "hostile field": field.questionnaire,
        "live texts": lambda: awkward.with_texts(awkward.LIVE),
        "names of JavaScript": awkward.with_names,
    }
    return makers[name]() if name in makers else awkward.by_category(name)


@cache
def form_of(name: str, asked: Asked) -> bytes:
    """The page for one of these questionnaires."""
    return form_bytes(questionnaire_of(name), asked, TODAY)


def written(folder: Path, data: bytes) -> Path:
    """The page in a file, as somebody is sent it."""
    page = folder / "form.html"
    page.write_bytes(data)
    return page
