from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import RelationType
from ....corpus.date_order import TIME_ZONES, is_surely_before
from ....diagnostics.finding import Advice, Change, Severity
from ....lazy import lazy_pattern
from ...aspects import ANNOUNCED, RELATED, Related, announcement
from ...rule import CorpusRule, Violation

if TYPE_CHECKING:
    from ....models import EdtfDate
    from ...context import Context
    from ...summary import Summary

# Not `implements`: what carries out a law may come before the day from which the law applies.
_LATER = frozenset(
    {
        RelationType.FOLLOWS,
        RelationType.RESPONDS_TO,
        RelationType.REAFFIRMS,
        RelationType.REPORTS_ON,
        RelationType.FULFILS,
        RelationType.AMENDS,
        RelationType.REPEALS,
        RelationType.SUPERSEDES,
    }
)
_ORDERED = _LATER | {RelationType.PRECEDES}
_DAYS = lazy_pattern("P([0-9]{1,6})D")


class RelationAgainstDates(CorpusRule):
    code = "CQ413"
    name = "relation-against-dates"
    severity = Severity.WARNING
    reason = (
        "What follows, answers, repeats, fulfils, changes or ends something is later than it: the relation has the "
        "wrong direction, or a date is wrong."
    )
    fix = "Compare the dates of both records; reverse the relation, or correct the date or the interval."
    # Needs two files: the tests write them.
    bad = ""
    good = ""
    aspects = (ANNOUNCED, RELATED)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        record = own.first(ANNOUNCED)
        if not record or record.is_retired or not record.day:
            return
        for index, (target, relation) in enumerate(own.of(RELATED)):
            if relation.of_instrument or not relation.holds or not _says_when(relation):
                continue
            other = announcement(context, target)
            if other and other[0].path != own.path and other[1].day:
                days = models.EdtfDate(record.day), models.EdtfDate(other[1].day)
                yield from _against(relation, target, ("relations", index), *days)


def _says_when(relation: Related) -> bool:
    return relation.type in _ORDERED or relation.interval is not None


def _against(
    relation: Related, target: str, pointer: tuple[str, int], own: EdtfDate, their: EdtfDate
) -> Iterator[Violation]:
    after = relation.type in _LATER and is_surely_before(own, their)
    before = relation.type == RelationType.PRECEDES and is_surely_before(their, own)
    if after or before:
        stated = f"says that it {relation.type.replace('_', ' ')} {target}"
        message = f"this record is dated {own} and {stated}, which is dated {their}"
        yield Violation((*pointer, "type"), message, "reverse the relation, or correct the date that is wrong")
    elif (between := _days_between(own, their)) is not None and _is_another(
        relation.interval, between, TIME_ZONES.days
    ):
        message = f"the interval between {their} and {own} is P{between}D, not {relation.interval}"
        advice = (Advice(Change.VALUE, f"P{between}D"),)
        help = f"write P{between}D, or correct the date that is wrong"
        yield Violation((*pointer, "interval"), message, help, advice=advice)


def _days_between(one: EdtfDate, other: EdtfDate) -> int | None:
    """The number of days between two dates; None if one of them is not an exact day."""
    if one.precision != "day" or other.precision != "day" or not one.earliest or not other.earliest:
        return None
    return abs((one.earliest - other.earliest).days)


def _is_another(interval: str | None, days: int, leeway: int) -> bool:
    stated = _DAYS.fullmatch(interval or "")
    return stated is not None and abs(int(stated[1]) - days) > leeway
