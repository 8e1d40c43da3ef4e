from __future__ import annotations

from collections.abc import Iterator

from ...corpus import Entry
from ...models import EdtfDate, walk
from ..rule import Context, Issue, RecordRule


class ImpossibleDate(RecordRule):
    code = "CQ401"
    name = "impossible-date"
    reason = "A day that the calendar does not have is a slip, whoever made it."
    fix = "Look the date up in the source; leave out the part that is not certain (2025-02)."
    bad = "dates:\n- {role: announced, value: '2025-02-29'}\n"
    good = "dates:\n- {role: announced, value: '2024-02-29'}\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Issue]:
        for pointer, model in walk(entry.record):
            for name in type(model).model_fields:
                value = getattr(model, name)
                if isinstance(value, EdtfDate) and value.fault:
                    help = "look the date up in the source, or write only the month"
                    yield Issue((*pointer, name), f"{value} cannot be: {value.fault}", help)
