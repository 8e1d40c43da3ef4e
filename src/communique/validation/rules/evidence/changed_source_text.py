from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....diagnostics.finding import Severity
from ....text.source_text import digest
from ...aspects import SOURCES
from ...passages import PASSAGES, has_texts, texts_named
from ...rule import CorpusRule, Violation
from ._examples import DIGEST, TEXT, record

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary

_CHANGED = f"{TEXT} So it is said."


class ChangedSourceText(CorpusRule):
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
    aspects = (SOURCES, PASSAGES)
    looks_beyond = False

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for index, (id, source) in enumerate(own.of(SOURCES)):
            if source.digest is None or context.texts.find(source.digest) is not None:
                continue
            if given := texts_named(source, context):
                message = f"the text given for {id} is not the text that was read; its digest is {digest(given[0])}"
                help = "the passages were checked against the given text; look at those that fail"
                yield Violation(("sources", index, "text", "digest"), message, help)

    def is_conclusive(self, own: Summary, context: Context) -> bool:
        return has_texts(own, context)
