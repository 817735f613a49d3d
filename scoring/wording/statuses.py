"""The sentences of findings on prerequisites, and on what stands in the way of comparing."""

from __future__ import annotations

from scoring.wording.sentences import Sentence, Told


def statuses(words: str) -> Sentence:
    """What every team says of a prerequisite, counted where several people of a team did."""

    def sentence(told: Told) -> str:
        (cells,) = told.item.cells.values()
        said = []
        for team, cell in cells.items():
            options = zip(told.scale.options, cell.counts, strict=True)
            counted = [(option.label.lower(), count) for option, count in options]
            counted.append(("don't know", cell.dont_know))
            several = cell.answered + cell.dont_know > 1
            given = [f"{count} {label}" if several else label for label, count in counted if count]
            if given:
                said.append(f"{told.comparison.label(team)} {', '.join(given)}")
        return f"{words}: {'; '.join(said)}."

    return sentence
