from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....codelists import RelationType
from ....diagnostics.finding import Severity
from ...aspects import ANNOUNCED, RELATED, announcement
from ...rule import CorpusRule, Violation

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary

_INVERSES: dict[str, RelationType] = {
    RelationType.SAME_EVENT: RelationType.SAME_EVENT,
    RelationType.CONTRASTS_WITH: RelationType.CONTRASTS_WITH,
    # Not the reverse: a later record names what it follows, but an earlier one need not name what came after it.
    RelationType.PRECEDES: RelationType.FOLLOWS,
}


class MissingInverse(CorpusRule):
    code = "CQ309"
    name = "missing-inverse"
    severity = Severity.WARNING
    reason = "A relation that holds in both directions is in both records, so that readers of either one find it."
    fix = "Add the relation to the other record too, with its own evidence."
    # Needs two files: the tests write them.
    bad = ""
    good = ""
    aspects = (ANNOUNCED, RELATED)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        record = own.first(ANNOUNCED)
        if not record or record.is_retired:
            return
        for index, (target, relation) in enumerate(own.of(RELATED)):
            inverse = _INVERSES.get(relation.type)
            # The relation of an instrument to the other record is not a relation of the two records.
            if not inverse or target == own.id or relation.of_instrument or not relation.holds:
                continue
            other = announcement(context, target)
            if not other or other[1].is_retired or _has(other[0], inverse, own.id):
                continue
            message = f"{target} has no relation {inverse} to this record"
            modality = f", modality: {relation.modality}" if relation.modality else ""
            help = (
                f"add it to the relations of {target}: - {{type: {inverse}, target: {own.id}{modality}, "
                "basis: RELATION_BASIS, evidence: [{source: SOURCE}]}"
            )
            yield Violation(("relations", index, "target"), message, help)


def _has(other: Summary, inverse: RelationType, id: str | None) -> bool:
    return any(each.type == inverse for each in other.at(RELATED, id or ""))
