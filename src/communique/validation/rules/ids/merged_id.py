from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....corpus.definitions import Definition
from ....diagnostics.finding import Advice, Change
from ...aspects import DEFINED, USED
from ...ids import Repeats, Undefined, references_in, successors
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
        wanted = context.once(Undefined).of(own)
        merged = {each: found for each in wanted if (found := successors(context, *each))}
        places = references_in(own, context) if merged else {}
        for each, ids in merged.items():
            message = f"{each[0]} was merged into {' and into '.join(ids)}"
            replacement = ids[0] if len(ids) == 1 else ""
            help, advice = f"write {' or '.join(ids)}", tuple(Advice(Change.VALUE, id) for id in ids)
            for pointer in places.get(each, ()):
                yield Violation(pointer, message, help, replacement=replacement, advice=advice)
        repeats = context.once(Repeats)
        for id in repeats.of(own):
            for claim, other in repeats.conflicts(id).claims.get(own.path, ()):
                yield Violation(claim.pointer, *_explain(claim, other), Place(other.path, other.pointer))


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
