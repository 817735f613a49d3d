"""Writes a form, whole or not at all, and replaces nothing but an earlier form."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Final

from maturity import __version__
from maturity.files.replacing import refuse_to_replace, replace_ours
from maturity.reports.form_data import Asked
from questionnaires import Questionnaire

_BEGINS: Final = re.compile(
    rb'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><meta name="generator" content="maturity-form '
)


def form_bytes(questionnaire: Questionnaire, asked: Asked, today: dt.date) -> bytes:
    """The page as it lies on disk."""
    from maturity.reports.form import form_page  # htpy, which nobody else pays for

    return form_page(questionnaire, asked, today, f"maturity-form {__version__}").encode()


def refuse_form(page: Path) -> None:
    """Raises NotSavedError where anything but an earlier form would be replaced."""
    refuse_to_replace(page, _is_form)


def write_form(questionnaire: Questionnaire, asked: Asked, page: Path, today: dt.date) -> int:
    """Writes the page; how many bytes it has. Raises NotSavedError."""
    data = form_bytes(questionnaire, asked, today)
    replace_ours(page, data, is_ours=_is_form)
    return len(data)


def _is_form(head: bytes) -> bool:
    return _BEGINS.match(head) is not None
