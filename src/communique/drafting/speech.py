"""Who says what: statements with their speakers, and sentences that only report something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from ..codelists import SpeechAct, StatementForm, StatementNature
from ..lazy import lazy_pattern
from ..text.shortening import shorten
from .article import Article, Words, leads_on
from .han_subjects import SAYING
from .known_names import Mention
from .measures import text_that_says
from .mentions import Mentions
from .proposal import Proposals
from .quotations import QUOTATION, curled, is_left_open, unquoted
from .subjects import Subjects
from .unnamed_sources import unnamed_source
from .voices import Voice

_VERBS: dict[SpeechAct | None, tuple[str, ...]] = {
    None: (
        "said", "says", "added", "adds", "told", "tells", "reported that",
        "stated", "states that", "noted", "notes", "explained",
        "stressed", "stresses", "emphasised", "emphasized", "underlined", "highlighted", "remarked", "observed",
        "argued", "argues", "insisted", "outlined", "addressed", "described", "reiterated", "wrote", "speaks", "spoke",
        "pointed out", "指出", "表示", "强调", "认为", "说", "称", "介绍",
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
_OPEN_QUOTATION = lazy_pattern(r"[:：]\s?[\"“「]")
_ONLY_QUOTED = lazy_pattern(r"[“\"«「][^“”\"«»「」]+[”\"»」]?[.!?。]?[”\"»」]?")
_HEDGE = lazy_pattern(r"\b(?:appear(?:s|ed)? to|seem(?:s|ed)? to|(?:is|was|are|were) (?:widely )?seen as)\b")
_POST = lazy_pattern(r"(?:[A-Z][\w.’'-]* ){0,5}")
_PERFECT = lazy_pattern(r"\b(?:has|have|had)\s+(?:\w+ly\s+|also\s+)?$")
_LAST_QUOTED = lazy_pattern(r"[^“”«»「」]+[”»」]?[.!?。]?")
_COLON = lazy_pattern(r"[:：,，]\s?[“«「][^“”«»「」]*[\s，。][^“”«»「」]*[”»」][.!?。]?$")
_I = lazy_pattern(r"(?<![\w.&-])(?:I|I[’'](?:m|ve|d|ll)|[Mm]y|[Mm]yself|me)(?![\w.&-])")
_ANSWER = lazy_pattern(r"(?:[QA]|[A-Z][A-Za-z ]{1,20}[?]?): ")
_BEFORE_VERB = "(?:also |then |later |has |have |had )*"
_NAME_BEFORE = lazy_pattern(
    rf"(?:(?:^|[\s“”—])(?:[Hh]e|[Ss]he)|(?!(?:They|It|We|This|That|These|Those|There|The|Who|Which)\b)"
    rf"(?:(?<=[^.\s] )[A-Z][\w.’-]*|[A-Z][\w.’-]*(?<!s)(?: [A-Z][\w.’-]*)*)(?:,(?:[^,]{{2,80}},)?)?) {_BEFORE_VERB}$"
)
_THEY_BEFORE = lazy_pattern(rf"(?:^|[\s“”—])(?:[Tt]hey|[Ii]t) {_BEFORE_VERB}$")
_FEWEST_WORDS = 4
_NO_SENTENCE = lazy_pattern(
    r"Done (?:at|in) .{3,80}|(?:(?:Article|Section|Sec\.|Art\.|Chapter|Part) [0-9IVXa-z.]+ )?"
    r"(?:Repeals?|Entry|Definitions?|Scope|Purpose|Subject matter|Objectives?|Penalties|General|Final|Transitional|"
    r"Short title|Commencement|Application|Amendments?|Review|Evaluation|Publication|Interpretation|Implementation)\b"
    r"(?:,? (?!(?:is|are|was|were|shall|will|may|must|has|have|had|can|would|should|enters?|appl(?:y|ies)|follows?)\b)"
    r"[\w’'-]+){0,9}\."
)
"""A line at the end of a document, and headings in it, that end as sentences do."""


class Said(NamedTuple):
    """What a sentence is as a statement: its nature, and for what somebody says, who, how and in which form."""

    sentence: Words
    nature: StatementNature
    speaker: Mention | None = None
    act: SpeechAct | None = None
    form: StatementForm | None = None
    hedge: str = ""
    named_in: Words | None = None
    """The line that names the speaker, if the sentence does not."""
    voice: Voice | None = None
    """Who says it, where the sentence is one of a document and does not name who speaks in that."""
    is_earlier: bool = False
    """Whether it was said before, as in "has threatened"."""
    is_unnamed: bool = False
    """Whether the hedge is a source that the text does not name."""

    def fields(self) -> dict[str, Any]:
        """The fields of the statement, without its text."""
        speaker = self.speaker.id if self.speaker else self.voice and self.voice.speaker
        given = {"speaker": speaker, "speech_act": self.act, "form": self.form, "hedge": self.hedge}
        return {"nature": str(self.nature), **{name: str(value) for name, value in given.items() if value}}


def statements(
    article: Article, mentions: Mentions, subjects: Subjects, proposals: Proposals, voice: Voice | None = None
) -> Iterator[Said]:
    """Each sentence as a statement, if it is long enough to state something; no quotation whose speaker is unclear."""
    lead, is_led = None, False
    for paragraph in article.paragraphs:
        if is_led and not _is_marked(paragraph):
            read = _after_lead(paragraph, lead)
        else:
            read = _read(paragraph, mentions, subjects, lead if is_led else None)
        is_unmarked = is_led and not _is_marked(paragraph)
        is_led = bool(paragraph) and leads_on(paragraph[-1].text)
        for sentence, found, inside in read:
            subjects.pass_on(sentence, found.speaker if found else None)
            if voice and found and found.nature is StatementNature.REPORTED_FACT and voice.says(sentence):
                found = Said(sentence, StatementNature.OFFICIAL_TEXT, act=voice.act(sentence), voice=voice)
            lead = found if is_led else None
            if is_led and found and sentence is paragraph[-1]:
                continue
            if found:
                yield found
            elif what := _said_by_somebody(sentence, inside or is_unmarked):
                proposals.not_taken.append(f"{what} {shorten(sentence.text)}: who says it, is not clear")


def _is_marked(paragraph: Sequence[Words]) -> bool:
    """Whether a paragraph begins with a quotation mark."""
    return bool(paragraph) and curled(paragraph[0].text).startswith(("“", "«", "「"))


def _after_lead(paragraph: Sequence[Words], lead: Said | None) -> Iterator[tuple[Words, Said | None, bool]]:
    """The sentences as those of the one whom the line before names."""
    for each in paragraph:
        found = None
        if lead and lead.speaker:
            found = Said(each, StatementNature.ATTRIBUTED_STATEMENT, lead.speaker, None, StatementForm.QUOTE)
            found = found._replace(named_in=lead.sentence)
        yield each, found, True


def _read(
    paragraph: Sequence[Words], mentions: Mentions, subjects: Subjects, before: Said | None
) -> Iterator[tuple[Words, Said | None, bool]]:
    """The sentences of a paragraph, each as a statement, and whether it begins within a quotation."""
    inside = False
    before = before and before._replace(form=StatementForm.QUOTE)
    for sentence in paragraph:
        found = _within(sentence, before) if inside else None
        found = found or _said(sentence, mentions, subjects, before)
        yield sentence, found, inside
        before, inside = found, is_left_open(sentence.text, inside)


def verb_at(sentence: Words, place: int) -> tuple[SpeechAct | None] | None:
    """What the verb of saying at this place of the sentence's own text does, if it is clear; None without one."""
    match = _verb().match(sentence.text, place)
    return (_ACTS[match[0]],) if match else None


def _within(sentence: Words, before: Said | None) -> Said | None:
    """The sentence as a part of the quotation that was open before it, if no more than that is in it."""
    is_whole = _LAST_QUOTED.fullmatch(curled(sentence.text)) is not None
    if not is_whole or before is None or before.speaker is None or before.form is not StatementForm.QUOTE:
        return None
    return Said(sentence, StatementNature.ATTRIBUTED_STATEMENT, before.speaker, None, StatementForm.QUOTE)


def _said(sentence: Words, mentions: Mentions, subjects: Subjects, before: Said | None) -> Said | None:
    is_quoted = _ONLY_QUOTED.fullmatch(sentence.text) is not None
    if is_quoted:
        if before and before.speaker and before.form is StatementForm.QUOTE:
            return Said(sentence, StatementNature.ATTRIBUTED_STATEMENT, before.speaker, None, StatementForm.QUOTE)
        return None
    if said := _with_verb(sentence, subjects) or _according(sentence, mentions):
        form = StatementForm.QUOTE if _quotes(sentence.text) else StatementForm.PARAPHRASE
        return said._replace(form=form)
    is_short = len(sentence.text.split()) < _FEWEST_WORDS and sentence.text.isascii()
    if is_short or _NO_SENTENCE.fullmatch(sentence.text):
        return None
    plain = unquoted(sentence.text)
    if _quotes(sentence.text) and (
        _verb().search(plain) or _COLON.search(curled(sentence.text)) or not _is_telling(plain)
    ):
        return None  # somebody says it, and it is not clear who
    if not _is_telling(plain) or _is_said_by_name(sentence, plain):
        return None
    if unnamed := unnamed_source(plain):
        return Said(sentence, StatementNature.REPORTED_FACT, hedge=unnamed, is_unnamed=True)
    if hedge := _HEDGE.search(plain):
        return Said(sentence, StatementNature.REPORTED_FACT, hedge=hedge[0])
    return Said(sentence, StatementNature.REPORTED_FACT)


def _said_by_somebody(sentence: Words, inside: bool) -> str:
    """What to call a sentence that somebody says, though it is not clear who; empty if it is none."""
    if inside or _quotes(sentence.text):
        return "quotation"
    plain = unquoted(sentence.text)
    is_said = _I.search(plain) or _ANSWER.match(plain) or _is_said_by_name(sentence, plain)
    return "sentence" if is_said else ""


def _is_telling(plain: str) -> bool:
    """Whether the article can tell something in a sentence: no question, nobody's "I", no half quotation."""
    is_open = "“" in plain and plain.rfind("“") > plain.rfind("”")
    is_asked = plain.rstrip().endswith(("?", "？"))
    return not (is_open or is_asked or _I.search(plain) or _ANSWER.match(plain))


def _is_said_by_name(sentence: Words, plain: str) -> bool:
    """Whether a name or a pronoun is the subject of a verb of saying, though it is not clear who that is."""
    if SAYING.search(plain):
        return True
    return text_that_says(sentence) is None and any(
        _NAME_BEFORE.search(plain[: match.start()])
        or (_ACTS[match[0]] is None and _THEY_BEFORE.search(plain[: match.start()]))
        for match in _verb().finditer(plain)
    )


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
        " " in match["words"].strip() or not match["words"].isascii() for match in QUOTATION.finditer(curled(text))
    )


@cache
def _verb() -> re.Pattern[str]:
    longest_first = sorted(_ACTS, key=len, reverse=True)
    words = "|".join(re.escape(each) for each in longest_first if each.isascii())
    signs = "|".join(each for each in longest_first if not each.isascii())
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])|(?:{signs})")
