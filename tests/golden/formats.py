"""Everything that the program writes, from one result: the small questionnaire, two rounds, and the pilot's figures."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from maturity.files.actuals_template import template
from maturity.files.tallies import tally_bytes
from maturity.files.workspace import to_bytes
from maturity.reports.gate import gate_text
from maturity.reports.notes import notes_text
from maturity.reports.outline import text
from maturity.results.head import Maker
from maturity.results.writing import to_json, to_toml
from maturity.rounds.notes import Notes
from questionnaires import Response
from tests.given.builders import small
from tests.given.written_files import LAST_DAY, RULES, everything, tally_of

FOLDER: Final = Path(__file__).parent
"""Where the golden files lie."""


def noted(response: Response) -> Response:
    """The same answers, one of them with a note and a flag."""
    answer = response.answers["risk.attitude"].model_copy(update={"note": 'Ask "Kim":\nwhy so?', "flag": True})
    return response.model_copy(update={"answers": {**response.answers, "risk.attitude": answer}})


@cache
def formats() -> dict[str, bytes]:
    """By the name of its golden file, what is written in each format; the same on every day and in every version."""
    found = everything()
    results = found.results().model_copy(update={"made_by": Maker(maturity="0")})
    assert results.gate is not None
    written = {
        "results.toml": to_toml(results),
        "results.json": to_json(results),
        "comparison.txt": text(results, LAST_DAY),
        "brief.txt": text(results, LAST_DAY, brief=True),
        "notes.txt": notes_text(Notes(small(RULES), [noted(found.responses[0])])),
        "gate.txt": gate_text(results.gate),
        "gate.json": to_json(results.gate),
        "template.toml": template(found.comparison, found.criteria, LAST_DAY),
    }
    return {name: content.encode() for name, content in written.items()} | {
        "tally.toml": tally_bytes(tally_of(found)),
        "response.toml": to_bytes(noted(found.responses[0])),
    }
