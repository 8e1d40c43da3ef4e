from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...aspects import SOURCES
from ...passages import CITE_AGAIN, PASSAGES, Outcome, check_passages, has_texts
from ...rule import CorpusRule, Violation
from ._examples import DIGEST, TEXT, record

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary


class PassageDigestMismatch(CorpusRule):
    code = "CQ602"
    name = "passage-digest-mismatch"
    reason = "The digest proves that the passage is the one that was read. It is checked if the texts are given."
    fix = "Check the passage in the text; `communique cite` prints start, end and digest for words that are in it."
    bad = record(start=1, end=11, passage_digest=DIGEST)
    good = record(start=0, end=11, passage_digest=DIGEST)
    texts = (("text", TEXT),)
    aspects = (PASSAGES, SOURCES)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for checked in check_passages(own, context):
            if checked.outcome is Outcome.FAILED and not checked.is_outside:
                message = f"the digest of passage {checked.passage.name} does not match the text of the source"
                pointer = (*checked.passage.pointer, "digest")
                yield Violation(pointer, message, CITE_AGAIN)

    def is_conclusive(self, own: Summary, context: Context) -> bool:
        return has_texts(own, context)
