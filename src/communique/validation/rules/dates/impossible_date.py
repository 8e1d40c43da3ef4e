from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Advice, Change
from ....lazy import lazy_pattern
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....models import EdtfDate
    from ....text.pointer import Pointer
    from ...subject import Subject

_DAY = lazy_pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}")


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

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, name, place, text in subject.dates:
            if isinstance(text, models.EdtfDate) and (error := text.error) and not _is_kept(pointer, subject):
                yield _impossible((*pointer, name, *place), text, error)


def _is_kept(pointer: Pointer, subject: Subject) -> bool:
    """Whether the object is deprecated: then its date is there on purpose, because a source states it."""
    return any(where == pointer and each.is_deprecated for where, each in subject.of(models.Assertion))


def _impossible(pointer: Pointer, value: EdtfDate, error: str) -> Violation:
    help, advice = "check the date in the source", tuple[Advice, ...]()
    if _DAY.fullmatch(value):
        help += f", or write only the month, '{value[:7]}'"
        advice = (Advice(Change.VALUE, f"'{value[:7]}'"),)
    return Violation(pointer, f"impossible date {value}: {error}", help, advice=advice)
