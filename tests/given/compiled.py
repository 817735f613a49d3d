"""Makes the built-in questionnaire ready, so that no start of the program has to read its TOML.

`python -m tests.given.compiled` writes it where it ships; a test says when that was forgotten.
"""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

from questionnaires.compiled import PLACE, builtin_files, digest
from questionnaires.loading import assemble


def made() -> str:
    """The questionnaire of the TOML files as they are now, as it is shipped; what they leave out is left out."""
    files = builtin_files()
    questionnaire = assemble(files)
    document = {
        "made_of": digest(files),
        "questionnaire": questionnaire.model_dump(exclude_unset=True, by_alias=True),
    }
    return json.dumps(document, ensure_ascii=False, indent=1, default=_plain) + "\n"


def _plain(value: object) -> int | float | str:
    """What JSON has no word for: numbers as such, days as texts."""
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case dt.date():
            return value.isoformat()
    raise TypeError(type(value))


def main() -> None:
    """Writes it beside the code that reads it."""
    PLACE.write_text(made(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
