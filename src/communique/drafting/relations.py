"""How the announcement relates to an instrument that the corpus knows, where the text says so."""

from __future__ import annotations

from collections.abc import Iterator

from ..codelists import RelationBasis, RelationType
from ..lazy import lazy_pattern
from .article import Words
from .firmness import doubt
from .mentions import Mentions
from .proposal import Proposal, Proposals

_PATTERNS = (
    (
        RelationType.FOLLOWS,
        lazy_pattern(
            r"(?i)\b(?:just |only )?(?:(?:a few|several|some|[a-z]+|[0-9]+) )?(?:hours?|days?|weeks?|months?) after\b"
        ),
    ),
    (RelationType.RESPONDS_TO, lazy_pattern(r"(?i)\bin (?:response|reply|reaction) to\b")),
    (RelationType.BASED_ON, lazy_pattern(r"\b(?:builds on|building on|is based on)\b")),
    (RelationType.REAFFIRMS, lazy_pattern(r"\b(?:reaffirms?|reaffirmed)\b")),
)
_FARTHEST = 120
"""Code points between the words and the name of the instrument."""


def relations(sentence: Words, mentions: Mentions, proposals: Proposals) -> Iterator[Proposal]:
    """The relations that a sentence states; those whose target the corpus does not know by name are not taken."""
    for type, pattern in _PATTERNS:
        for match in pattern.finditer(sentence.text):
            end = sentence.start + match.end()
            near = [each for each in mentions.within(sentence) if end <= each.start <= end + _FARTHEST]
            doubted = doubt(sentence, *match.span())
            if doubted and not doubted.is_planned:
                proposals.not_taken.append(f"{type}: “{match[0]}”: “{doubted.words}”: not stated as done")
                continue
            target = next((each.id for each in near if each.kind == "instrument"), None)
            if target is None:
                proposals.not_taken.append(f"{type}: “{match[0]}”: which instrument it is, is not clear")
                continue
            fields = {"type": str(type), "target": target, "basis": str(RelationBasis.REPORTED), "as_stated": match[0]}
            yield Proposal("relations", fields, (sentence,))
