"""The ledger as text: what is overdue, what is open, and what has ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..cards.assertion_text import with_modality
from ..cards.commitment_text import details, due_on
from ..cards.commitments import outcome_line
from ..cards.labels import code, listed, names
from ..cards.page import Line, Page
from ..corpus.corpus import Corpus
from ..corpus.ledger import LedgerEntry, Status
from ..models import main_text
from ..text.inflection import counted
from .format import Format, Ledger

_MEANINGS = {
    Status.OVERDUE: "the due day has passed, and no record says what came of it",
    Status.OPEN: "not ended, and not overdue for certain",
    Status.ENDED: "with what came of it",
}


def render(ledger: Ledger) -> str:
    """How many commitments there are, and a section for each status."""
    page = Page(ledger.width)
    counts = [(status, [each for each in ledger.entries if each.status is status]) for status in Status]
    given = [f"{len(entries)} {status}" for status, entries in counts if entries]
    given += [f"{ledger.not_made} not made by that day"] if ledger.not_made else []
    page.title(f"{counted(len(ledger.entries), 'commitment')} on {ledger.on}", ", ".join(given) or "none")
    for status, entries in counts:
        heading = f"{str(status).capitalize()} ({len(entries)}): {_MEANINGS[status]}"
        page.section(heading, [line for each in entries for line in _lines(each, ledger.on, ledger.corpus)])
    return page.text()


def _lines(entry: LedgerEntry, on: date, corpus: Corpus) -> Iterator[Line]:
    commitment = entry.commitment
    yield Line(with_modality(commitment, main_text(commitment.text)), due_on(entry.due))
    by = listed(" of ", names(commitment.by, corpus)) or ", of whom is not known"
    yield Line("; ".join([f"{code(commitment.kind)}{by}{_distance(entry, on)}", *details(commitment, corpus)]), depth=1)
    yield from (Line(outcome_line(entry, each, corpus), depth=1) for each in entry.outcomes)
    yield Line(entry.id + (" (disputed)" if entry.disputed else ""), depth=1)


def _distance(entry: LedgerEntry, on: date) -> str:
    """How long ago the due day was, or how long it is still to come, if it has not ended."""
    due = entry.due if entry.due and not entry.due.qualifier else None
    if due is None or due.latest is None or entry.status is Status.ENDED:
        return ""
    days = (due.latest - on).days
    is_interval = due.precision == "interval"
    if days >= 0:
        return f", {'at most ' if is_interval else ''}{counted(days, 'day')} left"
    overdue = f", {'at least ' if is_interval else ''}{counted(-days, 'day')} overdue"
    return overdue if entry.status is Status.OVERDUE else ""


FORMAT = Format("text", render)
