"""The ledger: commitments with their due days, and what came of them by a given day."""

from .due_days import Calendar, Days, due_day, needs_others
from .ledger import LedgerEntry, Status, ledger
from .outcomes import Compared, Reported, across_records, compared, contradicted

__all__ = [
    "Calendar",
    "Compared",
    "Days",
    "LedgerEntry",
    "Reported",
    "Status",
    "across_records",
    "compared",
    "contradicted",
    "due_day",
    "ledger",
    "needs_others",
]
