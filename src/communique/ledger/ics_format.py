"""The ledger as a calendar: a whole-day event on the last day on which each commitment is in time (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from ..cards.assertion_text import with_modality
from ..cards.commitment_text import committed, details, due_on
from ..cards.commitments import outcome_line
from ..corpus.ledger import LedgerEntry, Status
from ..errors import CommuniqueError
from ..files.source_date import source_date
from ..text.escaping import escape
from ..text.inflection import counted
from ..version import __version__
from .format import Format, Ledger

if TYPE_CHECKING:
    from icalendar import Event

_LONGEST = 2000
_HOST = "communique"


class CalendarError(CommuniqueError):
    """The calendar cannot be written; the message says why."""


def render(ledger: Ledger) -> str:
    """The calendar, with the events in the order of their days. A commitment without a due day is not in it.

    Raises:
        CalendarError: icalendar is not installed.
        SourceDateError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    try:
        from icalendar import Calendar
    except ImportError as error:
        raise CalendarError("a calendar needs icalendar: pip install 'communique[calendar]'") from error
    calendar = Calendar()
    calendar.add("prodid", f"-//communique//communique {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Commitments")
    stamp = source_date() or datetime.now(UTC).replace(microsecond=0)
    for entry in ledger.entries:
        if day := _day(entry):
            calendar.add_component(_event(entry, day, stamp, ledger))
    content: bytes = calendar.to_ical()
    return content.decode()


def left_out(ledger: Ledger) -> str:
    """How many commitments are not in the calendar, and why; empty if all are."""
    without = sum(_day(entry) is None for entry in ledger.entries)
    whole = counted(len(ledger.entries), "commitment")
    return f"left out of the calendar: {without} of {whole}, as no due day is known" if without else ""


def _day(entry: LedgerEntry) -> date | None:
    """The last day that is in time."""
    day = entry.due.latest if entry.due else None
    return day if day and day < date.max else None


def _event(entry: LedgerEntry, day: date, stamp: datetime, ledger: Ledger) -> Event:
    from icalendar import Event

    commitment, corpus = entry.commitment, ledger.corpus
    event = Event()
    event.add("uid", f"{entry.announcement.id}.{commitment.id}@{_HOST}")
    event.add("dtstamp", stamp)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", _safe(f"{_heading(entry)}: {with_modality(commitment, committed(commitment, corpus))}"))
    lines = [*details(commitment, corpus), f"due day: {due_on(entry.due)}", f"{entry.status} (as of {ledger.on})"]
    lines += [outcome_line(entry, each, corpus) for each in entry.outcomes]
    event.add("description", "\n".join(_safe(line) for line in [*lines, entry.id]))
    event.add("categories", [str(commitment.kind)])
    event.add("transp", "TRANSPARENT")
    return event


def _safe(text: str) -> str:
    """The text escaped; where a long line is folded, no command of a CI system begins either."""
    return escape(text, _LONGEST).replace("::", ": :")


def _heading(entry: LedgerEntry) -> str:
    return "Ended" if entry.status is Status.ENDED else "Due"


FORMAT = Format("ics", render, left_out)
