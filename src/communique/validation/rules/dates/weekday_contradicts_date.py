from __future__ import annotations

from calendar import day_name
from collections.abc import Iterator

from ....corpus.corpus import Entry
from ...rule import Context, RecordRule, Violation
from ...stated_dates import contradicting_weekday, help_for, wordings


class WeekdayContradictsDate(RecordRule):
    code = "CQ402"
    name = "weekday-contradicts-date"
    reason = "A weekday beside a date is a check digit: if the two disagree, one of them is wrong."
    fix = (
        "Look the day up in the source and correct what was mistyped. If the source itself is wrong, keep its date "
        "with `rank: deprecated` and a note, and give the right one beside it."
    )
    bad = "dates:\n- {role: announced, value: '2025-07-25', as_stated: 'Saturday, 25 July 2025'}\n"
    good = "dates:\n- {role: announced, value: '2025-07-26', as_stated: 'Saturday, 26 July 2025'}\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, value, stated in wordings(entry.record):
            if (weekday := contradicting_weekday(value, stated)) is not None and value.earliest:
                was = day_name[value.earliest.weekday()]
                message = f"the source says {day_name[weekday]}, but {value.earliest} was a {was}"
                yield Violation(pointer, message, help_for(pointer))
