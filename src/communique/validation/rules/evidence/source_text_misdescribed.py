from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....diagnostics.finding import Advice, Change
from ....text.source_text import CJK_UNSPACED, SINGLE_SPACE, unspaced
from ...aspects import SOURCES
from ...passages import PASSAGES, has_texts
from ...rule import CorpusRule, Violation
from ._examples import DIGEST, TEXT, record

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary


class SourceTextMisdescribed(CorpusRule):
    code = "CQ619"
    name = "source-text-misdescribed"
    reason = "By its length and its normalization, a copy of the text is prepared and its passages are counted."
    fix = "Write what `communique cite` prints for the text; it is compared if the texts are given."
    bad = record(start=0, end=11, passage_digest=DIGEST, length=len(TEXT) + 1)
    good = record(start=0, end=11, passage_digest=DIGEST)
    texts = (("text", TEXT),)
    aspects = (SOURCES, PASSAGES)
    looks_beyond = False

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for index, (id, source) in enumerate(own.of(SOURCES)):
            text = context.texts.find(source.digest) if source.digest else None
            if source.digest is None or text is None:
                continue
            pointer = ("sources", index, "text")
            if source.length != len(text):
                message = f"the text of {id} has the length {len(text)}, not {source.length}"
                yield _violation((*pointer, "length"), message, str(len(text)))
            # A text without such spaces may be that of either normalization.
            if source.normalization == CJK_UNSPACED and unspaced(text) != text:
                message = f"the text of {id} with this digest has spaces that {CJK_UNSPACED} removes"
                yield _violation((*pointer, "normalization"), message, SINGLE_SPACE)

    def is_conclusive(self, own: Summary, context: Context) -> bool:
        return has_texts(own, context)


def _violation(pointer: tuple[str | int, ...], message: str, right: str) -> Violation:
    return Violation(pointer, message, f"write {right}", advice=(Advice(Change.VALUE, right),))
