from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import DateRole
from ....corpus.history import is_denied_or_hypothetical
from ....diagnostics.finding import Severity
from ...rule import RecordRule, Violation
from ._examples import record

if TYPE_CHECKING:
    from ....models import Announcement, Commitment, EdtfDate
    from ...subject import Subject

_PLAN = "instruments:\n- {id: plan, type: action_plan, name: {en: Plan}}\n"
_DATES = (
    "dates:\n- {role: announced, value: '2025-07-26'}\n- {role: deadline, scope: {instrument: plan}, value: '%s'}\n"
)
_DUE = "date: '2025-12-31'"


class DueContradictsDeadline(RecordRule):
    """Only the one commitment about an instrument is compared, with deadlines of this instrument as a whole."""

    code = "CQ805"
    name = "due-contradicts-deadline"
    severity = Severity.WARNING
    reason = "A deadline among the dates and the due day of the commitment about the same instrument are one day."
    fix = (
        "Correct the one that is wrong; if they are about different things, add the `part` to the `scope` of the date. "
        "If there are several commitments about the instrument, or several deadlines, nothing is compared."
    )
    bad = record(also=_PLAN + _DATES % "2025-10-31", due=_DUE, more="about: plan")
    good = record(also=_PLAN + _DATES % "2025-12-31", due=_DUE, more="about: plan")
    needs = ("due",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        record = subject.record
        if not isinstance(record, models.Announcement) or not record.commitments:
            return
        for index, commitment in _only_ones(record):
            deadlines = _deadlines(record, commitment.about)
            if len(deadlines) == 1 and (due := _due(commitment, record)) and _are_apart(due, deadlines[0]):
                message = f"due on {due}, but the deadline for {commitment.about} is {deadlines[0]}"
                help = "correct the one that is wrong; a deadline for something else needs a part in its scope"
                yield Violation(("commitments", index, "due"), message, help)


def _only_ones(record: Announcement) -> Iterator[tuple[int, Commitment]]:
    """The commitments with a due day that are the only ones about their instrument."""
    given = [(index, each) for index, each in enumerate(record.commitments) if each.about and not each.is_deprecated]
    about = [each.about for _, each in given]
    yield from ((index, each) for index, each in given if each.due and about.count(each.about) == 1)


def _deadlines(record: Announcement, instrument: str | None) -> list[EdtfDate]:
    found = [each for each in record.dates if each.role is DateRole.DEADLINE and each.scope and not each.scope.part]
    return [
        each.value
        for each in found
        if each.scope
        and each.scope.instrument == instrument
        and not each.is_deprecated
        and not is_denied_or_hypothetical(each)
    ]


def _due(commitment: Commitment, record: Announcement) -> EdtfDate | None:
    from ....corpus.ledger import due_day, needs_others
    from ._commitments import alone

    due = commitment.due
    return None if due is None or needs_others(due) else due_day(due, record.id, alone(record))


def _are_apart(one: EdtfDate, other: EdtfDate) -> bool:
    if one.qualifier or other.qualifier or one.error or other.error:
        return False
    return one.is_before(other) or other.is_before(one)
