"""What announcements say of an instrument beside what they do to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..corpus.corpus import Corpus
from ..corpus.history import is_denied_or_hypothetical
from ..models import Announcement, Assertion, Measure, references
from .assertion_text import A, Point, apart, line, lines, not_deprecated, points, remarks, speaker, spoken
from .disputes import competing
from .entity import within
from .labels import titled
from .page import Line


def numbers(id: str, announcements: Iterable[Announcement], corpus: Corpus) -> Iterator[Line]:
    """The quantities about the instrument."""
    for announcement in announcements:
        if any(each.about == id for each in announcement.quantities):
            points = not_deprecated(announcement.quantities, corpus)
            yield from _lines((each for each in points if each.assertion.about == id), announcement, corpus, of=id)


def statements(id: str, announcements: Iterable[Announcement], corpus: Corpus) -> Iterator[Line]:
    """The statements about the instrument. One without a day of its own has that of its announcement."""
    for announcement in announcements:
        if any(each.about == id for each in announcement.statements):
            for point in not_deprecated(announcement.statements, corpus):
                if point.assertion.about == id:
                    yield from lines(point, corpus, speaker(point.assertion, corpus), of=id)
                    yield within(announcement)


def relations(id: str, announcements: Iterable[Announcement], corpus: Corpus) -> Iterator[Line]:
    """The relations that lead to the instrument or go out from it."""
    for announcement in announcements:
        if any(id in (each.target, each.subject) for each in announcement.relations):
            for point in not_deprecated(announcement.relations, corpus):
                if id in (point.assertion.target, point.assertion.subject):
                    subject = "" if point.assertion.subject else f"{titled(announcement)}: "
                    yield Line(line(point, corpus, whose=subject))
                    yield from remarks(point.assertion, corpus)
                    yield from [within(announcement)] if point.assertion.subject else []


def not_done(id: str, announcements: Iterable[Announcement], corpus: Corpus) -> Iterator[Line]:
    """The measures on the instrument that are denied or hypothetical."""
    for announcement in announcements:
        if any(each.instrument == id and is_denied_or_hypothetical(each) for each in announcement.measures):
            for point in not_deprecated(announcement.measures, corpus):
                if point.assertion.instrument == id and is_denied_or_hypothetical(point.assertion):
                    yield from _lines([point], announcement, corpus)
                    for attribute in not_deprecated(point.assertion.attributes, corpus):
                        text, *more = lines(apart(attribute, point.assertion), corpus)
                        yield from (text._replace(text=f"- {text.text}"), *more)


def deprecated(id: str, announcements: Iterable[Announcement], corpus: Corpus) -> Iterator[Line]:
    """What is said of the instrument and deprecated."""
    for announcement in announcements:
        for measure, given in competing(announcement):
            own = measure is not None and measure.instrument == id
            for point in _deprecated(given, measure, corpus):
                if own or _names(point.assertion, id):
                    yield Line(f"{spoken(point.assertion, corpus)}{line(point, corpus)}")
                    yield from (*remarks(point.assertion, corpus), within(announcement))


def _deprecated(given: Sequence[Assertion], measure: Measure | None, corpus: Corpus) -> Iterator[Point[Assertion]]:
    """The points of a list that are deprecated, or belong to a measure that is."""
    whole = measure is not None and measure.is_deprecated
    if whole or any(each.is_deprecated for each in given):
        for point in points(given, corpus):
            if whole or point.assertion.is_deprecated:
                yield apart(point, measure)


def _names(assertion: Assertion, id: str) -> bool:
    return any(reference.id == id for reference in references(assertion))


def _lines(points: Iterable[Point[A]], announcement: Announcement, corpus: Corpus, *, of: str = "") -> Iterator[Line]:
    for point in points:
        yield from lines(point, corpus, of=of)
        yield within(announcement)
