"""What announcements report about an instrument, other than measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from ..corpus.corpus import Corpus
from ..corpus.history import is_denied_or_hypothetical
from ..models import Announcement, Assertion, Measure, Money, Quantity, Threshold, Vote, references
from .assertion_text import A, Assessed, assess, line, lines, not_deprecated, remarks, with_inherited
from .disputes import competing
from .entity import reported_in
from .labels import titled
from .page import Line
from .statement_text import speaker, speaker_prefix

_Values = Literal["quantities", "money", "votes", "thresholds"]


def values(field: _Values, id: str, announcements: Iterable[Announcement], corpus: Corpus) -> Iterator[Line]:
    """The values in one list of each announcement that are about the instrument."""
    for announcement in announcements:
        given: Sequence[Quantity | Money | Vote | Threshold] = getattr(announcement, field)
        if any(each.about == id for each in given):
            items = not_deprecated(given, corpus)
            yield from _lines((each for each in items if each.assertion.about == id), announcement, corpus, card_id=id)


def statements(id: str, announcements: Iterable[Announcement], corpus: Corpus) -> Iterator[Line]:
    """The statements about the instrument, each with its announcement."""
    for announcement in announcements:
        if any(each.about == id for each in announcement.statements):
            for item in not_deprecated(announcement.statements, corpus):
                if item.assertion.about == id:
                    yield from lines(item, corpus, speaker(item.assertion, corpus), card_id=id)
                    yield reported_in(announcement)


def relations(id: str, announcements: Iterable[Announcement], corpus: Corpus) -> Iterator[Line]:
    """The relations to or from the instrument."""
    for announcement in announcements:
        if any(id in (each.target, each.subject) for each in announcement.relations):
            for item in not_deprecated(announcement.relations, corpus):
                if id in (item.assertion.target, item.assertion.subject):
                    subject = "" if item.assertion.subject else f"{titled(announcement)}: "
                    yield Line(line(item, corpus, prefix=subject))
                    yield from remarks(item, corpus)
                    yield from [reported_in(announcement)] if item.assertion.subject else []


def not_done(id: str, announcements: Iterable[Announcement], corpus: Corpus) -> Iterator[Line]:
    """The measures on the instrument that are denied or hypothetical."""
    for announcement in announcements:
        if any(each.instrument == id and is_denied_or_hypothetical(each) for each in announcement.measures):
            for item in not_deprecated(announcement.measures, corpus):
                if item.assertion.instrument == id and is_denied_or_hypothetical(item.assertion):
                    yield from _lines([item], announcement, corpus)
                    for attribute in not_deprecated(item.assertion.attributes, corpus):
                        text, *more = lines(with_inherited(attribute, item.assertion), corpus)
                        yield from (text._replace(text=f"- {text.text}"), *more)


def deprecated(id: str, announcements: Iterable[Announcement], corpus: Corpus) -> Iterator[Line]:
    """The deprecated assertions about the instrument."""
    for announcement in announcements:
        for measure, given in competing(announcement):
            own = measure is not None and measure.instrument == id
            for item in _deprecated(given, measure, corpus):
                if own or _refers_to(item.assertion, id):
                    yield Line(f"{speaker_prefix(item.assertion, corpus)}{line(item, corpus)}")
                    yield from (*remarks(item, corpus), reported_in(announcement))


def _deprecated(given: Sequence[Assertion], measure: Measure | None, corpus: Corpus) -> Iterator[Assessed[Assertion]]:
    """The assertions of a list that are deprecated, or belong to a deprecated measure."""
    whole = measure is not None and measure.is_deprecated
    if whole or any(each.is_deprecated for each in given):
        for item in assess(given, corpus):
            if whole or item.assertion.is_deprecated:
                yield with_inherited(item, measure)


def _refers_to(assertion: Assertion, id: str) -> bool:
    return any(reference.id == id for reference in references(assertion))


def _lines(
    items: Iterable[Assessed[A]], announcement: Announcement, corpus: Corpus, *, card_id: str = ""
) -> Iterator[Line]:
    for item in items:
        yield from lines(item, corpus, card_id=card_id)
        yield reported_in(announcement)
