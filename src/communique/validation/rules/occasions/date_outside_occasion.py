from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ....codelists import DateRole
from ....corpus.corpus import Entry
from ....corpus.history import OF_THE_ANNOUNCEMENT, is_fact
from ....corpus.occasions import taking_place, times_and_places
from ....diagnostics.finding import Severity
from ....models import Announcement, Date, EdtfDate, Occasion
from ...rule import Context, RecordRule, Violation

# A text may be published before its meeting, or some days after it.
_ALLOWED = timedelta(days=14)


class DateOutsideOccasion(RecordRule):
    code = "CQ417"
    name = "date-outside-occasion"
    looks_beyond = True
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

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        known = context.once(times_and_places)
        for pointer, thing, id in taking_place(entry.record):
            occasion = known.get(id)
            if occasion is None or occasion.days is None:
                continue
            first, last = occasion.days
            days = f"on {first}" if first == last else f"from {first} to {last}"
            for index, value in _days(thing):
                gap = occasion.distance(value)
                if gap and gap > _ALLOWED:
                    message = f"{value} is {gap.days} days away from {id}, which was {days}"
                    help = "check both; if it was not made at that occasion, delete the field occasion"
                    yield Violation((*pointer, "dates", index, "value"), message, help)


def _days(thing: Announcement | Occasion) -> Iterator[tuple[int, EdtfDate]]:
    """The days on which it was made or held, each with its place among its dates."""
    if isinstance(thing, Occasion):
        yield from ((index, each.value) for index, each in enumerate(thing.dates) if not each.is_deprecated)
        return
    sure = [(index, each) for index, each in enumerate(thing.dates) if _is_day(each)]
    # Where something was announced, what was held may be another meeting, which was reported there.
    announced = [(index, each) for index, each in sure if each.role is not DateRole.HELD]
    yield from ((index, each.value) for index, each in announced or sure)


def _is_day(date: Date) -> bool:
    """Whether it is a fact that the announcement, as a whole, was made on it."""
    return not date.is_deprecated and is_fact(date) and date.role in OF_THE_ANNOUNCEMENT and date.scope is None
