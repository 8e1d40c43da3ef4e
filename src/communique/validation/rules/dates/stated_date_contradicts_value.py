from __future__ import annotations

from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....diagnostics.finding import Severity
from ...rule import Context, RecordRule, Violation
from ...stated_dates import contradicting_date, contradicting_weekday, help_for, swapped, wordings


class StatedDateContradictsValue(RecordRule):
    code = "CQ414"
    name = "stated-date-contradicts-value"
    severity = Severity.WARNING
    reason = "The source's own wording is copied, the value is typed: where they differ, day and month may be swapped."
    fix = (
        "Look the day up in the source and correct what was mistyped. If the source itself is wrong, keep its date "
        "with `rank: deprecated` and a note, and give the right one beside it. Only a wording that gives one date and "
        "nothing else is compared; 10/09/2024 may be either day, and an uncertain or less exact value contradicts "
        "nothing that it may mean."
    )
    bad = "dates:\n- {role: announced, value: '2024-03-04', as_stated: 3 April 2024}\n"
    good = (
        "dates:\n- {role: announced, value: '2024-04-03', as_stated: 2024年4月3日}\n"
        "- {role: signed, value: '2024-04', as_stated: 3 avril}\n"
        "- {role: published, value: '2024-04-03', as_stated: 04/03/2024}\n"
        "- {role: adopted, value: '2024-04-05', as_stated: two days after 3 April 2024}\n"
    )

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, value, stated in wordings(entry.record):
            # Where the weekday is wrong too, that has been said, and one date is to be looked up.
            if contradicting_weekday(value, stated) is not None:
                continue
            if found := contradicting_date(value, stated):
                message = f"the source's wording gives {found.words}, but the date here is {value}"
                if (other := swapped(value)) and other in [reading.earliest for reading in found.readings]:
                    message += "; day and month may have changed places"
                yield Violation(pointer, message, help_for(pointer))
