"""What sources tell differently, side by side, and what is held to be wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..codelists import Rank
from ..corpus.corpus import Corpus
from ..models import Announcement, Assertion, Measure
from .assertion_text import Point, apart, line, points, remarks, spoken
from .labels import name
from .page import Line

_RANKS = list(Rank)


class Competing(NamedTuple):
    """A list of assertions, within which values compete, and the measure that they belong to, if to any."""

    measure: Measure | None
    given: Sequence[Assertion]


def competing(announcement: Announcement) -> list[Competing]:
    """The lists of assertions of an announcement."""
    lists: list[Sequence[Assertion]] = [
        announcement.dates,
        announcement.roles,
        announcement.measures,
        announcement.statements,
        announcement.quantities,
        announcement.relations,
    ]
    attributes = [Competing(measure, measure.attributes) for measure in announcement.measures]
    return [*(Competing(None, given) for given in lists), *attributes]


def rivals(given: Sequence[Assertion], corpus: Corpus, measure: Measure | None = None) -> Iterator[Line]:
    """The values of each matter that contradict each other, the preferred first; none that is held to be wrong."""
    for group in _matters(given, corpus):
        right = [point for point in group if not _wrong(point, measure)]
        if not any(point.disputed for point in right):
            continue
        if question := group[0].assertion.question:
            yield Line(question)
        for point in sorted(right, key=lambda each: _RANKS.index(each.assertion.rank)):
            preferred = "preferred: " if point.assertion.is_preferred else ""
            yield Line(f"- {preferred}{_line(point, corpus, measure)}")


def refuted(given: Sequence[Assertion], corpus: Corpus, measure: Measure | None = None) -> Iterator[Line]:
    """What is held to be wrong, with the reason for that."""
    for point in points(given, corpus):
        if _wrong(point, measure):
            yield Line(_line(point, corpus, measure))
            yield from remarks(point.assertion, corpus)


def _wrong(point: Point[Assertion], measure: Measure | None) -> bool:
    return apart(point, measure).assertion.is_deprecated


def _line(point: Point[Assertion], corpus: Corpus, measure: Measure | None) -> str:
    whose = f"{name(measure.instrument, corpus)}: " if measure else ""
    return spoken(point.assertion, corpus) + line(apart(point, measure), corpus, "", whose=whose)


def _matters(given: Sequence[Assertion], corpus: Corpus) -> list[list[Point[Assertion]]]:
    """The points of a list by what they are about."""
    groups: dict[object, list[Point[Assertion]]] = defaultdict(list)
    for index, point in enumerate(points(given, corpus)):
        groups[point.assertion.matter or index].append(point)
    return list(groups.values())
