from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....corpus.search.ids_by_name import NamedIds
from ....corpus.search.similar_ids import NearIds
from ....diagnostics.finding import Advice, Change
from ....lexicon.spelling import question
from ....models import RECORD_KINDS, Reference, references
from ....text.inflection import plural
from ....text.pointer import json_pointer
from ...remedy import Remedy
from ...rule import Context, RecordRule, Violation


class DanglingReference(RecordRule):
    code = "CQ301"
    name = "dangling-reference"
    reason = "A reference must lead to a definition of the right kind."
    fix = "Define the id in this record or in a registry, or correct the reference."
    bad = "occasion: waik-2025\noccasions:\n- id: waic-2025\n  name: {en: World AI Conference 2025}\n"
    good = "occasion: waic-2025\noccasions:\n- id: waic-2025\n  name: {en: World AI Conference 2025}\n"
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for places in _by_id(entry).values():
            if found := _violation(places, entry, context):
                yield found


def _by_id(entry: Entry) -> dict[tuple[str, tuple[str, ...]], list[Reference]]:
    """The references of a record, grouped by their target."""
    found: dict[tuple[str, tuple[str, ...]], list[Reference]] = defaultdict(list)
    for reference in references(entry.record):
        found[reference.id, reference.kinds].append(reference)
    return found


def _violation(places: list[Reference], entry: Entry, context: Context) -> Violation | None:
    """The finding about an id, one for all references to it; None if there is none."""
    reference, corpus = places[0], context.corpus
    found = corpus.definitions.get(reference.id, ())
    if corpus.successors(reference.id, reference.kinds):
        return None  # reported as a merged id
    more = f"; {len(places)} references here" if len(places) > 1 else ""
    if not found and not corpus.may_define(reference.id):
        help, advice, _ = _remedy(reference, places, entry, context)
        message = f"no {' or '.join(reference.kinds)} has the id {reference.id}{more}"
        return Violation(reference.pointer, message, help, advice=advice)
    if found and not any(definition.kind in reference.kinds for definition in found):
        wanted, kind = " or ".join(reference.kinds), found[0].kind
        message = f"expected the id of {_article(wanted)} {wanted}, but {reference.id} is {_article(kind)} {kind}"
        help = f"use the id of {_article(wanted)} {wanted}; if there is none, define it with a new id"
        return Violation(reference.pointer, message + more, help, found[0])
    return None


def _remedy(reference: Reference, places: list[Reference], entry: Entry, context: Context) -> Remedy:
    """How to define the id; and which other id was probably meant, by a typing error or another name."""
    near = context.once(NearIds).nearest(reference.id, reference.kinds, entry.path)
    named = context.once(NamedIds).meant(reference.id, reference.kinds)
    others = list(dict.fromkeys([*([near] if near else []), *named]))
    also = tuple(json_pointer(each.pointer) for each in places[1:])
    meant = tuple(Advice(Change.VALUE, each, also_at=also) for each in others)
    look = f"`communique find {reference.id.replace('-', ' ')}` searches for it under another id"
    hint = f" (or {question(*others)})" if others else f" ({look})"
    kind = reference.kinds[-1]
    if kind in RECORD_KINDS:
        return Remedy(f"write the record {reference.id} first, or delete the reference{hint}", meant)
    skeleton, slots = _SKELETONS[kind]
    line = f"- {skeleton.format(id=reference.id)}"
    define = Advice(Change.ADD, line, at=f"/{plural(kind)}", slots=slots)
    return Remedy(f"define it under {plural(kind)}, here or in a registry{hint}: {line}", (define, *meant))


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


_SKELETONS = {
    "actor": ("{{id: {id}, type: ACTOR_TYPE, name: {{en: NAME}}}}", ("ACTOR_TYPE", "NAME")),
    "instrument": ("{{id: {id}, type: INSTRUMENT_TYPE, name: {{en: NAME}}}}", ("INSTRUMENT_TYPE", "NAME")),
    "occasion": ("{{id: {id}, name: {{en: NAME}}}}", ("NAME",)),
    "source": ("{{id: {id}, type: SOURCE_TYPE, access: SOURCE_ACCESS}}", ("SOURCE_TYPE", "SOURCE_ACCESS")),
}
