"""A report as a document: made once from results, whatever it is written as."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from maturity.reports.blocks import Document, Part
from maturity.reports.document_agenda import agenda
from maturity.reports.document_criteria import criteria
from maturity.reports.document_fields import fields
from maturity.reports.document_front import front
from maturity.reports.document_method import appendix, glossary, method
from maturity.reports.pictures import at_a_glance
from maturity.results.model import Results


def document(results: Results, moment: dt.datetime, version: str, *, brief: bool = False) -> Document:
    """The report of a round, written at this moment, which has a zone, by this version of the program; with `brief`
    only its first two pages."""
    parts = tuple(_parts(results, moment, version, brief=brief))
    return Document(results.questionnaire.title, f"Report of round {results.round}", f"maturity {version}", parts)


def _parts(results: Results, moment: dt.datetime, version: str, *, brief: bool) -> Iterator[Part]:
    yield from front(results, moment, version)
    if brief:
        return
    yield at_a_glance(results)
    yield agenda(results, moment.date())
    yield from fields(results)
    yield from criteria(results)
    yield method(results)
    yield glossary(results)
    yield appendix(results)
