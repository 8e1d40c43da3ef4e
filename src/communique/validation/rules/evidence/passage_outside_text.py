from __future__ import annotations

from collections.abc import Iterator

from ....corpus.corpus import Entry
from ...passages import check_passages, has_texts, is_outside
from ...rule import Context, RecordRule, Violation
from ._examples import DIGEST, TEXT, record


class PassageOutsideText(RecordRule):
    code = "CQ601"
    name = "passage-outside-text"
    reason = "A passage is a range within its text: its start is less than its end, and its end is at most the length."
    fix = "Count start and end again, in code points of the normalised text."
    bad = record(start=0, end=100, passage_digest=DIGEST)
    good = record(start=0, end=11, passage_digest=DIGEST)
    texts = (("text", TEXT),)
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for checked in check_passages(entry, context):
            if checked.text and is_outside(checked.passage, checked.text):
                start, end, length = checked.passage.start, checked.passage.end, checked.text.length
                message = f"passage {start} to {end} is not a range within the text of {length} code points"
                yield Violation((*checked.pointer, "end"), message, "count start and end again in the normalised text")

    def is_conclusive(self, entry: Entry, context: Context) -> bool:
        return has_texts(entry, context) and super().is_conclusive(entry, context)
