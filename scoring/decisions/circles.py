"""What leads to each other in a circle, put together: for entries that supersede each other.

The parts are found by two walks, after Kosaraju (as in Sharir, 1981): the second against the arrows, from whatever the
first left last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def circles(arrows: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """All names, those of a circle together, each part before those to which its arrows lead.

    Every name has a row. Neither walk calls itself, so that a long chain costs no more than its length.
    """
    against: dict[str, list[str]] = {name: [] for name in arrows}
    for name, others in arrows.items():
        for other in others:
            against[other].append(name)
    seen: set[str] = set()
    for start in reversed(_as_they_are_left(arrows)):
        if start in seen:
            continue
        seen.add(start)
        part, ahead = [], [start]
        while ahead:
            name = ahead.pop()
            part.append(name)
            for other in against[name]:
                if other not in seen:
                    seen.add(other)
                    ahead.append(other)
        yield tuple(sorted(part))


def _as_they_are_left(arrows: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The names in the order in which a walk along the arrows is done with them."""
    left: list[str] = []
    seen: set[str] = set()
    walk = [("", iter(arrows))]  # from nowhere to all names in turn
    while walk:
        name, rest = walk[-1]
        following = next((other for other in rest if other not in seen), None)
        if following is None:
            left.append(name)
            walk.pop()
        else:
            seen.add(following)
            walk.append((following, iter(arrows[following])))
    return left[:-1]
