from __future__ import annotations

from collections.abc import Iterator

from ....corpus.corpus import Entry
from ...passages import Outcome, check_passages, has_texts, is_outside
from ...rule import Context, RecordRule, Violation
from ._examples import DIGEST, TEXT, record


class PassageDigestMismatch(RecordRule):
    code = "CQ602"
    name = "passage-digest-mismatch"
    reason = "The digest proves that the passage is the one that was read. It is checked if the texts are given."
    fix = "Check the passage in the text; correct its start, end or digest."
    bad = record(start=1, end=11, passage_digest=DIGEST)
    good = record(start=0, end=11, passage_digest=DIGEST)
    texts = (("text", TEXT),)
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for checked in check_passages(entry, context):
            if checked.outcome is Outcome.FAILED and not (checked.text and is_outside(checked.passage, checked.text)):
                message = "the digest does not match the passage in the text of the source"
                yield Violation((*checked.pointer, "digest"), message, "check start, end and digest against the text")

    def is_conclusive(self, entry: Entry, context: Context) -> bool:
        return has_texts(entry, context) and super().is_conclusive(entry, context)
