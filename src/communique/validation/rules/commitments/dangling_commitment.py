from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....corpus.local_ids import called
from ....diagnostics.finding import Advice, Change
from ....text.inflection import with_article
from ...aspects import ANNOUNCED, DEFINED, NAMED, announcement
from ...ids import definitions_of
from ...rule import CorpusRule, Violation
from ..references._meant import named_ids, near_ids
from ._commitments import COMMITTED, ENDED, commitment
from ._examples import record

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary

_MOST_LISTED = 5
_KINDS = ("announcement",)


class DanglingCommitment(CorpusRule):
    code = "CQ801"
    name = "dangling-commitment"
    reason = "An outcome of a commitment that no record has is in no ledger."
    fix = (
        "Write the id of the announcement that has the commitment, `#`, and the local id of the commitment; or add the "
        "commitment there."
    )
    bad = record("action-plans, state: dropped")
    good = record("action-plan, state: dropped")
    aspects = (ENDED, COMMITTED, ANNOUNCED, DEFINED, NAMED)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for id, ended in own.of(ENDED):
            if commitment(context, id) is None and (found := _missing(id, own, context)):
                pointer = ("outcomes", ended.place, "commitment")
                message, near, help = found
                advice = (Advice(Change.VALUE, near),) if near else ()
                yield Violation(pointer, message, f"did you mean {near}?" if near else help, advice=advice)


def _missing(id: str, own: Summary, context: Context) -> tuple[str, str, str] | None:
    """What is missing, the id that was probably meant, and what else to do; None if that cannot be known."""
    of, local = models.commitment_parts(id)
    if announcement(context, of):
        return _missing_here(of, local, context)
    if found := definitions_of(context, of):
        if any(each.kind == "announcement" for each in found):  # it has errors of its own
            return None
        return f"{of} is no announcement, but {with_article(found[0].kind)}", "", "name the announcement"
    if context.may_define(of):
        return None
    named = context.once(named_ids, _KINDS).meant(of, _KINDS)
    near = context.once(near_ids, _KINDS).nearest(of, _KINDS, own.path) or (named[0] if len(named) == 1 else "")
    help = "write the record of the announcement first, or delete the outcome"
    return f"no announcement has the id {of}", f"{near}#{local}" if near else "", help


def _missing_here(of: str, local: str, context: Context) -> tuple[str, str, str]:
    """The same, if there is such an announcement."""
    from ....lexicon.spelling import nearest

    ids = [each.id for _, each in context.at(COMMITTED, of)]
    near = nearest(local, ids, are_ids=True)
    known = f"its commitments: {', '.join(ids[:_MOST_LISTED])}" if ids else "it has no commitments; add it there"
    found = announcement(context, of)
    other = called(local, context.record(found[0].path)) if found else ""
    message = (
        f"{local} is {with_article(other)} of {of}, not a commitment" if other else f"{of} has no commitment {local}"
    )
    return message, f"{of}#{near}" if near else "", known
