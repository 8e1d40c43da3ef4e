from __future__ import annotations

from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....diagnostics.finding import Severity
from ....models import Source, walk
from ....text.source_text import digest
from ...passages import has_texts
from ...rule import Context, RecordRule, Violation
from ._examples import DIGEST, TEXT, record

_CHANGED = f"{TEXT} So it is said."


class ChangedSourceText(RecordRule):
    code = "CQ608"
    name = "changed-source-text"
    severity = Severity.WARNING
    reason = (
        "The text of the source is not the text that was read when the record was written; the page may have changed."
    )
    fix = "Check the passages that fail; keep the text that was read together with the new one."
    bad = record(start=0, end=11, passage_digest=DIGEST)
    good = record(start=0, end=11, passage_digest=DIGEST, text=_CHANGED)
    texts = (("report", _CHANGED),)

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if not isinstance(model, Source) or not model.text or context.texts.find(model.text.digest) is not None:
                continue
            if given := context.texts.named(model.id, model.text.normalization):
                has = digest(given[0])
                message = f"the text given for {model.id} is not the text that was read; its digest is {has}"
                help = "the passages were checked against the given text; look at those that fail"
                yield Violation((*pointer, "text", "digest"), message, help)

    def is_conclusive(self, entry: Entry, context: Context) -> bool:
        return has_texts(entry, context) and super().is_conclusive(entry, context)
