"""Who says what: statements with their speakers, and sentences that only report something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from ..codelists import SpeechAct, StatementForm, StatementNature
from ..lazy import lazy_pattern
from ..text.shortening import shorten
from .article import Article, Words
from .known_names import Mention
from .mentions import Mentions
from .proposal import Proposals
from .subjects import Subjects

_VERBS: dict[SpeechAct | None, tuple[str, ...]] = {
    None: (
        "said", "says", "added", "adds", "told", "tells", "stated", "states", "noted", "notes", "explained", "stressed",
        "stresses", "emphasised", "emphasized", "underlined", "highlighted", "remarked", "observed", "argued", "argues",
        "insisted", "outlined", "addressed", "described", "reiterated", "wrote", "speaks", "spoke", "pointed out",
        "指出", "表示", "强调", "说", "称", "介绍",
    ),
    SpeechAct.PROPOSES: ("proposed", "proposes", "suggested", "suggests", "提议", "倡议", "建议"),
    SpeechAct.CALLS_FOR: (
        "urged", "urges", "called for", "calls for", "called on", "calls on", "appealed", "demanded", "demands", "呼吁",
    ),
    SpeechAct.ANNOUNCES: ("announced that", "announces that", "announced:", "declared that", "宣布"),
    SpeechAct.COMMITS: (
        "pledged", "pledges", "promised", "promises", "vowed", "vows", "committed to", "commits to",
        "commit to", "承诺",
    ),
    SpeechAct.OFFERS: ("offered to", "offers to"),
    SpeechAct.INVITES: ("invited", "invites"),
    SpeechAct.ENDORSES: ("endorsed", "endorses", "backed", "backs"),
    SpeechAct.WARNS: ("warned", "warns", "cautioned", "cautions", "警告"),
    SpeechAct.CRITICISES: ("criticised", "criticized", "criticises", "criticizes", "condemned",
        "condemns", "批评"),
    SpeechAct.REJECTS: ("rejected", "rejects", "opposed", "opposes"),
    SpeechAct.RECOMMENDS: ("recommended", "recommends", "advised", "advises"),
    SpeechAct.ORDERS: ("ordered", "orders", "directs", "directed", "instructed", "instructs"),
    SpeechAct.THREATENS: ("threatened", "threatens"),
    SpeechAct.DENIES: ("denied", "denies"),
    SpeechAct.CONFIRMS: ("confirmed", "confirms", "acknowledged", "acknowledges", "admitted", "admits"),
    SpeechAct.EXPECTS: ("expects", "predicted", "predicts", "forecasts"),
}  # fmt: skip
_ACTS = {verb: act for act, verbs in _VERBS.items() for verb in verbs}
_ACCORDING = lazy_pattern(r"\b[Aa]ccording to (?:the )?")
_QUOTATION = lazy_pattern(r"[“\"«「](?P<words>[^“”\"«»「」]{3,})[”\"»」]")
_OPEN_QUOTATION = lazy_pattern(r"[:：]\s?[\"“「]")
_ONLY_QUOTED = lazy_pattern(r"[“\"«「][^“”\"«»「」]+[”\"»」]?[.!?。]?[”\"»」]?")
_HEDGE = lazy_pattern(r"\b(?:appear(?:s|ed)? to|seem(?:s|ed)? to|(?:is|was|are|were) (?:widely )?seen as)\b")
_POST = lazy_pattern(r"(?:[A-Z][\w.’'-]* ){0,5}")
_PERFECT = lazy_pattern(r"\b(?:has|have|had)\s+(?:\w+ly\s+|also\s+)?$")
_FEWEST_WORDS = 4


class Said(NamedTuple):
    """What a sentence is as a statement: its nature, and for what somebody says, who, how and in which form."""

    sentence: Words
    nature: StatementNature
    speaker: Mention | None = None
    act: SpeechAct | None = None
    form: StatementForm | None = None
    hedge: str = ""
    is_earlier: bool = False
    """Whether it was said before, as in "has threatened"."""

    def fields(self) -> dict[str, Any]:
        """The fields of the statement, without its text."""
        speaker = self.speaker.id if self.speaker else None
        given = {"speaker": speaker, "speech_act": self.act, "form": self.form, "hedge": self.hedge}
        return {"nature": str(self.nature), **{name: str(value) for name, value in given.items() if value}}


def statements(article: Article, mentions: Mentions, subjects: Subjects, proposals: Proposals) -> Iterator[Said]:
    """Each sentence as a statement, if it is long enough to state something; no quotation whose speaker is unclear."""
    for paragraph in article.paragraphs:
        before: Said | None = None
        for sentence in paragraph:
            found = _said(sentence, mentions, subjects, before)
            subjects.pass_on(sentence, found.speaker if found else None)
            if found:
                yield found
            elif _quotes(sentence.text):
                proposals.not_taken.append(f"quotation {shorten(sentence.text)}: who says it, is not clear")
            before = found


def verb_at(sentence: Words, place: int) -> tuple[SpeechAct | None] | None:
    """What the verb of saying at this place of the sentence's own text does, if it is clear; None without one."""
    match = _verb().match(sentence.text, place)
    return (_ACTS[match[0]],) if match else None


def _said(sentence: Words, mentions: Mentions, subjects: Subjects, before: Said | None) -> Said | None:
    is_quoted = _ONLY_QUOTED.fullmatch(sentence.text) is not None
    if is_quoted:
        if before and before.speaker and before.form is StatementForm.QUOTE:
            return Said(sentence, StatementNature.ATTRIBUTED_STATEMENT, before.speaker, None, StatementForm.QUOTE)
        return None
    if said := _with_verb(sentence, subjects) or _according(sentence, mentions):
        form = StatementForm.QUOTE if _quotes(sentence.text) else StatementForm.PARAPHRASE
        return said._replace(form=form)
    if len(sentence.text.split()) < _FEWEST_WORDS and sentence.text.isascii():
        return None
    if _quotes(sentence.text) and _verb().search(unquoted(sentence.text)):
        return None  # somebody says it, and it is not clear who
    if hedge := _HEDGE.search(unquoted(sentence.text)):
        return Said(sentence, StatementNature.REPORTED_FACT, hedge=hedge[0])
    return Said(sentence, StatementNature.REPORTED_FACT)


def _with_verb(sentence: Words, subjects: Subjects) -> Said | None:
    """By the first verb of saying outside quotations that has a subject; None if that is not one actor."""
    text = unquoted(sentence.text)
    for match in _verb().finditer(text):
        if speakers := subjects.of(sentence, match.span()):
            is_earlier = _PERFECT.search(text[: match.start()]) is not None
            said = Said(sentence, StatementNature.ATTRIBUTED_STATEMENT, speakers[0], _ACTS[match[0]])
            return said._replace(is_earlier=is_earlier) if len(speakers) == 1 else None
    return None


def _according(sentence: Words, mentions: Mentions) -> Said | None:
    match = _ACCORDING.search(sentence.text)
    if match is None:
        return None
    speaker = next((each for each in mentions.actors(sentence) if each.start >= sentence.start + match.end()), None)
    gap = sentence.text[match.end() : speaker.start - sentence.start] if speaker else ""
    is_one = speaker is not None and _POST.fullmatch(gap) is not None
    return Said(sentence, StatementNature.ATTRIBUTED_STATEMENT, speaker) if is_one else None


def _quotes(text: str) -> bool:
    return _OPEN_QUOTATION.search(text) is not None or any(
        " " in match["words"].strip() or not match["words"].isascii() for match in _QUOTATION.finditer(text)
    )


def unquoted(text: str) -> str:
    """The text with spaces for what is in quotation marks, so that places stay the same."""
    return _QUOTATION.sub(lambda match: match[0][0] + " " * (len(match[0]) - 2) + match[0][-1], text)


@cache
def _verb() -> re.Pattern[str]:
    longest_first = sorted(_ACTS, key=len, reverse=True)
    words = "|".join(re.escape(each) for each in longest_first if each.isascii())
    signs = "|".join(each for each in longest_first if not each.isascii())
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])|(?:{signs})")
