"""What announcements tell of an instrument beside what they do to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..corpus.corpus import Corpus
from ..corpus.history import NOT_DONE
from ..corpus.ranking import held as right
from ..models import Announcement, Assertion, Measure, references
from .assertion_text import A, Point, apart, held, line, lines, points, remarks, speaker, spoken
from .disputes import competing
from .entity import within
from .labels import titled
from .page import Line


def numbers(id: str, announcements: Iterable[Announcement], corpus: Corpus) -> Iterator[Line]:
    """The quantities about the instrument."""
    for announcement in announcements:
        if any(each.about == id for each in announcement.quantities):
            points = held(announcement.quantities, corpus)
            yield from _told((each for each in points if each.assertion.about == id), announcement, corpus, of=id)


def statements(id: str, announcements: Iterable[Announcement], corpus: Corpus) -> Iterator[Line]:
    """The statements about the instrument. One without a day of its own is told in the announcement of a day."""
    for announcement in announcements:
        if any(each.about == id for each in announcement.statements):
            for point in held(announcement.statements, corpus):
                if point.assertion.about == id:
                    yield from lines(point, corpus, speaker(point.assertion, corpus), of=id)
                    yield within(announcement)


def relations(id: str, announcements: Iterable[Announcement], corpus: Corpus) -> Iterator[Line]:
    """The relations that lead to the instrument or go out from it."""
    for announcement in announcements:
        if any(id in (each.target, each.subject) for each in announcement.relations):
            for point in held(announcement.relations, corpus):
                if id in (point.assertion.target, point.assertion.subject):
                    subject = "" if point.assertion.subject else f"{titled(announcement)}: "
                    yield Line(line(point, corpus, whose=subject))
                    yield from remarks(point.assertion, corpus)
                    yield from [within(announcement)] if point.assertion.subject else []


def not_done(id: str, announcements: Iterable[Announcement], corpus: Corpus) -> Iterator[Line]:
    """The measures on the instrument that are denied, or only thought of."""
    for announcement in announcements:
        if any(each.instrument == id and each.modality in NOT_DONE for each in right(announcement.measures)):
            for point in held(announcement.measures, corpus):
                if point.assertion.instrument == id and point.assertion.modality in NOT_DONE:
                    yield from _told([point], announcement, corpus)
                    for attribute in held(point.assertion.attributes, corpus):
                        text, *more = lines(apart(attribute, point.assertion), corpus)
                        yield from (text._replace(text=f"- {text.text}"), *more)


def wrong(id: str, announcements: Iterable[Announcement], corpus: Corpus) -> Iterator[Line]:
    """What is told of the instrument and held to be wrong."""
    for announcement in announcements:
        for measure, given in competing(announcement):
            own = measure is not None and measure.instrument == id
            for point in _wrong(given, measure, corpus):
                if own or _names(point.assertion, id):
                    yield Line(f"{spoken(point.assertion, corpus)}{line(point, corpus)}")
                    yield from (*remarks(point.assertion, corpus), within(announcement))


def _wrong(given: Sequence[Assertion], measure: Measure | None, corpus: Corpus) -> Iterator[Point[Assertion]]:
    """The points of a list that are held to be wrong, or belong to a measure that is."""
    whole = measure is not None and measure.is_deprecated
    if whole or any(each.is_deprecated for each in given):
        for point in points(given, corpus):
            if whole or point.assertion.is_deprecated:
                yield apart(point, measure)


def _names(assertion: Assertion, id: str) -> bool:
    return any(reference.id == id for reference in references(assertion))


def _told(points: Iterable[Point[A]], announcement: Announcement, corpus: Corpus, *, of: str = "") -> Iterator[Line]:
    for point in points:
        yield from lines(point, corpus, of=of)
        yield within(announcement)
