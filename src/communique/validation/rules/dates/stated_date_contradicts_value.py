from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....diagnostics.finding import Severity
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject
from ...stated_dates import contradicting_date, contradicting_weekday, help_for, swapped, wordings


class StatedDateContradictsValue(RecordRule):
    code = "CQ414"
    name = "stated-date-contradicts-value"
    severity = Severity.WARNING
    reason = "The wording is copied from the source, but the value is typed; if they differ, one of them may be wrong."
    fix = (
        "Check the date in the source and correct the typing error. If the source itself is wrong, keep its date with "
        "`rank: deprecated` and a note, and add the right date. Only a wording that is one date and nothing else is "
        "compared. 10/09/2024 matches either day, and an uncertain or less exact value matches every date that it may "
        "mean."
    )
    bad = "dates:\n- {role: announced, value: '2024-03-04', as_stated: 3 April 2024}\n"
    good = (
        "dates:\n- {role: announced, value: '2024-04-03', as_stated: 2024年4月3日}\n"
        "- {role: signed, value: '2024-04', as_stated: 3 avril}\n"
        "- {role: published, value: '2024-04-03', as_stated: 04/03/2024}\n"
        "- {role: adopted, value: '2024-04-05', as_stated: two days after 3 April 2024}\n"
    )
    needs = ("as_stated", "published_as_stated")

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, value, stated in subject.once(wordings):
            # If the weekday is wrong too, the other rule reports the date.
            if contradicting_weekday(value, stated) is not None:
                continue
            if found := contradicting_date(value, stated):
                message = f"the wording of the source says {found.words}, but the date is {value}"
                if (other := swapped(value)) and other in [reading.earliest for reading in found.readings]:
                    message += "; day and month may be swapped"
                yield Violation(pointer, message, help_for(pointer))
