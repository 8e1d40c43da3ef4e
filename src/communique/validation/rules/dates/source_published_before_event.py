from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....codelists import DateRole
from ....corpus.date_order import is_surely_before
from ....text.pointer import Pointer
from ...aspect import Aspect
from ...aspects import SOURCES
from ...rule import CorpusRule, Violation
from ...stated_dates import CORRECT_OR_KEEP

if TYPE_CHECKING:
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary

PAST = frozenset(
    {DateRole.ANNOUNCED, DateRole.DELIVERED, DateRole.PUBLISHED, DateRole.ADOPTED, DateRole.SIGNED, DateRole.HELD}
)
"""The roles of dates that a source can only report afterwards. Dates of the other roles may be in its future."""


class _Cited(NamedTuple):
    """A date in the past that the source, whose id is the key, is cited for."""

    value: str
    pointer: Pointer


def _cited(subject: Subject) -> Iterator[tuple[str, _Cited]]:
    for pointer, date in subject.of(models.Date):
        if date.role in PAST and not date.is_deprecated:
            for index, evidence in enumerate(date.evidence):
                field = "passage" if evidence.passage else "source"
                if source := evidence.source_id:
                    yield source, _Cited(str(date.value), (*pointer, "evidence", index, field))


_CITED = Aspect("source-cited-for-date", _Cited, _cited, shared=False, needs=("dates",))


class SourcePublishedBeforeEvent(CorpusRule):
    code = "CQ404"
    name = "source-published-before-event"
    reason = "A source cannot report an event that is later than its publication; one day is allowed for time zones."
    fix = (
        "Check both dates and correct the typing error. If the source is wrong, keep its date with "
        "`rank: deprecated` and a note. If the source announces a future event, use a date with the role `scheduled`."
    )
    bad = (
        "dates:\n- {role: announced, value: '2025-07-26', evidence: [preview]}\n"
        "sources:\n- {id: preview, type: news, access: full_text, published: '2025-07-20'}\n"
    )
    good = (
        "dates:\n- {role: announced, value: '2025-07-26', evidence: [report]}\n"
        "sources:\n- {id: report, type: news, access: full_text, published: '2025-07-26'}\n"
    )
    aspects = (_CITED, SOURCES)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for id, cited in own.of(_CITED):
            source = context.first(SOURCES, id, own)
            if source and source.published and _may_be_before(source.published, cited.value):
                published, value = models.EdtfDate(source.published), models.EdtfDate(cited.value)
                if is_surely_before(published, value):
                    message = f"{id} was published on {published}, before {value}, the date that it is cited for"
                    help = f"{CORRECT_OR_KEEP}; if the source announces a future event, use the role scheduled"
                    yield Violation(cited.pointer, message, help)


def _may_be_before(one: str, other: str) -> bool:
    """As texts, EDTF dates that end before another one begins are less than it, except intervals that end too early."""
    return one < other or "/" in one
