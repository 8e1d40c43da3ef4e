"""Commitments on cards: each with its due day, and with what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ..corpus.corpus import Corpus
from ..corpus.ledger import LedgerEntry, Reported, Status, compared, due_day
from ..models import Announcement, EdtfDate, commitment_parts, main_text
from .assertion_text import assess, lines, marks, not_deprecated, remarks
from .commitment_text import came_of, due_on, lateness
from .entity import reported_in
from .labels import compared_with_today, id_and_status, listed
from .page import Line

_DISPUTED = "disputed, see below"


def of_announcement(announcement: Announcement, corpus: Corpus, today: date, *, only: str = "") -> Iterator[Line]:
    """The commitments of an announcement that are not deprecated, with outcomes from all announcements.

    With ``only``, it is the one with this id, even if it is deprecated.
    """
    if not announcement.commitments:
        return
    entries = {entry.id: entry for entry in corpus.ledger(today)}
    for item in assess(announcement.commitments, corpus):
        if item.assertion.id != only if only else item.assertion.is_deprecated:
            continue
        yield from lines(item, corpus, item.assertion.id, _DISPUTED)
        entry = entries.get(f"{announcement.id}#{item.assertion.id}")
        due = due_day(item.assertion.due, announcement.id, corpus.calendar)
        yield from _due(due, today, is_ended=bool(entry and entry.final))
        yield from _outcomes(entry, corpus) if entry else ()


def entry_of(announcement: Announcement, id: str, corpus: Corpus, today: date) -> LedgerEntry | None:
    """The commitment of the announcement that has this id in it, with what came of it; None if it is deprecated."""
    whole = f"{announcement.id}#{id}"
    return next((entry for entry in corpus.ledger(today) if entry.id == whole), None)


def outcomes_in(announcement: Announcement, corpus: Corpus, today: date) -> Iterator[Line]:
    """The outcomes that an announcement reports, of its own commitments and of those of others."""
    every = compared(corpus.announcements.values(), today) if announcement.outcomes else {}
    for item in not_deprecated(announcement.outcomes, corpus):
        outcome = item.assertion
        reports = every.get(outcome.commitment, ())
        is_disputed = any(each.disputed for each in reports if each.outcome is outcome)
        against = _see(reports, announcement) if is_disputed and not item.disputed else _DISPUTED
        yield from lines(item._replace(disputed=item.disputed or is_disputed), corpus, dispute=against)
        of, local = commitment_parts(outcome.commitment)
        made = corpus.announcements.get(of)
        for each in made.commitments if made else ():
            if each.id == local:
                yield Line(f"the commitment: {main_text(each.text)}", depth=1)


def _see(reports: Iterable[Reported], announcement: Announcement) -> str:
    others = dict.fromkeys(each.announcement.id for each in reports if each.announcement is not announcement)
    return "disputed" + listed(", see ", *others)


def of_actor(id: str, corpus: Corpus, today: date) -> Iterator[Line]:
    """The commitments that the actor has to keep, and those for it."""
    entries = [entry for entry in corpus.ledger(today) if id in entry.commitment.by or id in entry.commitment.to]
    return _entries(entries, corpus, id)


def about(id: str, corpus: Corpus, today: date) -> Iterator[Line]:
    """The commitments about the instrument."""
    return _entries((entry for entry in corpus.ledger(today) if entry.commitment.about == id), corpus, id)


def _entries(entries: Iterable[LedgerEntry], corpus: Corpus, card_id: str) -> Iterator[Line]:
    for entry in entries:
        for item in not_deprecated(entry.announcement.commitments, corpus):
            if item.assertion.id == entry.commitment.id:
                yield from lines(item, corpus, due_on(entry.due), card_id=card_id)
        if entry.status is Status.OVERDUE:
            yield Line("the due day has passed, and no record says what came of it", depth=1)
        yield from _outcomes(entry, corpus)
        yield reported_in(entry.announcement)


def _due(due: EdtfDate | None, today: date, *, is_ended: bool) -> Iterator[Line]:
    """The due day; if nothing is known to have come of it, compared with today."""
    if due:
        timing = "" if is_ended or due.qualifier else compared_with_today(due, today)
        yield Line(f"due day: {due_on(due)}" + listed(", ", timing), depth=1)


def _outcomes(entry: LedgerEntry, corpus: Corpus) -> Iterator[Line]:
    for each in entry.outcomes:
        yield Line(outcome_line(entry, each, corpus), depth=1)
        for item in assess(each.announcement.outcomes, corpus):
            if item.assertion is each.outcome:
                yield from (line._replace(depth=2) for line in remarks(item, corpus))


def outcome_line(entry: LedgerEntry, reported: Reported, corpus: Corpus) -> str:
    """An outcome, how late it was, and the announcement that reports it if it is another one."""
    outcome, announcement = reported.outcome, reported.announcement
    source = "" if announcement.id == entry.announcement.id else f"in {id_and_status(announcement)}"
    text = came_of(outcome, corpus) + listed(", ", lateness(entry, outcome), source)
    return text + marks(outcome, "disputed" if reported.disputed else "")
