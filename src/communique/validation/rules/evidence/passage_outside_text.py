from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....text.inflection import counted
from ...aspects import SOURCES
from ...passages import CITE_AGAIN, PASSAGES, check_passages, has_texts, is_outside
from ...rule import CorpusRule, Violation
from ._examples import DIGEST, TEXT, record

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary


class PassageOutsideText(CorpusRule):
    code = "CQ601"
    name = "passage-outside-text"
    reason = "A passage is a range within its text: its start is less than its end, and its end is at most the length."
    fix = "Have start and end counted again by `communique cite`, in code points of the normalised text."
    bad = record(start=0, end=100, passage_digest=DIGEST)
    good = record(start=0, end=11, passage_digest=DIGEST)
    texts = (("text", TEXT),)
    aspects = (PASSAGES, SOURCES)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for passage, source, _ in check_passages(own, context):
            if source and is_outside(passage, source):
                start, end, length = passage.start, passage.end, counted(source.length or 0, "code point")
                wrong = f"is not within the text of {length}" if start < end else "ends before it begins"
                message = f"passage {passage.name}, {start} to {end}, {wrong}"
                yield Violation((*passage.pointer, "end"), message, CITE_AGAIN)

    def is_conclusive(self, own: Summary, context: Context) -> bool:
        return has_texts(own, context)
