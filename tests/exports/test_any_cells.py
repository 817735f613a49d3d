"""Whatever stands in the cells of an export, it is counted or said to be untold, on one line, and nothing fails."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaires import builtin
from questionnaires.export import Export
from questionnaires.text import one_line
from scoring.exports.table import Counted
from tests.exports.counted import counted, table
from tests.exports.small import key, listed, quality

EXPORTS = [export for export in builtin().exports if not export.is_list]
KEYS = st.sampled_from([key(1), key(2), key(9), "", "?", "0", "x" * 300])
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["Ready", "26100.9168", "2026.08 B", "1/2/2026", "2026-08-20", "0001-01-01", "-1", "1,5", "Active", "x" * 300]
    ),
)


def texts(found: Counted) -> list[str]:
    figures = [text for one in found.proposals for text in (one.report, *one.remarks)]
    return [*figures, *(one.reason for one in found.unfilled), *found.remarks, *map(str, found.faults)]


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.id)
@settings(max_examples=25)
@given(st.data())
def test_any_cells_are_counted_or_untold(export: Export, data: st.DataObject) -> None:
    columns = [column.id for column in export.columns]
    cells = st.tuples(*(KEYS if name == export.key else CELLS for name in columns))
    rows = data.draw(st.lists(cells, max_size=6))
    found = counted(listed("Last", "Ring1"), quality(("1", "26100.9168")), table(export.id, " ".join(columns), rows))
    assert all(text == one_line(text) and len(text) < 1200 for text in texts(found))
    for figure in found.proposals:
        assert figure.numerator >= 0
        assert figure.denominator is None or figure.denominator > 0
        assert figure.part or figure.denominator is None or figure.numerator <= figure.denominator
