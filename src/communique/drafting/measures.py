"""What a sentence says that somebody does to an instrument: proposes, publishes, signs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..codelists import Action, InstrumentType, Modality, Stage
from ..lazy import lazy_pattern
from . import han_subjects
from .article import Words
from .firmness import doubt
from .han_names import titled
from .known_names import Mention
from .mentions import Mentions
from .proposal import Proposals
from .subjects import Subjects
from .tokens import ANY_OF_CALENDAR

_VERBS: dict[tuple[Action, Stage], str] = {
    (
        Action.PROPOSE,
        Stage.PROPOSED,
    ): "proposed|proposes|put forward|puts forward|(?:has |have )?(?:announced |unveiled |"
    "outlined )?plans to (?:establish|create|set up|launch|found|form)",
    (Action.PUBLISH, Stage.PUBLISHED): "published|publishes|released|releases|issued|issues|unveiled|unveils",
    (Action.SIGN, Stage.SIGNED): "signed|signs",
    (Action.ADOPT, Stage.ADOPTED): "adopted|adopts|approved|approves|passed|enacted",
    (Action.ESTABLISH, Stage.IN_FORCE): "established|establishes|founded|created|creates|set up",
    (Action.LAUNCH, Stage.IN_FORCE): "launched|launches",
    (Action.REVOKE, Stage.REPEALED): "revoked|revokes|rescinded|rescinds|repealed|repeals",
    (Action.AMEND, Stage.IN_FORCE): "amended|amends",
    (Action.RATIFY, Stage.SIGNED): "ratified|ratifies",
}
_HEADS: dict[InstrumentType, str] = {
    InstrumentType.ACTION_PLAN: "action plan|road ?map",
    InstrumentType.EXECUTIVE_ORDER: "executive order|decree|order",
    InstrumentType.CODE_OF_PRACTICE: "code of practice|code of conduct",
    InstrumentType.DECLARATION: "declaration|joint statement|communiqu[eé]",
    InstrumentType.INTERNATIONAL_ORGANISATION: "international organi[sz]ation",
    InstrumentType.NETWORK: "network|alliance|coalition",
    InstrumentType.TREATY: "treaty|convention",
    InstrumentType.BILL: "bill",
    InstrumentType.LAW: "law|act|statute",
    InstrumentType.REGULATION: "regulations?|measures",
    InstrumentType.GUIDANCE: "guidelines?|guidance",
    InstrumentType.COMMITMENT: "commitments?|pledge",
    InstrumentType.MEMORANDUM: "memorandum of understanding|memorandum",
    InstrumentType.FRAMEWORK: "framework",
    InstrumentType.RESOLUTION: "resolution",
    InstrumentType.STRATEGY: "strategy",
    InstrumentType.PROGRAMME: "programme|program",
    InstrumentType.FUND: "fund",
    InstrumentType.STANDARD: "standards?",
    InstrumentType.REPORT: "report",
    InstrumentType.PARTNERSHIP: "partnership",
    InstrumentType.COMMUNITY: "community",
    InstrumentType.DIALOGUE: "dialogue",
    InstrumentType.INITIATIVE: "initiative",
    InstrumentType.BODY: "organi[sz]ation|agency|institute|council|panel|committee|task force|office|body|board",
}
_ORGANISATIONS = frozenset({InstrumentType.INTERNATIONAL_ORGANISATION, InstrumentType.BODY, InstrumentType.NETWORK})
_ARTICLES = r"(?:the |a |an |its |their |his |her |this )?(?:new |first |national |revised )?"
_OF_SOMETHING = r"(?:(?:the )?(?:development|creation|establishment|founding|launch) of )?"
_NO_NAME = (
    "that|which|who|to|in|on|at|by|with|from|and|or|but|as|is|are|was|were|has|have|had|will|would|designed|aimed|"
    "its|their|his|her|under|over|after|before"
)
_WORD = rf"(?!(?:{_NO_NAME})\b)[\w’'&-]+"
_AND_MORE = rf"(?: and {_WORD}(?= (?:by|in|at|on|with|to)\b|[,.;]))?"
_NO_DAY = rf"(?![0-9]|(?:{ANY_OF_CALENDAR})\b)"
_TAIL = rf"(?: (?:for|on|of) {_NO_DAY}(?:the )?{_WORD}(?: (?:of |for )?{_WORD}){{0,6}}{_AND_MORE})?"
_BACKGROUND = lazy_pattern(r"\b(?:after|since|before|when|following|once|until|if|unless)\b[^,;—]*$")
BY_A_PART = lazy_pattern(r"\b(?:sub)?(?:committee|panel)\b[^,;]{0,30}$")
"""Stands before what only a part of a body does, which is not yet done by the body."""
_PLANNED = lazy_pattern(r"\b(?:will|would|to|plans? to|may|could)\s*$")
_NUMBER_AFTER = r"(?: (?:No\. ?)?[0-9]+(?:[/-][0-9]+)*)?"
_SEAT = lazy_pattern(
    r"(?P<city>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}) (?:was|is|were|has been|would be|will be) (?P<how>under consideration|"
    r"being considered|considered|proposed|chosen|selected|named|expected to be chosen)? ?as "
    r"(?:the |a |an |its |their )?"
    r"(?:[\w-]+ ){0,3}?(?:seat|headquarters|host city|home)\b"
)
_WEIGHED = frozenset({"under consideration", "being considered", "considered"})


class Done(NamedTuple):
    """Something that is done to an instrument, in a sentence.

    ``instrument`` is an id that the corpus knows, or empty; then ``name`` is what the text calls it, and ``type`` the
    kind that this says.
    """

    sentence: Words
    action: Action
    stage: Stage
    actors: tuple[Mention, ...]
    instrument: str
    name: str
    type: InstrumentType
    called: str = ""
    """The last word of the name, by which later sentences may call the instrument, as in "the plan"."""

    @property
    def is_organisation(self) -> bool:
        """Whether it is a body that can have a seat."""
        return self.type in _ORGANISATIONS


class Seat(NamedTuple):
    """A city that is, or may become, the seat of an organisation."""

    sentence: Words
    city: str
    modality: Modality


_HEREBY = lazy_pattern(r"(?: \([^()]{3,200}\),?)? (?:is|are) hereby (?P<verb>amended|revoked|rescinded|repealed)\b")


_DATED_BEHIND = lazy_pattern(r",? (?:back )?(?:in|on) [\w ,]{0,20}?(?P<year>(?:19|20)[0-9]{2})\b")
_DATED_BEFORE = lazy_pattern(r"^(?:In|On|Back in) [\w ,]{0,20}?(?P<year>(?:19|20)[0-9]{2}),? ")


def measures(
    sentence: Words,
    mentions: Mentions,
    subjects: Subjects,
    proposals: Proposals,
    *,
    in_lead: bool = False,
    year: str = "",
) -> Iterator[Done]:
    """What the sentence says to be done, by whom; nothing that it only puts before something else in time.

    What nobody is named for counts only ``in_lead``, in the first sentences of an article, and not if it is dated
    before the ``year`` of the article.
    """
    yield from _passive(sentence, mentions)
    yield from _titled(sentence, mentions, proposals, in_lead)
    for match in _verb_and_object().finditer(sentence.text):
        before, verb = sentence.text[: match.start("verb")], match.span("verb")
        if any(each.search(before) for each in (BY_A_PART, _BACKGROUND, _PLANNED)):
            continue
        actors = tuple(subjects.of(sentence, verb))
        if not actors and not in_lead and not _names_a_text(before):
            continue
        if doubted := doubt(sentence, *verb):
            proposals.not_taken.append(f"{match[0]}: “{doubted.words}”: not stated as done")
        elif year and not actors and (then := _year(sentence.text, *match.span())) and then < year:
            proposals.not_taken.append(f"{match[0]}: of {then}, before the announcement")
        else:
            yield _done(sentence, mentions, match, actors)


def _done(sentence: Words, mentions: Mentions, match: re.Match[str], actors: tuple[Mention, ...]) -> Done:
    action, stage = _action(match["verb"])
    named = mentions.within(sentence.part(*match.span("name")))
    known = next((each.id for each in named if each.kind == "instrument"), "")
    type, called = _type(match["name"], match["head"]), match["head"].rpartition(" ")[2]
    return Done(sentence, action, stage, actors, known, match["name"], type, called)


def _year(text: str, start: int, end: int) -> str:
    """The year that a sentence gives to what is done there, behind it or at its own beginning; empty if none."""
    found = _DATED_BEHIND.match(text, end) or _DATED_BEFORE.match(text[:start])
    return found["year"] if found else ""


def _passive(sentence: Words, mentions: Mentions) -> Iterator[Done]:
    """What a document does to an instrument that the corpus knows: "Executive Order 1 is hereby amended"."""
    for match in _HEREBY.finditer(sentence.text):
        known = [each for each in mentions.within(sentence) if each.kind == "instrument"]
        before = next((each for each in known if each.end - sentence.start == match.start()), None)
        if before:
            action, stage = _action(match["verb"])
            type = next(each for each in InstrumentType if each == before.type)
            yield Done(sentence, action, stage, (), before.id, before.text, type)


def _titled(sentence: Words, mentions: Mentions, proposals: Proposals, in_lead: bool) -> Iterator[Done]:
    """What a sentence in Chinese says to be done to a text in book-title marks."""
    for each in titled(sentence.text):
        actor = han_subjects.subject(sentence, mentions.actors(sentence), each.verb)
        if doubted := doubt(sentence, each.verb, each.verb + 2):
            proposals.not_taken.append(f"《{each.name}》: “{doubted.words}”: not stated as done")
        elif actor or in_lead:
            known = mentions.names.instrument(each.name)
            yield Done(sentence, each.action, each.stage, (actor,) if actor else (), known, each.name, each.type)


def seat(sentence: Words) -> Seat | None:
    """The city that the sentence says to be a seat, or to be considered as one."""
    match = _SEAT.search(sentence.text)
    if not match:
        return None
    if match["how"] in _WEIGHED:
        return Seat(sentence, match["city"], Modality.UNDER_CONSIDERATION)
    return Seat(sentence, match["city"], Modality.PLANNED)


def text_that_says(sentence: Words) -> tuple[str, int] | None:
    """The word for the text that is the subject, as in "The plan also proposes", and where the verb is."""
    match = _text_subject().match(sentence.text)
    return (match["text"].lower().rpartition(" ")[2], match.end()) if match else None


def names_instrument(name: str) -> bool:
    """Whether a name ends or begins as those of instruments do: Action Plan, Declaration on AI."""
    return _head().search(name) is not None


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{'|'.join(_HEADS.values())}|plan|process|agenda|principles|compact|charter|pact)\b")


def _names_a_text(before: str) -> bool:
    return _text_subject().fullmatch(before) is not None


def _action(verb: str) -> tuple[Action, Stage]:
    return next(codes for codes, words in _VERBS.items() if re.fullmatch(words, verb))


def _type(name: str, head: str) -> InstrumentType:
    lower = head.lower()
    type = next(type for type, words in _HEADS.items() if re.fullmatch(words, lower))
    is_of_states = re.search(r"(?i)\b(?:international|global|world)\b", name) is not None
    return InstrumentType.INTERNATIONAL_ORGANISATION if lower[:6] == "organi" and is_of_states else type


@cache
def _verb_and_object() -> re.Pattern[str]:
    verbs, heads = "|".join(_VERBS.values()), "|".join(_HEADS.values())
    return re.compile(
        rf"(?<![\w-])(?P<verb>{verbs}) {_OF_SOMETHING}{_ARTICLES}"
        rf"(?P<name>(?:{_WORD} ){{0,7}}?(?P<head>(?i:{heads}))\b(?![\w’'-]){_NUMBER_AFTER}{_TAIL})"
    )


@cache
def _text_subject() -> re.Pattern[str]:
    heads = "|".join(_HEADS.values())
    return re.compile(
        rf"(?:The|the|This|this) (?:\w+ )?(?P<text>(?i:{heads}|plan|statement)) (?:also |further |itself )?"
    )
