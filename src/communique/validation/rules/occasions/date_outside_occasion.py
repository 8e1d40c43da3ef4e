from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....codelists import DateRole
from ....corpus.history import OF_THE_ANNOUNCEMENT, is_fact
from ....diagnostics.finding import Severity
from ....text.pointer import Pointer
from ...aspect import Aspect
from ...rule import CorpusRule, Violation
from ._occasions import OCCASIONS, time_and_place

if TYPE_CHECKING:
    from ....models import Announcement, Date, EdtfDate, Occasion
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary

# A text may be published before its meeting, or some days after it.
_ALLOWED = timedelta(days=14)


class _Day(NamedTuple):
    """A day on which something was made or held at the occasion whose id is the key."""

    value: str
    pointer: Pointer


def _facts(subject: Subject) -> Iterator[tuple[str, _Day]]:
    record = subject.record
    if isinstance(record, models.Announcement) and record.occasion:
        for index, value in _days_of_announcement(record):
            yield record.occasion, _Day(str(value), ("dates", index, "value"))
    for pointer, occasion in subject.of(models.Occasion):
        if occasion.part_of:
            for index, value in _days_of_occasion(occasion):
                yield occasion.part_of, _Day(str(value), (*pointer, "dates", index, "value"))


_DAYS = Aspect("day-at-occasion", _Day, _facts, shared=False, needs=("occasion", "part_of"))


class DateOutsideOccasion(CorpusRule):
    code = "CQ417"
    name = "date-outside-occasion"
    severity = Severity.WARNING
    reason = "An announcement made at a meeting has a date of that meeting: either the date or the occasion is wrong."
    fix = (
        "Check both; two weeks before and after are allowed. If it was not made there, delete the `occasion`. The "
        "dates of the occasion that a session is part of are allowed too, those of its series are not."
    )
    bad = (
        "occasion: summit\ndates:\n- {role: announced, value: '2025-03-11'}\n"
        "occasions:\n- {id: summit, name: {en: Summit}, dates: [{value: '2025-02-10/2025-02-11'}]}\n"
    )
    good = (
        "occasion: session\ndates:\n- {role: announced, value: '2025-02-24'}\n- {role: adopted, value: '2025-06-01'}\n"
        "occasions:\n- {id: session, part_of: summit, name: {en: Session}, dates: [{value: '2025-02-06'}]}\n"
        "- {id: summit, name: {en: Summit}, dates: [{value: '2025-02-10/2025-02-11'}]}\n"
    )

    aspects = (_DAYS, OCCASIONS)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for id, day in own.of(_DAYS):
            occasion = time_and_place(id, context)
            if occasion is None or occasion.days is None:
                continue
            gap = occasion.distance(models.EdtfDate(day.value))
            if gap and gap > _ALLOWED:
                first, last = occasion.days
                days = f"on {first}" if first == last else f"from {first} to {last}"
                message = f"{day.value} is {gap.days} days away from {id}, which was {days}"
                help = "check both; if it was not made at that occasion, delete the field occasion"
                yield Violation(day.pointer, message, help)


def _days_of_occasion(occasion: Occasion) -> Iterator[tuple[int, EdtfDate]]:
    yield from ((index, each.value) for index, each in enumerate(occasion.dates) if not each.is_deprecated)


def _days_of_announcement(announcement: Announcement) -> Iterator[tuple[int, EdtfDate]]:
    """The days on which it was made, each with its place among its dates."""
    sure = [(index, each) for index, each in enumerate(announcement.dates) if _is_day(each)]
    # Where something was announced, what was held may be another meeting, which was reported there.
    announced = [(index, each) for index, each in sure if each.role is not DateRole.HELD]
    yield from ((index, each.value) for index, each in announced or sure)


def _is_day(date: Date) -> bool:
    """Whether it is a fact that the announcement, as a whole, was made on it."""
    return not date.is_deprecated and is_fact(date) and date.role in OF_THE_ANNOUNCEMENT and date.scope is None
