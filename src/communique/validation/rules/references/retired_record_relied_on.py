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
    reason = "A withdrawn or superseded record is kept only for its id, so other records should not depend on it."
    fix = "Use the record that replaced it as the target, or delete the relation."
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
        # A chain of superseded records may end at a valid record; a withdrawn record has no replacement.
        if replacement and replacement.status is RecordStatus.WITHDRAWN:
            message = f"replaced_by names {replacement.id}, which is withdrawn"
            yield Violation(("replaced_by",), message, "name a record that is not withdrawn, or withdraw this one too")
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
        return "delete the relation, or use a record that is not withdrawn or superseded"
    if successor == record.id:
        return "delete the relation: this is the record that replaced it"
    return f"use {successor}, which replaced it"


def _successor(record: Announcement, corpus: Corpus) -> str | None:
    """The id of the record at the end of the chain of replacements; it may be in a file that cannot be read."""
    passed = set()
    here = record
    while here.is_retired and here.id not in passed:
        passed.add(here.id)
        id = here.replaced_by or ""
        if id not in corpus.announcements:
            return id if id and corpus.may_define(id) else None
        here = corpus.announcements[id]
    return None if here.is_retired else here.id
