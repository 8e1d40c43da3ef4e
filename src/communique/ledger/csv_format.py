"""The ledger as CSV: a line for each commitment."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ..corpus.ledger import LedgerEntry
from ..models import main_text
from ..text.escaping import escape
from .format import Format, Ledger

_LONGEST = 4000


def render(ledger: Ledger) -> str:
    """A header and a line for each commitment; several values of one cell are parted by semicolons."""
    rows = [dict(_cells(each)) for each in ledger.entries]
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


COLUMNS = (
    *("commitment", "status", "due_day", "due_day_earliest", "due_day_latest", "kind", "modality", "by", "to"),
    *("text", "about", "as_stated", "outcome", "outcome_date", "days_late", "reported_in", "is_disputed"),
)


def _cells(entry: LedgerEntry) -> Iterator[tuple[str, object]]:
    commitment, due = entry.commitment, entry.due
    yield "commitment", entry.id
    yield "status", entry.status
    yield "due_day", due
    yield "due_day_earliest", due and due.earliest
    yield "due_day_latest", due and due.latest
    yield "kind", commitment.kind
    yield "modality", commitment.modality
    yield "by", "; ".join(commitment.by)
    yield "to", "; ".join(commitment.to)
    yield "text", escape(main_text(commitment.text), _LONGEST)
    yield "about", commitment.about
    yield "as_stated", escape(commitment.as_stated or "", _LONGEST)
    outcomes = entry.final
    late = [entry.days_late(each.outcome) for each in outcomes]
    yield "outcome", "; ".join(each.outcome.state for each in outcomes)
    yield "outcome_date", "; ".join(each.outcome.date or "" for each in outcomes)
    yield "days_late", "; ".join("" if days is None else str(days) for days in late)
    yield "reported_in", "; ".join(each.announcement.id for each in outcomes)
    yield "is_disputed", "TRUE" if entry.disputed else "FALSE"


FORMAT = Format("csv", render)
