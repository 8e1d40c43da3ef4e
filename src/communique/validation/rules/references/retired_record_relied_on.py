from __future__ import annotations

from collections.abc import Iterator

from ....codelists import RecordStatus
from ....corpus.corpus import Corpus, Entry
from ....diagnostics.finding import Severity
from ....models import Announcement
from ...rule import Context, RecordRule, Violation


class RetiredRecordReliedOn(RecordRule):
    code = "CQ310"
    name = "retired-record-relied-on"
    severity = Severity.WARNING
    reason = "A record that was withdrawn or superseded is kept for its id, and nothing that counts should rest on it."
    fix = "Relate to the record that took its place, or take the relation out."
    # Needs two files: the tests write them.
    bad = ""
    good = ""
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        record = entry.record
        if not isinstance(record, Announcement):
            return
        known = context.corpus.announcements
        replacement = known.get(record.replaced_by or "")
        # A chain of superseded records leads somewhere; one that ends at a withdrawn record does not.
        if replacement and replacement.status is RecordStatus.WITHDRAWN:
            message = f"{replacement.id}, which is to have taken its place, is withdrawn"
            yield Violation(("replaced_by",), message, "name a record that counts, or withdraw this one too")
        if record.is_retired:
            return
        for index, relation in enumerate(record.relations):
            target = known.get(relation.target)
            if target and target.is_retired and not relation.is_deprecated:
                help = _advice(record, target, context.corpus)
                yield Violation(("relations", index, "target"), f"{target.id} is {target.status}", help)


def _advice(record: Announcement, target: Announcement, corpus: Corpus) -> str:
    successor = _successor(target, corpus)
    if successor is None:
        return "take the relation out, or relate to a record that counts"
    if successor == record.id:
        return "take the relation out: this is the record that took its place"
    return f"relate to {successor}, which took its place"


def _successor(record: Announcement, corpus: Corpus) -> str | None:
    """The id of the record that counts in the place of this one, at the end of the chain; perhaps in a broken file."""
    passed = set()
    here = record
    while here.is_retired and here.id not in passed:
        passed.add(here.id)
        id = here.replaced_by or ""
        if id not in corpus.announcements:
            return id if id and corpus.may_define(id) else None
        here = corpus.announcements[id]
    return None if here.is_retired else here.id
