"""The dates of an announcement or an occasion on its card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..corpus.corpus import Corpus
from ..corpus.history import is_denied_or_hypothetical
from ..models import Date, OccasionDate
from .assertion_text import lines, not_deprecated
from .labels import AHEAD, compared_with_today
from .page import Line


def date_lines(given: Sequence[Date] | Sequence[OccasionDate], corpus: Corpus, today: date) -> Iterator[Line]:
    """Each date that is not deprecated, with its notes; one that lies ahead says so."""
    for item in not_deprecated([*given], corpus):
        text, *more = lines(item, corpus, dispute="disputed, see below")
        yield text
        value = item.assertion.value
        happens = isinstance(item.assertion, OccasionDate) or not is_denied_or_hypothetical(item.assertion)
        if happens and compared_with_today(value, today) == AHEAD:
            yield Line(AHEAD, depth=1)
        yield from more
