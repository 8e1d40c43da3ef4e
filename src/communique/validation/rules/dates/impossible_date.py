from __future__ import annotations

import re
from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....diagnostics.finding import Advice, Change
from ....models import Assertion, EdtfDate, walk
from ...rule import Context, RecordRule, Violation

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class ImpossibleDate(RecordRule):
    code = "CQ401"
    name = "impossible-date"
    reason = "A day that does not exist in the calendar is an error of the record or of its source."
    fix = (
        "Check the date in the source; leave out the part that is not certain (2025-02). If the source itself states "
        "this date, keep it with `rank: deprecated` and a note."
    )
    bad = "dates:\n- {role: announced, value: '2025-02-29'}\n"
    good = "dates:\n- {role: announced, value: '2024-02-29'}\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if isinstance(model, Assertion) and model.is_deprecated:
                continue  # kept on purpose: a source states it
            for name in type(model).model_fields:
                value = getattr(model, name)
                if isinstance(value, EdtfDate) and value.error:
                    help, advice = "check the date in the source", tuple[Advice, ...]()
                    if _DAY.fullmatch(value):
                        help += f", or write only the month, '{value[:7]}'"
                        advice = (Advice(Change.VALUE, f"'{value[:7]}'"),)
                    yield Violation((*pointer, name), f"impossible date {value}: {value.error}", help, advice=advice)
