from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....codelists import RecordStatus
from ....diagnostics.finding import Severity
from ...aspects import ANNOUNCED, RELATED, announcement
from ...rule import CorpusRule, Violation

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary


class RetiredRecordReliedOn(CorpusRule):
    code = "CQ310"
    name = "retired-record-relied-on"
    severity = Severity.WARNING
    reason = "A withdrawn or superseded record is kept only for its id, so other records should not depend on it."
    fix = "Use the record that replaced it as the target, or delete the relation."
    # Needs two files: the tests write them.
    bad = ""
    good = ""
    aspects = (ANNOUNCED, RELATED)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        record = own.first(ANNOUNCED)
        if not record:
            return
        # A chain of superseded records may end at a valid record; a withdrawn record has no replacement.
        replacement = announcement(context, record.replaced_by) if record.replaced_by else None
        if replacement and replacement[1].status == RecordStatus.WITHDRAWN:
            message = f"replaced_by names {record.replaced_by}, which is withdrawn"
            yield Violation(("replaced_by",), message, "name a record that is not withdrawn, or withdraw this one too")
        if record.is_retired:
            return
        for index, (id, relation) in enumerate(own.of(RELATED)):
            target = announcement(context, id)
            if target and target[1].is_retired and not relation.is_deprecated:
                help = _advice(own.id, id, context)
                yield Violation(("relations", index, "target"), f"{id} is {target[1].status}", help)


def _advice(id: str | None, target: str, context: Context) -> str:
    successor = _successor(target, context)
    if successor is None:
        return "delete the relation, or use a record that is not withdrawn or superseded"
    if successor == id:
        return "delete the relation: this is the record that replaced it"
    return f"use {successor}, which replaced it"


def _successor(id: str, context: Context) -> str | None:
    """The id of the record at the end of the chain of replacements; it may be in a file that cannot be read."""
    passed: set[str] = set()
    while id not in passed:
        if (here := announcement(context, id)) is None:
            return id if id and context.may_define(id) else None
        if not here[1].is_retired:
            return id
        passed.add(id)
        id = here[1].replaced_by or ""
    return None
