from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....corpus.local_ids import called
from ....diagnostics.finding import Advice, Change
from ....text.inflection import plural, with_article
from ....text.pointer import Pointer, json_pointer
from ...aspects import DEFINED, NAMED, USED
from ...ids import Undefined, definitions_of, references_in, successors
from ...remedy import Remedy
from ...rule import CorpusRule, Place, Violation
from ._meant import named_ids, near_ids

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary


class DanglingReference(CorpusRule):
    code = "CQ301"
    name = "dangling-reference"
    reason = "A reference must lead to a definition of the right kind."
    fix = "Define the id in this record or in a registry, or correct the reference."
    bad = "occasion: waik-2025\noccasions:\n- id: waic-2025\n  name: {en: World AI Conference 2025}\n"
    good = "occasion: waic-2025\noccasions:\n- id: waic-2025\n  name: {en: World AI Conference 2025}\n"
    aspects = (USED, DEFINED, NAMED)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        undefined = [each for each in context.once(Undefined).of(own) if _is_reported(*each, context)]
        places = references_in(own, context) if undefined else {}
        for id, kinds in undefined:
            if found := places.get((id, kinds)):
                yield _violation(id, kinds, found, own, context)


def _is_reported(id: str, kinds: tuple[str, ...], context: Context) -> bool:
    """Whether there is no definition of the right kind; a merged id is reported by another rule."""
    if context.has(DEFINED, id):
        return not successors(context, id, kinds)
    return not context.may_define(id)


def _violation(id: str, kinds: tuple[str, ...], places: list[Pointer], own: Summary, context: Context) -> Violation:
    """The finding about an id, one for all references to it."""
    more = f"; {len(places)} references here" if len(places) > 1 else ""
    wanted = " or ".join(kinds)
    if found := definitions_of(context, id):
        message = _expected(wanted, id, found[0].kind)
        help = f"use the id of {with_article(wanted)}; if there is none, define it with a new id"
        return Violation(places[0], message + more, help, Place(found[0].path, found[0].pointer))
    if local := called(id, context.record(own.path)):
        message = f"{_expected(wanted, id, local)} of this record"
        return Violation(places[0], message + more, _instead(id, local, wanted))
    help, advice, _ = _remedy(id, kinds, places, own, context)
    return Violation(places[0], f"no {wanted} has the id {id}{more}", help, advice=advice)


def _expected(wanted: str, id: str, kind: str) -> str:
    return f"expected the id of {with_article(wanted)}, but {id} is {with_article(kind)}"


def _instead(id: str, local: str, wanted: str) -> str:
    if local == "passage" and wanted == "source":
        return f"evidence cites a passage as {{passage: {id}}}"
    return f"use the id of {with_article(wanted)}"


def _remedy(id: str, kinds: tuple[str, ...], places: list[Pointer], own: Summary, context: Context) -> Remedy:
    """How to define the id; and which other id was probably meant, by a typing error or another name."""
    from ....lexicon.spelling import question

    near = context.once(near_ids, kinds).nearest(id, kinds, own.path)
    named = context.once(named_ids, kinds).meant(id, kinds)
    others = list(dict.fromkeys([*([near] if near else []), *named]))
    also = tuple(json_pointer(each) for each in places[1:])
    meant = tuple(Advice(Change.VALUE, each, also_at=also) for each in others)
    look = f"`communique find {id.replace('-', ' ')}` searches for it under another id"
    hint = f" (or {question(*others)})" if others else f" ({look})"
    kind = kinds[-1]
    if kind in models.RECORD_KINDS:
        return Remedy(f"write the record {id} first, or delete the reference{hint}", meant)
    skeleton, slots = _SKELETONS[kind]
    line = f"- {skeleton.format(id=id)}"
    define = Advice(Change.ADD, line, at=f"/{plural(kind)}", slots=slots)
    return Remedy(f"define it under {plural(kind)}, here or in a registry{hint}: {line}", (define, *meant))


_SKELETONS = {
    "actor": ("{{id: {id}, type: ACTOR_TYPE, name: {{en: NAME}}}}", ("ACTOR_TYPE", "NAME")),
    "instrument": ("{{id: {id}, type: INSTRUMENT_TYPE, name: {{en: NAME}}}}", ("INSTRUMENT_TYPE", "NAME")),
    "occasion": ("{{id: {id}, name: {{en: NAME}}}}", ("NAME",)),
    "source": ("{{id: {id}, type: SOURCE_TYPE, access: SOURCE_ACCESS}}", ("SOURCE_TYPE", "SOURCE_ACCESS")),
}
