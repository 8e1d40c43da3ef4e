from __future__ import annotations

from collections.abc import Iterator

from ....codelists import DateRole
from ....corpus.corpus import Entry
from ....corpus.date_order import is_surely_after
from ....corpus.history import is_fact
from ....diagnostics.finding import Severity
from ....models import Announcement, EdtfDate
from ....text.pointer import Pointer
from ...rule import Context, RecordRule, Violation

# Roles of dates in the past. Dates of the other roles may be in the future.
_HAPPENED = frozenset(DateRole) - {
    DateRole.ENTRY_INTO_FORCE,
    DateRole.APPLIES_FROM,
    DateRole.DEADLINE,
    DateRole.SCHEDULED,
}
_REVISED = "revisions:\n- {date: '2025-07-30', change: created, by: curators, reason: First encoding.}\n"


class FutureDateNotScheduled(RecordRule):
    code = "CQ407"
    name = "future-date-not-scheduled"
    severity = Severity.WARNING
    reason = "A date that was in the future when the record was last revised is a plan, and plans may change."
    fix = (
        "Use the role `scheduled`, or in a measure another `modality`. If the day has passed since, check whether it "
        "happened, and add a revision."
    )
    bad = _REVISED + "dates:\n- {role: held, value: '2025-09-25'}\n"
    good = _REVISED + "dates:\n- {role: scheduled, value: '2025-09-25'}\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        if not isinstance(entry.record, Announcement):
            return
        revised = max((each.date.latest for each in entry.record.revisions if each.date.latest), default=None)
        # A revision in the future is another rule's finding, and is not used as the last revision.
        is_known = revised is not None and revised <= context.today
        last = revised if revised and is_known else context.today
        since = f"the record was last revised on {last}" if is_known else f"today is {last}"
        for pointer, what, value, help in _facts(entry.record):
            if is_surely_after(value, last):
                help += "; if it has happened since, add a revision" if is_known else ""
                yield Violation(pointer, f"{what} on {value} is stated as a fact, but {since}", help)


def _facts(record: Announcement) -> Iterator[tuple[Pointer, str, EdtfDate, str]]:
    """The dates that are stated as facts: the pointer, what happened, the date, and the help if it is in the future."""
    for index, date in enumerate(record.dates):
        if date.role in _HAPPENED and is_fact(date) and not date.is_deprecated:
            yield ("dates", index, "value"), date.role, date.value, "if it is planned, use the role scheduled"
    for index, measure in enumerate(record.measures):
        if measure.date and is_fact(measure) and not measure.is_deprecated:
            help = "if it is planned, change the modality, and give the current stage"
            yield ("measures", index, "date"), measure.action, measure.date, help
    for index, statement in enumerate(record.statements):
        if statement.date and not statement.is_deprecated:
            yield ("statements", index, "date"), "the statement", statement.date, "check when it was made"
