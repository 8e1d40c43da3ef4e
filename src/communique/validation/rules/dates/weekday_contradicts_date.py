from __future__ import annotations

from calendar import day_name
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject
from ...stated_dates import contradicting_weekday, help_for, wordings


class WeekdayContradictsDate(RecordRule):
    code = "CQ402"
    name = "weekday-contradicts-date"
    reason = "A weekday works like a check digit of its date: if they do not match, one of them is wrong."
    fix = (
        "Check the date in the source and correct the typing error. If the source itself is wrong, keep its date "
        "with `rank: deprecated` and a note, and add the right date."
    )
    bad = "dates:\n- {role: announced, value: '2025-07-25', as_stated: 'Saturday, 25 July 2025'}\n"
    good = "dates:\n- {role: announced, value: '2025-07-26', as_stated: 'Saturday, 26 July 2025'}\n"
    needs = ("as_stated", "published_as_stated")

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, value, stated in subject.once(wordings):
            if (weekday := contradicting_weekday(value, stated)) is not None and value.earliest:
                was = day_name[value.earliest.weekday()]
                message = f"the source says {day_name[weekday]}, but {value.earliest} was a {was}"
                yield Violation(pointer, message, help_for(pointer))
