"""How a body decided, where a sentence says how, with the votes that were counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..codelists import VoteMethod
from ..lazy import lazy_pattern
from ..text.shortening import shorten
from .article import Words
from .firmness import doubt
from .proposal import Proposal, Proposals

_METHODS = (
    (VoteMethod.CONSENSUS, lazy_pattern(r"(?i)\bby consensus\b|\bwithout a vote\b")),
    (VoteMethod.ACCLAMATION, lazy_pattern(r"(?i)\bby acclamation\b")),
    (VoteMethod.RECORDED, lazy_pattern(r"(?i)\b(?:recorded|roll-call|roll call) vote\b")),
    (VoteMethod.SHOW_OF_HANDS, lazy_pattern(r"(?i)\bby (?:a )?show of hands\b")),
    (VoteMethod.VOICE, lazy_pattern(r"(?i)\bby (?:a )?voice vote\b")),
)
_DECIDES = lazy_pattern(r"(?i)\b(?:adopt(?:ed|s)?|approved?|passed|vote[ds]?)\b")
_COUNTED = lazy_pattern(
    r"\b(?:vote of|voted|by) (?P<in_favour>[0-9]{1,4})(?: votes)?(?: in favou?r)?(?: to |-|–|, )(?P<against>[0-9]{1,4})"
    r"(?: against)?(?:,? (?:and |with )?(?P<abstaining>[0-9]{1,4}) (?:abstentions?|abstaining|abstained))?"
)


def votes(sentence: Words, proposals: Proposals) -> Iterator[Proposal]:
    """The vote that a sentence reports. Counts without a word of how they were taken are not taken."""
    decides = _DECIDES.search(sentence.text)
    if not decides:
        return
    counted = _COUNTED.search(sentence.text)
    method = next((method for method, pattern in _METHODS if pattern.search(sentence.text)), None)
    proposals.seen += [sentence.part(*counted.span())] if counted and method else []
    given = counted.groupdict() if counted else {}
    counts: dict[str, Any] = {name: int(number) for name, number in given.items() if number}
    if method in (VoteMethod.CONSENSUS, VoteMethod.ACCLAMATION):
        counts = {}
    doubted = doubt(sentence, *decides.span())
    if doubted and (method or counted):
        proposals.not_taken.append(f"vote {shorten(sentence.text)}: “{doubted.words}”: not stated as done")
    elif method:
        yield Proposal("votes", {"method": str(method), **counts}, (sentence,))
    elif counted:
        proposals.not_taken.append(f"{counted[0]}: a vote, and how it was taken is not said")
