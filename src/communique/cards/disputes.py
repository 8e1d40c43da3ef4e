"""Contradicting values side by side, and deprecated values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..codelists import Rank
from ..corpus.corpus import Corpus
from ..models import (
    Announcement,
    Assertion,
    Attribute,
    Commitment,
    Date,
    Measure,
    Money,
    OccasionDate,
    OtherName,
    Outcome,
    Quantity,
    Relation,
    Role,
    Statement,
    Threshold,
    Vote,
)
from .assertion_text import Assessed, assess, line, remarks, with_inherited
from .labels import name
from .page import Line
from .statement_text import speaker_prefix

_RANKS = list(Rank)
_HEADINGS: dict[type[Assertion], str] = {
    Date: "When",
    OccasionDate: "When",
    Role: "Who",
    Measure: "Measures",
    Attribute: "Properties",
    Statement: "Statements",
    Quantity: "Numbers",
    Money: "Money",
    Vote: "Votes",
    Threshold: "Thresholds",
    Relation: "Relations",
    Commitment: "Commitments",
    Outcome: "Outcomes",
    OtherName: "Names",
}
"""What values compete about if they answer no question. Without it, they would seem to answer the question before."""


class Competing(NamedTuple):
    """A list of assertions, within which values compete, and the measure that they belong to, if any."""

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
        announcement.money,
        announcement.votes,
        announcement.thresholds,
        announcement.relations,
        announcement.commitments,
        announcement.outcomes,
    ]
    attributes = [Competing(measure, measure.attributes) for measure in announcement.measures]
    return [*(Competing(None, given) for given in lists), *attributes]


def conflicting(given: Sequence[Assertion], corpus: Corpus, measure: Measure | None = None) -> Iterator[Line]:
    """The values of each matter that contradict each other: the preferred one first, no deprecated one."""
    for group in _matters(given, corpus):
        remaining = [item for item in group if not _is_deprecated(item, measure)]
        if not any(item.disputed for item in remaining):
            continue
        yield Line(group[0].assertion.question or _HEADINGS[type(group[0].assertion)])
        for item in sorted(remaining, key=lambda each: _RANKS.index(each.assertion.rank)):
            preferred = "preferred: " if item.assertion.is_preferred else ""
            yield Line(f"- {preferred}{_line(item, corpus, measure)}")


def deprecated(given: Sequence[Assertion], corpus: Corpus, measure: Measure | None = None) -> Iterator[Line]:
    """The deprecated values, with their notes."""
    for item in assess(given, corpus):
        if _is_deprecated(item, measure):
            yield Line(_line(item, corpus, measure))
            yield from remarks(item, corpus)


def _is_deprecated(item: Assessed[Assertion], measure: Measure | None) -> bool:
    return with_inherited(item, measure).assertion.is_deprecated


def _line(item: Assessed[Assertion], corpus: Corpus, measure: Measure | None) -> str:
    prefix = f"{name(measure.instrument, corpus)}: " if measure else ""
    return speaker_prefix(item.assertion, corpus) + line(with_inherited(item, measure), corpus, "", prefix=prefix)


def _matters(given: Sequence[Assertion], corpus: Corpus) -> list[list[Assessed[Assertion]]]:
    """The assertions of a list, grouped by matter."""
    groups: dict[object, list[Assessed[Assertion]]] = defaultdict(list)
    for index, item in enumerate(assess(given, corpus)):
        groups[item.assertion.matter or index].append(item)
    return list(groups.values())
