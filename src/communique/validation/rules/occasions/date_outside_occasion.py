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
# A text may come out before the meeting that it is for, or some days after it.
_ALLOWED = timedelta(days=14)


class DateOutsideOccasion(RecordRule):
    code = "CQ417"
    name = "date-outside-occasion"
    looks_beyond = True
    severity = Severity.WARNING
    reason = "What was announced at a meeting was announced while it met: either the day or the occasion is wrong."
    fix = (
        "Look up both; two weeks are allowed before and after. If it was not made there, leave the `occasion` out. "
        "A larger occasion around a session counts with it; a series does not."
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
                help = "look up both; if it was not made at that occasion, leave the occasion out"
                yield Violation(pointer, f"{value} is {gap.days} days away from {id}, which was {days}", help)


def _held_there(entry: Entry) -> Iterator[tuple[Pointer, EdtfDate, str]]:
    """Every date that is one of an occasion, with the id of that; of a session, that of the larger one."""
    record = entry.record
    if isinstance(record, Announcement) and record.occasion:
        sure = [(index, each) for index, each in enumerate(record.dates) if _is_fact(each)]
        # Where something was announced, what was held may be another meeting, of which it was said there.
        announced = [(index, each) for index, each in sure if each.role is not DateRole.HELD]
        for index, each in announced or sure:
            yield ("dates", index, "value"), each.value, record.occasion
    for place, occasion in enumerate(record.occasions if isinstance(record, Announcement | Registry) else ()):
        for index, date in enumerate(occasion.dates if occasion.part_of else ()):
            if date.rank is not Rank.DEPRECATED:
                yield ("occasions", place, "dates", index, "value"), date.value, occasion.part_of or ""


def _is_fact(each: Date) -> bool:
    """Whether it is told as a fact that the announcement, as a whole, was made on it."""
    is_fact = each.rank is not Rank.DEPRECATED and each.modality in (None, Modality.ASSERTED)
    return is_fact and each.role in _THERE and each.scope is None
