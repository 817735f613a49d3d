"""What is said to be fragile, tried: somebody's answer is moved, and everything is compared anew."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tests.proofs.catalogue import sentences_of
from tests.proofs.claims import Claim
from tests.proofs.on_changes import BUILDERS
from tests.proofs.said import Fault, Said, fault
from tests.proofs.words import pattern_of

_PATTERNS: Final[dict[str, re.Pattern[str]]] = {sentence: pattern_of(sentence) for sentence in BUILDERS}
_PLACES: Final = (
    "question.findings.fragile.says",
    "question.findings.if_known.says",
    "question.findings.margin.says",
    "no_common_position.fragile.says",
    "no_common_position.if_known.says",
    "agenda.fragile",
    "agenda.if_known",
    "agenda.margin",
    "criterion.fragile.says",
)


@dataclass
class Tried:
    """How many claims were tried, and the sentences that were not so."""

    claims: int = 0
    false: list[Fault] = field(default_factory=list)


def claims_in(texts: Iterable[Said]) -> Iterator[tuple[Said, Claim]]:
    """Every sentence on one answer moved, with what it claims."""
    for text in texts:
        if text.place in _PLACES:
            for said in sentences_of(text):
                for sentence, pattern in _PATTERNS.items():
                    if found := pattern.fullmatch(said.text):
                        yield said, BUILDERS[sentence](replace(said, parts=found.groupdict()))
                        break


def try_claims(texts: Sequence[Said], tried: Tried, most: int) -> None:
    """Tries at most so many sentences of a case; up to half of them name other teams that could do the same."""
    found = list(claims_in(texts))
    chance = random.Random(len(texts))
    chance.shuffle(found)
    # What has been wrong before comes first: others that could do several things at once.
    found.sort(key=lambda pair: -max(map(len, pair[1].ways), default=0))
    with_others = [pair for pair in found if pair[1].also][: most // 2]
    alone = [pair for pair in found if not pair[1].also]
    alone = chance.sample(alone, min(len(alone), most - len(with_others)))
    for said, claim in (*with_others, *alone):
        tried.claims += claim.count
        if not claim.true_anew(said.case):
            tried.false.append(fault(said))
