from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....corpus.definitions import Definition, duplicates
from ....diagnostics.finding import Advice, Change
from ...aspects import DEFINED, USED
from ...ids import Repeats, Undefined, claims, references_in, successors
from ...rule import CorpusRule, Place, Violation

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary


class MergedId(CorpusRule):
    """Of claims to one id that conflict, one is reported in each file that makes one: see `duplicates`."""

    code = "CQ311"
    name = "merged-id"
    reason = "A merged id is never used for anything else, so that old references still lead to the right definition."
    fix = "Write the id into which it was merged; for another thing, choose an id that was never used."
    bad = (
        "roles:\n- {actor: china-mfa, role: speaker}\n"
        "actors:\n- {id: cn-mfa, former_ids: [china-mfa], type: group, name: {en: Foreign ministry}}\n"
    )
    good = (
        "roles:\n- {actor: cn-mfa, role: speaker}\n"
        "actors:\n- {id: cn-mfa, former_ids: [china-mfa], type: group, name: {en: Foreign ministry}}\n"
    )
    aspects = (USED, DEFINED)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for id, kinds in context.once(Undefined).of(own):
            if found := successors(context, id, kinds):
                message = f"{id} was merged into {' and into '.join(found)}"
                replacement = found[0] if len(found) == 1 else ""
                help, advice = f"write {' or '.join(found)}", tuple(Advice(Change.VALUE, each) for each in found)
                for pointer in references_in(own, context).get((id, kinds), ()):
                    yield Violation(pointer, message, help, replacement=replacement, advice=advice)
        for claim, other in _claims_in_conflict(own, context):
            message, help = _explain(claim, other)
            yield Violation(claim.pointer, message, help, Place(other.path, other.pointer))


def _claims_in_conflict(own: Summary, context: Context) -> Iterator[tuple[Definition, Definition]]:
    """Every claim of the record to a merged id that is to be reported, with another one beside it."""
    for id in context.once(Repeats).of(own):
        found = claims(context, id)
        if any(each.merged_into for each in found):
            repeated = {each for each, _ in duplicates([each for each in found if not each.merged_into])}
            for claim, other in duplicates(found):
                if claim.path == own.path and claim not in repeated:  # that is reported as a duplicate id
                    yield claim, other


def _explain(claim: Definition, other: Definition) -> tuple[str, str]:
    if not claim.merged_into:
        message = f"the id {claim.id} was merged into {other.merged_into}, and cannot be used again"
        return message, "choose another id; ids are never reused"
    if other.merged_into:
        message = f"the id {claim.id} was also merged into {other.merged_into}"
        return message, "delete it from one of the two former_ids; an id is merged only once"
    if other.id == claim.merged_into:
        return f"{claim.id} is in former_ids, but it is the current id", "delete it from former_ids"
    message = f"{claim.id} is in former_ids, but it is still the id of the {other.kind} defined elsewhere"
    return message, f"delete it from former_ids, or merge that {other.kind} into this one"
