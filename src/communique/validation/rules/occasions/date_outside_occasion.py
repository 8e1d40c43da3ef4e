from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ....codelists import DateRole, Modality, Rank
from ....corpus.corpus import Entry
from ....corpus.occasions import scenes
from ....diagnostics.finding import Severity
from ....models import Announcement, Date, EdtfDate, Registry
from ....text.pointer import Pointer
from ...rule import Context, RecordRule, Violation

_THERE = frozenset({DateRole.ANNOUNCED, DateRole.DELIVERED, DateRole.HELD})
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
        known = context.once(scenes)
        for pointer, value, id in _held_there(entry):
            scene = known.get(id)
            gap = scene.misses(value) if scene else None
            if scene and scene.days and gap and gap > _ALLOWED:
                first, last = scene.days
                days = f"on {first}" if first == last else f"from {first} to {last}"
                help = "check both; if it was not made at that occasion, delete the occasion"
                yield Violation(pointer, f"{value} is {gap.days} days away from {id}, which was {days}", help)


def _held_there(entry: Entry) -> Iterator[tuple[Pointer, EdtfDate, str]]:
    """Every date of an announcement at an occasion, or of an occasion in a larger one, with the id of the occasion."""
    record = entry.record
    if isinstance(record, Announcement) and record.occasion:
        sure = [(index, each) for index, each in enumerate(record.dates) if _is_fact(each)]
        # Next to a date of the announcement, a date with the role held may be of another meeting.
        announced = [(index, each) for index, each in sure if each.role is not DateRole.HELD]
        for index, each in announced or sure:
            yield ("dates", index, "value"), each.value, record.occasion
    for place, occasion in enumerate(record.occasions if isinstance(record, Announcement | Registry) else ()):
        for index, date in enumerate(occasion.dates if occasion.part_of else ()):
            if date.rank is not Rank.DEPRECATED:
                yield ("occasions", place, "dates", index, "value"), date.value, occasion.part_of or ""


def _is_fact(each: Date) -> bool:
    """Whether the date is stated as the day on which the whole announcement was made."""
    is_fact = each.rank is not Rank.DEPRECATED and each.modality in (None, Modality.ASSERTED)
    return is_fact and each.role in _THERE and each.scope is None
