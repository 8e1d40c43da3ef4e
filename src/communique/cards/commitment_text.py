"""Commitments and outcomes as text."""

from __future__ import annotations

from collections.abc import Iterator

from ..corpus.corpus import Corpus
from ..corpus.ledger import LedgerEntry
from ..corpus.outcome_comparison import BEGIN_ON_THEIR_DATE
from ..models import After, Commitment, Due, EdtfDate, Outcome, main_text
from ..text.inflection import counted
from .date_text import day_text, when
from .labels import code, coding, duration, listed, name, names, others

_EXACT = ("day", "time", "interval")
"""With any other precision, a due day is the last day of what is named."""


def content(given: Commitment | Outcome, corpus: Corpus) -> str:
    """A commitment or an outcome, without what all assertions have."""
    if isinstance(given, Outcome):
        return f"{given.commitment}: {came_of(given, corpus)}"
    return committed(given, corpus)


def committed(commitment: Commitment, corpus: Corpus) -> str:
    """With which right it is expected of whom, and what. All of them are named, on the card of one of them too."""
    return f"{code(commitment.kind)}{listed(' of ', names(commitment.by, corpus))}: {main_text(commitment.text)}"


def details(commitment: Commitment, corpus: Corpus, card_id: str = "") -> Iterator[str]:
    """For whom and about what it is, and until when."""
    if commitment.to:
        yield f"for {names(commitment.to, corpus)}"
    if commitment.about and commitment.about != card_id:
        yield f"about {name(commitment.about, corpus)}"
    if commitment.due:
        yield period(commitment.due, corpus)
    if commitment.as_stated:
        yield f"stated as “{commitment.as_stated}”"


def period(due: Due, corpus: Corpus) -> str:
    """Until when it is to be done, as the record says it.

    >>> from communique.corpus.corpus import Corpus
    >>> period(Due.model_validate({"within": "P180D", "after": {"date_role": "signed"}}), Corpus(()))
    'due within 180 days after “signed”'
    """
    parts = [
        _by(due.date) if due.date else "",
        f"before {name(due.before, corpus)}" if due.before else "",
        f"within {duration(due.within)}" if due.within else "",
        _start(due.after, corpus) if due.after else "",
    ]
    return " ".join(["due", *filter(None, parts)]) + listed(", ", *others(due, corpus))


def _by(value: EdtfDate) -> str:
    return day_text(value, "by") if value.precision in _EXACT else f"by the {due_on(value)}"


def _start(after: After, corpus: Corpus) -> str:
    role = f"“{code(after.date_role)}”" if after.date_role else ""
    of = [name(each, corpus) for each in (after.instrument, after.announcement) if each]
    day = day_text(after.date) if after.date else ""
    start = f"{role}{' of ' if role and of else ''}{' in '.join(of)}" or name(after.occasion, corpus) or day
    return f"after {start}" + listed(", ", *others(after, corpus))


def came_of(outcome: Outcome, corpus: Corpus) -> str:
    """What came of a commitment, when, for whom, and who assesses it with which score."""
    interim = "interim: " if outcome.interim else ""
    on = when(outcome.date, "on" if outcome.state in BEGIN_ON_THEIR_DATE else "as of")
    score = f": {outcome.score}" if outcome.score is not None else ""
    assessor = f"assessed by {name(outcome.assessor, corpus)}{score}" if outcome.assessor else ""
    by = listed("for ", names(outcome.by, corpus))
    codings = [coding(each) for each in outcome.codings]
    return f"{interim}{code(outcome.state)}{' ' if outcome.date else ', '}{on}" + listed(", ", by, assessor, *codings)


def lateness(entry: LedgerEntry, outcome: Outcome) -> str:
    """How long after the due day it was done; empty if it was not, or that is not certain.

    It is computed. A record only says whether it was late.
    """
    days = entry.days_late(outcome)
    return f"{counted(days, 'day')} after the due day" if days and days > 0 else ""


def due_on(due: EdtfDate | None) -> str:
    """The due day, or the days between which it is."""
    if due is None:
        return "no day known"
    return day_text(due) if due.precision in _EXACT else f"end of {day_text(due)}"
