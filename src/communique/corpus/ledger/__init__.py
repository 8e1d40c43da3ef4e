"""The ledger: commitments with their due days, and what came of them by a given day."""

from .due_days import Calendar, Days, due_day, needs_others
from .ledger import LedgerEntry, Reported, Status, ledger

__all__ = ["Calendar", "Days", "LedgerEntry", "Reported", "Status", "due_day", "ledger", "needs_others"]
