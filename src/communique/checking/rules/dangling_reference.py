from __future__ import annotations

from collections.abc import Iterator

from ...corpus import Corpus, Entry
from ...models import Reference, references
from ..rule import Context, Issue, RecordRule
from ..suggesting import did_you_mean


class DanglingReference(RecordRule):
    code = "CQ301"
    name = "dangling-reference"
    reason = "An id that nobody defines, or that names a thing of another kind, leaves a reader with nothing."
    fix = "Mend the id, or define what it names, here or in a registry."
    bad = "occasion: waik-2025\noccasions:\n- id: waic-2025\n  name: {en: World AI Conference 2025}\n"
    good = "occasion: waic-2025\noccasions:\n- id: waic-2025\n  name: {en: World AI Conference 2025}\n"
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Issue]:
        for reference in references(entry.record):
            found = context.corpus.definitions.get(reference.id, ())
            wanted = " or ".join(reference.kinds)
            if context.corpus.heirs(reference.id, reference.kinds):
                continue  # that is told as a merged id
            if not found and not context.corpus.may_define(reference.id):
                help = _advice(reference, context.corpus)
                yield Issue(reference.pointer, f"no {wanted} has the id {reference.id}", help)
            elif found and not any(definition.kind in reference.kinds for definition in found):
                message = f"expected the id of an {wanted}, found that of an {found[0].kind}: {reference.id}"
                yield Issue(reference.pointer, _article(message), _advice(reference, context.corpus), found[0])


def _advice(reference: Reference, corpus: Corpus) -> str:
    known = [id for id, found in corpus.definitions.items() if any(each.kind in reference.kinds for each in found)]
    if reference.kinds == ("announcement",):
        return did_you_mean(reference.id, known) or "write that record first, or mend the id"
    return did_you_mean(reference.id, known) or f"define it under {reference.kinds[-1]}s, here or in a registry"


def _article(text: str) -> str:
    for word in ("source", "dataset", "registry", "record"):
        text = text.replace(f"an {word}", f"a {word}")
    return text
