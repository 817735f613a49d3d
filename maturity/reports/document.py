"""A report as a document: made once from results, whatever it is written as."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from maturity.reports.blocks import Document, Part
from maturity.reports.document_agenda import agenda
from maturity.reports.document_criteria import criteria
from maturity.reports.document_decisions import agreement_part, decided_part
from maturity.reports.document_fields import fields
from maturity.reports.document_front import after_the_front, front
from maturity.reports.document_method import appendix, glossary, method
from maturity.reports.pictures import at_a_glance
from maturity.results.model import Results


def document(results: Results, moment: dt.datetime, version: str, *, brief: bool = False) -> Document:
    """The report of a round, written at this moment, which has a zone, by this version of the program; with `brief`
    only its first two pages. Whatever comes after the first page is numbered."""
    first = tuple(front(results, moment, version))
    rest = enumerate(_rest(results, moment, brief=brief), start=1)
    numbered = tuple(replace(part, title=f"{number}. {part.title}") for number, part in rest)
    title = f"Report of round {results.round}"
    return Document(results.questionnaire.title, title, f"maturity {version}", (*first, *numbered), len(first))


def _rest(results: Results, moment: dt.datetime, *, brief: bool) -> Iterator[Part]:
    yield from decided_part(results, moment.date())
    yield from after_the_front(results, moment.date())
    yield at_a_glance(results, brief=brief)
    if brief:
        return
    yield from agreement_part(results, moment.date())
    yield agenda(results, moment.date())
    yield from fields(results)
    yield from criteria(results)
    yield method(results)
    yield glossary(results)
    yield appendix(results)
