from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ....corpus.corpus import Corpus, Entry
from ....corpus.definitions import Definition, duplicates
from ....diagnostics.finding import Advice, Change
from ....models import references
from ...rule import Context, RecordRule, Violation


class MergedId(RecordRule):
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
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for reference in references(entry.record):
            successors = context.corpus.successors(reference.id, reference.kinds)
            if successors:
                message = f"{reference.id} was merged into {' and into '.join(successors)}"
                replacement = successors[0] if len(successors) == 1 else ""
                written, advice = " or ".join(successors), tuple(Advice(Change.VALUE, id) for id in successors)
                yield Violation(reference.pointer, message, f"write {written}", replacement=replacement, advice=advice)
        for claim, other in context.once(_claims_in_conflict).get(entry.path, ()):
            yield Violation(claim.pointer, *_explain(claim, other))


def _claims_in_conflict(corpus: Corpus) -> dict[str, list[tuple[Definition, Definition]]]:
    """By path, every claim to a merged id that is to be reported, with another one beside it."""
    found: dict[str, list[tuple[Definition, Definition]]] = defaultdict(list)
    for id, claims in corpus.merged.items():
        repeated = {definition for definition, _ in duplicates(corpus.definitions.get(id, ()))}
        for claim, other in duplicates(claims):
            if claim not in repeated:  # that is reported as a duplicate id
                found[claim.path].append((claim, other))
    return found


def _explain(claim: Definition, other: Definition) -> tuple[str, str, Definition]:
    if not claim.merged_into:
        message = f"the id {claim.id} was merged into {other.merged_into}, and cannot be used again"
        return message, "choose another id; ids are never reused", other
    if other.merged_into:
        message = f"the id {claim.id} was also merged into {other.merged_into}"
        return message, "delete it from one of the two former_ids; an id is merged only once", other
    if other.id == claim.merged_into:
        return f"{claim.id} is in former_ids, but it is the current id", "delete it from former_ids", other
    message = f"{claim.id} is in former_ids, but it is still the id of the {other.kind} defined elsewhere"
    return message, f"delete it from former_ids, or merge that {other.kind} into this one", other
