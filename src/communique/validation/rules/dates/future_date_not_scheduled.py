from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....codelists import DateRole
from ....corpus.history import is_fact
from ....diagnostics.finding import Severity
from ...aspect import Aspect
from ...rule import CorpusRule, Violation

if TYPE_CHECKING:
    from ....models import Announcement
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary

# Roles of dates in the past. Dates of the other roles may be in the future.
_HAPPENED = frozenset(DateRole) - {
    DateRole.ENTRY_INTO_FORCE,
    DateRole.APPLIES_FROM,
    DateRole.DEADLINE,
    DateRole.SCHEDULED,
}
_REVISED = "revisions:\n- {date: '2025-07-30', change: created, by: curators, reason: First encoding.}\n"
_DAY = len("2025-07-30")
_FIELDS = {"dates": "value", "measures": "date", "statements": "date", "outcomes": "date"}
_HELP = {
    "dates": "if it is planned, use the role scheduled",
    "measures": "if it is planned, change the modality, and give the current stage",
    "statements": "check when it was made",
    "outcomes": "an outcome is what has happened; leave it out until it has",
}


class _Stated(NamedTuple):
    """The day of the last revision, and the dates that are stated as facts.

    Of each date: its list in the record, the index in it, what happened, and the date. ``last`` is the greatest of them
    as a text: none is later, up to the rest of its own period.
    """

    revised: str | None
    last: str
    dates: tuple[tuple[str, int, str, str], ...]


def _stated(subject: Subject) -> Iterator[tuple[str, _Stated]]:
    record = subject.record
    if not isinstance(record, models.Announcement):
        return
    if dates := tuple(_facts(record)):
        revised = max((day.isoformat() for each in record.revisions if (day := each.date.latest)), default=None)
        last = max([value.partition("/")[0] for _, _, _, value in dates])[:_DAY]
        yield "", _Stated(revised, last, dates)


def _facts(record: Announcement) -> Iterator[tuple[str, int, str, str]]:
    for index, each in enumerate(record.dates):
        if each.role in _HAPPENED and is_fact(each) and not each.is_deprecated:
            yield "dates", index, str(each.role), str(each.value)
    for index, measure in enumerate(record.measures):
        if measure.date and is_fact(measure) and not measure.is_deprecated:
            yield "measures", index, str(measure.action), str(measure.date)
    for index, statement in enumerate(record.statements):
        if statement.date and not statement.is_deprecated:
            yield "statements", index, "the statement", str(statement.date)
    for index, outcome in enumerate(record.outcomes):
        if outcome.date and not outcome.is_deprecated:
            yield "outcomes", index, str(outcome.state), str(outcome.date)


_STATED = Aspect("stated-as-fact", _Stated, _stated, shared=False)


class FutureDateNotScheduled(CorpusRule):
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
    aspects = (_STATED,)
    looks_beyond = False

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        stated = own.first(_STATED)
        if stated is None:
            return
        # A revision in the future is another rule's finding, and is not used as the last revision.
        today = context.today.isoformat()
        is_known = stated.revised is not None and stated.revised <= today
        last = stated.revised if stated.revised and is_known else today
        # As texts, EDTF dates that begin after a day are greater than the day.
        if stated.last > last:
            since = f"the record was last revised on {last}" if is_known else f"today is {last}"
            more = "; if it has happened since, add a revision" if is_known else ""
            yield from _later(stated, date.fromisoformat(last), since, more)


def _later(stated: _Stated, last: date, since: str, more: str) -> Iterator[Violation]:
    from ....corpus.date_order import is_surely_after

    for name, index, what, value in stated.dates:
        if is_surely_after(models.EdtfDate(value), last):
            message = f"{what} on {value} is stated as a fact, but {since}"
            yield Violation((name, index, _FIELDS[name]), message, _HELP[name] + more)
