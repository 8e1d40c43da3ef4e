from __future__ import annotations

from collections.abc import Iterator

from ....codelists import RelationType
from ....corpus.corpus import Entry
from ....diagnostics.finding import Severity
from ....models import Announcement
from ...rule import Context, RecordRule, Violation

_INVERSES = {
    RelationType.SAME_EVENT: RelationType.SAME_EVENT,
    RelationType.CONTRASTS_WITH: RelationType.CONTRASTS_WITH,
    # Not the reverse: a later record names what it follows, but an earlier one need not name what came after it.
    RelationType.PRECEDES: RelationType.FOLLOWS,
}


class MissingInverse(RecordRule):
    code = "CQ309"
    name = "missing-inverse"
    severity = Severity.WARNING
    reason = "A relation that holds in both directions is in both records, so that readers of either one find it."
    fix = "Add the relation to the other record too, with its own evidence."
    # Needs two files: the tests write them.
    bad = ""
    good = ""
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        record = entry.record
        if not isinstance(record, Announcement) or record.is_retired:
            return
        for index, relation in enumerate(record.relations):
            inverse = _INVERSES.get(relation.type)
            other = context.corpus.announcements.get(relation.target)
            if not inverse or not other or other.id == record.id or other.is_retired:
                continue
            # The relation of an instrument to the other record is not a relation of the two records.
            if relation.subject or not relation.holds:
                continue
            if not any(each.type is inverse and each.target == record.id for each in other.relations):
                message = f"{other.id} has no relation {inverse} to this record"
                modality = f", modality: {relation.modality}" if relation.modality else ""
                help = (
                    f"add it to the relations of {other.id}: - {{type: {inverse}, target: {record.id}{modality}, "
                    "basis: RELATION_BASIS, evidence: [{source: SOURCE}]}"
                )
                yield Violation(("relations", index, "target"), message, help)
