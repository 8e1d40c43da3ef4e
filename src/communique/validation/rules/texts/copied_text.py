from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import RecordStatus
from ....diagnostics.finding import Severity
from ....text.shortening import shorten
from ...aspects import ANNOUNCED, NAMED, SOURCES, USED
from ...own_words import copies, sources_of
from ...passages import texts_of
from ...quoting import quote
from ...rule import CorpusRule, Violation

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary

_LONGEST_SHOWN = 80
_TEXT = "Veltrix pledged to publish how much energy its models use, and promised money for research on Monday."
_RECORD = """\
status: reviewed
title: {en: An example}
types: [speech]
dates:
- {role: announced, value: '2025-07-26', evidence: [report]}
roles:
- {actor: cn, role: announcer, evidence: [report]}
statements:
- {text: {en: '%s'}, nature: reported_fact, evidence: [report]}
sources:
- {id: report, type: news, access: full_text, title: A report}
actors:
- {id: cn, type: country, country: CN, name: {en: China}}
"""


class CopiedText(CorpusRule):
    code = "CQ621"
    name = "copied-text"
    severity = Severity.WARNING
    reason = (
        "Most sources may not be republished, and a record says in words of its own what they say. In a reviewed "
        "record, a title, summary, statement, commitment, effect or description of 6 words or more that is word for "
        "word in the text of a source is reported, and 12 words in a row in these and in notes; two Chinese characters "
        "count as a word. Numbers, names that the corpus knows, and fewer than 12 words in quotation marks do not "
        "count, nor do words that `quote` in evidence has. It is checked if the texts are given."
    )
    fix = (
        "Say it in words of your own. Put a title that has to stay into quotation marks, or define what it names. If "
        "the licence of the source allows its words, put them into `quote` in the evidence, or except the record in "
        "the settings with the licence as the reason."
    )
    bad = _RECORD % "Veltrix pledged to publish how much energy its models use."
    good = _RECORD % "The company is going to tell how much power its models need."
    texts = (("report", _TEXT),)
    aspects = (ANNOUNCED, SOURCES, USED, NAMED)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        if not context.has_texts or not _is_reviewed(own):
            return
        record = context.record(own.path)
        if not isinstance(record, models.Announcement):
            return
        for pointer, words, source in copies(own, context, record):
            message = f"{quote(shorten(words, _LONGEST_SHOWN))} is word for word in the text of {source}"
            yield Violation(pointer, message, "say it in words of your own, or put a title into quotation marks")

    def is_conclusive(self, own: Summary, context: Context) -> bool:
        return context.has_texts and all(texts_of(each, context) for each in sources_of(own, context))


def _is_reviewed(own: Summary) -> bool:
    return any(each.status == RecordStatus.REVIEWED for _, each in own.of(ANNOUNCED))
