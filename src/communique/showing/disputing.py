"""What sources tell differently, side by side, and what is held to be wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..corpus import Corpus
from ..models import Announcement, Assertion, Measure
from ..models.codelists import Rank
from .page import Line
from .saying import Point, apart, line, points, remarks, spoken
from .words import name

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
    """The values of each matter of which sources differ, the preferred first and those held to be wrong last."""
    for group in _matters(given, corpus):
        if not _differ(group):
            continue
        if question := group[0].assertion.question:
            yield Line(question)
        for point in sorted(group, key=lambda each: _RANKS.index(each.assertion.rank)):
            preferred = "* " if point.assertion.rank is Rank.PREFERRED else "- "
            yield Line(f"{preferred}{_line(point, corpus, measure, '')}")
            if point.assertion.rank is Rank.DEPRECATED:
                yield from _without_question(point, corpus)


def refuted(given: Sequence[Assertion], corpus: Corpus, measure: Measure | None = None) -> Iterator[Line]:
    """What is held to be wrong, where there is no other value beside which it could be set."""
    for group in _matters(given, corpus):
        for point in group:
            if point.assertion.rank is Rank.DEPRECATED and not _differ(group):
                yield Line(_line(point, corpus, measure))
                yield from remarks(point.assertion, corpus)


def _line(point: Point[Assertion], corpus: Corpus, measure: Measure | None, dispute: str = "disputed") -> str:
    whose = f"{name(measure.instrument, corpus)}: " if measure else ""
    return spoken(point.assertion, corpus) + line(apart(point, measure), corpus, dispute, whose=whose)


def _matters(given: Sequence[Assertion], corpus: Corpus) -> list[list[Point[Assertion]]]:
    """The points of a list by what they are about."""
    groups: dict[object, list[Point[Assertion]]] = defaultdict(list)
    for index, point in enumerate(points(given, corpus)):
        groups[point.assertion.matter or index].append(point)
    return list(groups.values())


def _differ(group: Sequence[Point[Assertion]]) -> bool:
    """Whether sources differ on a matter: values that compete, or one that is held to be wrong beside one that is not.

    Several names of one thing are no dispute.
    """
    wrong = [point.assertion.rank is Rank.DEPRECATED for point in group]
    asked = len(group) > 1 and group[0].assertion.question is not None
    return asked or any(point.disputed for point in group) or (any(wrong) and not all(wrong))


def _without_question(point: Point[Assertion], corpus: Corpus) -> Iterator[Line]:
    """Remarks under the heading of the question."""
    yield from remarks(point.assertion.model_copy(update={"question": None}), corpus)
