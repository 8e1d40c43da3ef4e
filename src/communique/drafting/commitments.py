"""What an order tells somebody to do, and until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from ..codelists import CommitmentKind, DateRole
from ..lazy import lazy_pattern
from .article import Words
from .days import days
from .mentions import Mentions
from .numerals import number
from .proposal import Proposal

_PERIOD = (
    r"(?P<period>[Ww]ithin (?P<count>[0-9]{1,3}|[a-z]+(?:-[a-z]+)?) (?P<unit>day|week|month|year)s? "
    r"(?:of|after|from|following) (?:the )?(?:date|issuance|signing|signature) of this (?:order|decree|memorandum))"
)
_DUTIES = (
    lazy_pattern(rf"{_PERIOD}, (?P<who>[^.;]{{3,300}}?),? shall\b(?! not\b)"),
    lazy_pattern(rf"(?P<who>[^.;]{{3,200}}?),? shall, {_PERIOD}, "),
    lazy_pattern(
        r"(?P<who>[^.;]{3,200}?),? shall, (?P<until>(?:by|no later than|not later than) [^,;]{4,20}(?:, [0-9]{4})?), "
    ),
)
_HELPERS = lazy_pattern(r",? (?:acting through|in (?:consultation|coordination|collaboration) with|with|after)\b")
_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y"}


def duties(sentences: Iterable[Words], mentions: Mentions) -> Iterator[Proposal]:
    """The duties that the sentences of an order give to one actor whom they name."""
    names = (f"duty-{number}" for number in count(1))
    for sentence in sentences:
        match = next((found for pattern in _DUTIES if (found := pattern.search(sentence.text))), None)
        if match is None:
            continue
        alone, start = _HELPERS.split(match["who"])[0], match.start("who")
        by = sorted({each.id for each in mentions.actors(sentence.part(start, start + len(alone)))})
        given = match.groupdict()
        due = _due(given)
        if due and len(by) == 1:
            fields = {"id": next(names), "kind": str(CommitmentKind.OBLIGATION), "by": by, "due": due}
            fields["as_stated"] = given.get("period") or given["until"]
            yield Proposal("commitments", fields, (sentence,), sentence.text)


def _due(given: dict[str, Any]) -> dict[str, Any]:
    if given.get("period"):
        period = number(given["count"])
        after = {"date_role": str(DateRole.SIGNED)}
        return {"within": f"P{period}{_LETTERS[given['unit']]}", "after": after} if period else {}
    day = next(days(Words(0, len(given["until"]), given["until"])), None)
    return {"date": day.value} if day else {}
