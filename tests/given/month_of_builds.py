"""A file of the builds of one month, as somebody writes it."""

from __future__ import annotations

from typing import Final

HEAD: Final = 'kind = "builds"\nschema = 1\n'


def november(ordinary: int | None = None, hotpatch: int | None = None) -> str:
    """The revisions that one base build has in that month; without any, somebody has more to say."""
    named = (("ordinary", ordinary), ("hotpatch", hotpatch))
    revisions = "".join(f"{name} = {revision}\n" for name, revision in named if revision is not None)
    return f"""
[[month]]
month = "2026-11"
released = 2026-11-10

[[month.build]]
base = 26100
{revisions}source = "Made up"
checked = 2026-11-20
"""
