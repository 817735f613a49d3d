"""A questionnaire of any number of questions that are all alike, as TOML text."""

from __future__ import annotations

from typing import Final

from tests.given.builders import HEADER

_BEGINNING: Final = f"""{HEADER}
[questionnaire]
id = "large"
version = "1"
title = "Large"
about = "Many questions."

[[team]]
id = "red"
label = "Red"
about = "One team."

[[team]]
id = "blue"
label = "Blue"
about = "Another team."

[[section]]
id = "s0"
title = "All"
question = "Which?"
about = "All questions."

[[source]]
id = "page"
title = "A page"
place = "a page that exists for these tests"
dated = 2026-01-01
checked = 2026-11-21

[[scale]]
id = "ladder"
level = "ordinal"
options = [{", ".join(f'{{ key = "o{n}", label = "{n}", behaviour = "Step {n}." }}' for n in range(6))}]
"""


def large(questions: int, impact: str = "high") -> str:
    """So many questions in one section, s0.q0 onwards, of which only the first is in core and all have this impact."""
    return _BEGINNING + "".join(
        f"""
[[question]]
id = "s0.q{place}"
kind = "position"
title = "Question {place}"
text = "Which one?"
help = "Any."
scale = "ladder"
depth = "{"full" if place else "core"}"
impact = "{impact}"
reversible = "two-way"
sources = ["page"]
"""
        for place in range(questions)
    )
