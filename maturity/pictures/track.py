"""Marks on a six-step track: where each of several answers lies on one scale."""

from __future__ import annotations

from collections.abc import Sequence


def track(
    marks: Sequence[tuple[str, float | None]], options: int = 6, step: int = 4, *, side_by_side: bool = True
) -> str:
    """One line with a mark at each position, e.g. `├───┼───N───┼───W───┤`.

    A mark between two options stands between them. Marks on the same place are written side by side,
    the first one on the place itself; or else the last one stands for all, as where time passes and nothing moves.
    """
    width = (options - 1) * step + 1
    cells = ["┼" if place % step == 0 else "─" for place in range(width)]
    cells[0], cells[-1] = "├", "┤"
    taken: set[int] = set()
    for mark, position in marks:
        if position is None:
            continue
        place = round(position * step)
        while side_by_side and place in taken:
            place += 1
        if place >= len(cells):
            cells.append("")
        taken.add(place)
        cells[place] = mark
    return "".join(cells)
