"""The ledger: commitments with their due days, and what came of them by a given day."""

from .due_days import Calendar, Days, due_day, needs_others
from .ledger import LedgerEntry, Status, ledger
from .outcomes import (
    Compared,
    OutcomePlace,
    Reported,
    Reporting,
    across_records,
    compared,
    contradicted,
    disputed_across,
    disputed_outcomes,
    reporting,
)

__all__ = [
    "Calendar",
    "Compared",
    "Days",
    "LedgerEntry",
    "OutcomePlace",
    "Reported",
    "Reporting",
    "Status",
    "across_records",
    "compared",
    "contradicted",
    "disputed_across",
    "disputed_outcomes",
    "due_day",
    "ledger",
    "needs_others",
    "reporting",
]
