"""What sources state differently, side by side, and what is deprecated."""

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


def conflicting(given: Sequence[Assertion], corpus: Corpus, measure: Measure | None = None) -> Iterator[Line]:
    """The values of each matter that contradict each other, the preferred first; none that is deprecated."""
    for group in _matters(given, corpus):
        standing = [point for point in group if not _is_deprecated(point, measure)]
        if not any(point.disputed for point in standing):
            continue
        if question := group[0].assertion.question:
            yield Line(question)
        for point in sorted(standing, key=lambda each: _RANKS.index(each.assertion.rank)):
            preferred = "preferred: " if point.assertion.is_preferred else ""
            yield Line(f"- {preferred}{_line(point, corpus, measure)}")


def deprecated(given: Sequence[Assertion], corpus: Corpus, measure: Measure | None = None) -> Iterator[Line]:
    """What is deprecated, with the reason for that."""
    for point in points(given, corpus):
        if _is_deprecated(point, measure):
            yield Line(_line(point, corpus, measure))
            yield from remarks(point.assertion, corpus)


def _is_deprecated(point: Point[Assertion], measure: Measure | None) -> bool:
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
