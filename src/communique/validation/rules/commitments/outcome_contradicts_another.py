from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ....corpus.ledger import Compared, across_records, contradicted
from ....diagnostics.finding import Severity
from ...rule import CorpusRule, Place, Violation
from ._commitments import ENDED

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary
    from ._commitments import Ended

_HELP = (
    "correct the wrong one, or prefer one by its rank; if it is not settled, set the confidence of one to disputed, or "
    "explain each in a note"
)


class _Report(NamedTuple):
    """An outcome of a commitment, and the path of its record."""

    ended: Ended
    path: str
    record: str
    compared: Compared

    @property
    def place(self) -> Place:
        return Place(self.path, ("outcomes", self.ended.place))

    @property
    def order(self) -> tuple[str, str]:
        return self.ended.day or "", self.path

    def __str__(self) -> str:
        return f"{self.ended.state} on {self.ended.date}" if self.ended.date else self.ended.state


class OutcomeContradictsAnother(CorpusRule):
    """Outcomes in one record are left to the rule about conflicts there. What is found is said in the later record."""

    code = "CQ808"
    name = "outcome-contradicts-another"
    severity = Severity.WARNING
    reason = "What came of a commitment is in the ledger as one list; if two records differ, readers need to know why."
    fix = (
        "Correct the one that is wrong. Otherwise prefer one (`rank`), set `confidence: disputed`, or explain each in "
        "a note. If the state changed, the `date` of each shows it: `partly_met` or `missed` of an earlier day is a "
        "development. If both are right at the same time, write both in one record, with `compatible_with`."
    )
    # Needs two files: the tests write them.
    bad = ""
    good = ""
    aspects = (ENDED,)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for id in dict.fromkeys(id for id, _ in own.of(ENDED)):
            for first, last in context.once(_contradictions, id):
                if last.path == own.path:
                    yield _violation(id, first, last)


def _contradictions(context: Context, id: str) -> list[tuple[_Report, _Report]]:
    """Of the outcomes of a commitment that compete, two that contradict each other, unless that is settled."""
    every = [_report(*each) for each in context.at(ENDED, id)]
    reports = sorted(filter(_counts, every), key=lambda each: each.order)
    groups = across_records([each.compared for each in reports])
    found = (_contradiction(_unsettled([reports[place] for place in places])) for places in groups)
    return [pair for pair in found if pair]


def _report(own: Summary, ended: Ended) -> _Report:
    return _Report(ended, own.path, own.id or "", ended.compared(own.path))


def _counts(report: _Report) -> bool:
    return not (report.ended.is_deprecated or report.ended.is_retired)


def _unsettled(group: Sequence[_Report]) -> Sequence[_Report]:
    """Those that are not settled by a rank, by the confidence or by notes: all, none, or the preferred ones."""
    ended = [each.ended for each in group]
    if any(each.is_preferred for each in ended):
        return [each for each in group if each.ended.is_preferred]
    return () if any(each.is_called_disputed for each in ended) or all(each.has_note for each in ended) else group


def _contradiction(group: Sequence[_Report]) -> tuple[_Report, _Report] | None:
    """Two outcomes in different records that contradict each other: the last one, and the first that is against it."""
    against = contradicted([each.compared for each in group])
    remaining = [each for each, is_against in zip(group, against, strict=True) if is_against]
    for last in reversed(remaining):
        for first in remaining:
            if first.path != last.path and any(contradicted([first.compared, last.compared])):
                return first, last
    return None


def _violation(id: str, first: _Report, last: _Report) -> Violation:
    message = f"the outcome of {id} is {last} here, but {first} in {first.record}"
    return Violation((*last.place.pointer, "state"), message, _HELP, related=first.place)
