"""The ledger as JSON: commitments and outcomes as in the records, with what is computed for the day."""

from __future__ import annotations

import json
from typing import Any

from ..corpus.ledger import LedgerEntry, Reported
from ..models.plain_data import plain_data
from ..text.escaping import break_commands
from .format import Format, Ledger


def render(ledger: Ledger) -> str:
    """One object with the day, the commitments, and how many were made only later.

    It is in ASCII, so that no text of a record reaches a terminal or a log raw.
    """
    entries = [*map(_entry, ledger.entries)]
    whole = {"on": str(ledger.on), "not_made_yet": ledger.not_made, "commitments": entries}
    return break_commands(json.dumps(whole, indent=2), "\\u0023") + "\n"


def _entry(entry: LedgerEntry) -> dict[str, Any]:
    due = entry.due
    return {
        "commitment": entry.id,
        "announcement": entry.announcement.id,
        **{name: value for name, value in plain_data(entry.commitment).items() if name != "id"},
        "due_day": due and str(due),
        "due_day_earliest": due and due.earliest and str(due.earliest),
        "due_day_latest": due and due.latest and str(due.latest),
        "status": str(entry.status),
        "is_disputed": entry.disputed,
        "outcomes": [_outcome(entry, each) for each in entry.outcomes],
    }


def _outcome(entry: LedgerEntry, reported: Reported) -> dict[str, Any]:
    return {
        **{name: value for name, value in plain_data(reported.outcome).items() if name != "commitment"},
        "reported_in": reported.announcement.id,
        "days_late": entry.days_late(reported.outcome),
        "is_disputed": reported.disputed,
    }


FORMAT = Format("json", render)
