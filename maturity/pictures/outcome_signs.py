"""The sign of each verdict on the pilot's figures, in pictures and in texts."""

from __future__ import annotations

from typing import Final

from maturity.results.values import Outcome

MARKS: Final = {Outcome.FAIL: "▲", Outcome.NOT_MEASURED: "○", Outcome.WAIVED: "◆", Outcome.PASS: "●"}
