from __future__ import annotations

import re
from collections.abc import Iterator

from ....codelists import RelationType
from ....corpus.corpus import Entry
from ....corpus.date_order import TIME_ZONES, is_surely_before
from ....corpus.history import announcement_day
from ....diagnostics.finding import Advice, Change, Severity
from ....models import Announcement, EdtfDate, Relation
from ...rule import Context, RecordRule, Violation

_LATER = frozenset({RelationType.FOLLOWS, RelationType.RESPONDS_TO, RelationType.REAFFIRMS, RelationType.REPORTS_ON})
_DAYS = re.compile("P([0-9]{1,6})D")


class RelationAgainstDates(RecordRule):
    code = "CQ413"
    name = "relation-against-dates"
    severity = Severity.WARNING
    reason = (
        "If one record follows another, its date is later: the relation has the wrong direction, or a date is wrong."
    )
    fix = "Compare the dates of both records; reverse the relation, or correct the date or the interval."
    # Needs two files: the tests write them.
    bad = ""
    good = ""
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        record = entry.record
        if not isinstance(record, Announcement) or record.is_retired or not (own := announcement_day(record)):
            return
        for index, relation in enumerate(record.relations):
            other = context.corpus.announcements.get(relation.target)
            if other is None or other is record or relation.subject or not relation.holds:
                continue
            if their := announcement_day(other):
                yield from _against(relation, ("relations", index), own, their)


def _against(relation: Relation, pointer: tuple[str, int], own: EdtfDate, their: EdtfDate) -> Iterator[Violation]:
    after = relation.type in _LATER and is_surely_before(own, their)
    before = relation.type is RelationType.PRECEDES and is_surely_before(their, own)
    if after or before:
        stated = f"says that it {relation.type} {relation.target}"
        message = f"this record is dated {own} and {stated}, which is dated {their}"
        yield Violation((*pointer, "type"), message, "reverse the relation, or correct the date that is wrong")
    elif (between := _days_between(own, their)) is not None and _is_another(relation.interval, between):
        message = f"the interval between {their} and {own} is P{between}D, not {relation.interval}"
        advice = (Advice(Change.VALUE, f"P{between}D"),)
        help = f"write P{between}D, or correct the date that is wrong"
        yield Violation((*pointer, "interval"), message, help, advice=advice)


def _days_between(one: EdtfDate, other: EdtfDate) -> int | None:
    """The number of days between two dates; None if one of them is not an exact day."""
    if one.precision != "day" or other.precision != "day" or not one.earliest or not other.earliest:
        return None
    return abs((one.earliest - other.earliest).days)


def _is_another(interval: str | None, days: int) -> bool:
    stated = _DAYS.fullmatch(interval or "")
    return stated is not None and abs(int(stated[1]) - days) > TIME_ZONES.days
