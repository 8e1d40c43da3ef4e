"""Which part each actor takes, by the words around its name; an actor without such words is mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..codelists import ActorType, RoleType
from ..lazy import lazy_pattern
from .article import Article, Words
from .belonging import is_of_object
from .firmness import doubt
from .known_names import Mention
from .mentions import Mentions
from .quotations import unquoted
from .subjects import Subjects

_JOINED = (
    "declaration|statement|initiative|network|coalition|commitments?|pledge|agreement|treaty|convention|alliance|"
    "partnership|code|pact|compact|charter|accord"
)
_GUESTS = "representatives|delegates|delegations|participants|attendees"
_PEOPLE = "officials|ministers|leaders|envoys|diplomats|lawmakers"
_TOGETHER = "met|meet|gathered|attended|took part|came together|adopted|agreed|signed|convened|joined"
_OF_THEM = r"(?:[^.;:]{0,40}?(?:including|such as|among them) )?"
_WE = r"^(?:\W{0,3})We, (?:the )?(?:\w+ ){0,6}?(?:of|from|for)(?: the)?(?: following)?(?: (?:countries|states))?:? "
_FIRST_OF_LIST = r"(?:[^.;:]{0,60}?\b(?:include[sd]?|including|such as|among them|were|are)\b[: ]|:)"
_BEFORE_LISTS: tuple[tuple[RoleType, re.Pattern[str]], ...] = tuple(
    (role, lazy_pattern(pattern))
    for role, pattern in (
        (RoleType.PARTICIPANT, rf"(?i)\b(?:{_GUESTS}) from {_OF_THEM}"),
        (RoleType.PARTICIPANT, rf"(?i)^(?=.*\b(?:{_TOGETHER})\b).*?\b(?:{_PEOPLE}) from {_OF_THEM}"),
        (RoleType.PARTICIPANT, rf"(?i)\b(?:participants|attendees|guests|participating countries){_FIRST_OF_LIST}"),
        (RoleType.PARTICIPANT, _WE),
        (RoleType.PARTICIPANT, r"\battended by "),
        (RoleType.MEMBER, rf"(?i)\bmembers{_FIRST_OF_LIST}"),
        (RoleType.EXHIBITOR, rf"(?i)\bexhibitors{_FIRST_OF_LIST}"),
        (RoleType.SIGNATORY, rf"(?i)\b(?:signatories|signers|parties to it){_FIRST_OF_LIST}"),
        (RoleType.SIGNATORY, r"\b[Ss]igned by:? "),
        (RoleType.ADOPTER, r"\b(?:[Aa]dopted|[Aa]pproved) by:? "),
        (RoleType.SUPPORTER, r"\b[Ee]ndorsed by:? "),
        (RoleType.ISSUER, r"\b(?:issued|published|released) by "),
        (RoleType.SPONSOR, r"\b(?:tabled|introduced|submitted) by "),
        (RoleType.CO_SPONSOR, r"\bco-?sponsored by "),
        (RoleType.HOST, r"\b(?:co-)?hosted by "),
        (RoleType.ORGANISER, r"\b(?:organi[sz]ed|convened) by "),
        (RoleType.CHAIR, r"\b(?:co-)?chaired by "),
    )
)
_SPEAKERS = lazy_pattern(r"(?i)\bspeakers\b[^.;:]{0,60}?\b(?:include[sd]?|including|were|are)\b")
_ACTIVE: tuple[tuple[RoleType, re.Pattern[str]], ...] = tuple(
    (role, lazy_pattern(pattern))
    for role, pattern in (
        (
            RoleType.ABSENTEE,
            r"\b(?:did(?: not|n[’']t) (?:participate|attend|take part|come|show up)|was absent|stayed away|skipped)\b",
        ),
        (RoleType.NON_SIGNATORY, r"\b(?:did(?: not|n[’']t) sign|refused to sign|declined to sign)\b"),
        (RoleType.PARTICIPANT, r"\b(?:attended|took part (?:in|as)|participated (?:in|as))\b"),
        (RoleType.SIGNATORY, rf"\bsigned\b|\bjoined (?:the|this) [^,.;]{{0,60}}?\b(?:{_JOINED})\b"),
        (RoleType.CRITIC, r"\b(?:criticised|criticized|condemned|rejected|opposed)\b"),
        (RoleType.OPPONENT, r"\bvoted against\b"),
        (RoleType.ABSTAINER, r"\babstained\b"),
        (RoleType.SUPPORTER, r"\b(?:welcomed|supported|endorsed|backed|praised)\b"),
        (RoleType.CHAIR, r"\b(?:chaired|co-chaired)\b"),
        (RoleType.SPEAKER, r"\b(?:speaks|spoke|speaking|delivered (?:a|the) (?:\w+ )?(?:speech|address|keynote))\b"),
        (RoleType.SPEAKER, r"\b(?:said|added|warned|urged|stressed|noted)\b"),
        (RoleType.HOST, r"\b(?:hosted|hosts)\b"),
    )
)
_EXHIBITION = lazy_pattern(
    r"(?i)\b(?:exhibit(?:ed|ions?|ors?|ing|s)?|showcas(?:ed|es|ing)|trade (?:fair|show)|booths?)\b"
)
_SHOWS = lazy_pattern(r"\b(?:featured prominently|exhibited|exhibiting|showcased|showcasing|displayed)\b")
_OF_DEEDS = frozenset(
    {RoleType.PARTICIPANT, RoleType.SIGNATORY, RoleType.SUPPORTER, RoleType.CHAIR, RoleType.HOST, RoleType.EXHIBITOR}
)
_AHEAD = frozenset(
    {RoleType.HOST, RoleType.ORGANISER, RoleType.CHAIR, RoleType.SPONSOR, RoleType.CO_SPONSOR, RoleType.MEMBER}
)
_OF_PERSONS = frozenset({"speaks", "spoke", "speaking"})
_ANNOUNCES = lazy_pattern(r"\b(?:announced|announces|unveiled|unveils)\b")
_SEPARATOR = lazy_pattern(r"(?:,? and |,? as well as |, | & |,)(?:the |from )?")
LEAD = 2
"""Sentences at the beginning of an article, in which the announcement itself is reported."""


class Part(NamedTuple):
    """An actor takes a part, in a sentence."""

    actor: Mention
    role: RoleType
    sentence: Words


def parts(article: Article, mentions: Mentions, subjects: Subjects) -> Iterator[Part]:
    """The parts that sentences and captions give to actors."""
    for sentence in (*article.captions, *article.sentences):
        yield from _listed(sentence, mentions)
        yield from _active(sentence, subjects)
    for paragraph in article.paragraphs:
        yield from _exhibitors(paragraph, mentions)
    for sentence in article.sentences[:LEAD]:
        for match in _ANNOUNCES.finditer(sentence.text):
            for subject in subjects.of(sentence, match.span()):
                yield Part(subject, RoleType.ANNOUNCER, sentence)


def _exhibitors(paragraph: Sequence[Words], mentions: Mentions) -> Iterator[Part]:
    """The companies that a paragraph about an exhibition says to show something."""
    if not any(_EXHIBITION.search(each.text) for each in paragraph):
        return
    for sentence in paragraph:
        if _SHOWS.search(unquoted(sentence.text)):
            companies = (each for each in mentions.actors(sentence) if each.type == ActorType.COMPANY)
            yield from (Part(each, RoleType.EXHIBITOR, sentence) for each in companies)


def _listed(sentence: Words, mentions: Mentions) -> Iterator[Part]:
    actors = mentions.actors(sentence)
    if match := _SPEAKERS.search(sentence.text):
        later = [each for each in actors if each.start - sentence.start >= match.end() and each.is_person]
        yield from (Part(each, RoleType.SPEAKER, sentence) for each in later)
    for role, pattern in _BEFORE_LISTS:
        for match in pattern.finditer(sentence.text):
            if _is_doubtful(sentence, match.span(), role):
                continue
            yield from (Part(each, role, sentence) for each in _chain(sentence, actors, match.end()))


def _is_doubtful(sentence: Words, place: tuple[int, int], role: RoleType) -> bool:
    """Whether the part is not taken, for all that the sentence says; who is to host something is its host."""
    doubted = doubt(sentence, *place)
    return doubted is not None and not (doubted.is_planned and role in _AHEAD)


def _chain(sentence: Words, actors: Sequence[Mention], place: int) -> Iterator[Mention]:
    """The actors of an enumeration that begins at this place of the sentence's own text."""
    for each in actors:
        gap = sentence.text[place : each.start - sentence.start] if each.start - sentence.start >= place else None
        if gap is None:
            continue
        if gap.strip() not in ("", "the") and not _SEPARATOR.fullmatch(gap):
            return
        yield each
        place = each.end - sentence.start


def _active(sentence: Words, subjects: Subjects) -> Iterator[Part]:
    for role, pattern in _ACTIVE:
        for match in pattern.finditer(unquoted(sentence.text)):
            if role in _OF_DEEDS and _is_doubtful(sentence, match.span(), role):
                continue
            if role is RoleType.SIGNATORY and is_of_object(sentence.text[: match.start()]):
                continue
            # "China, which signed the 2023 declaration" tells what was before.
            for subject in subjects.of(sentence, match.span(), relative=role is not RoleType.SIGNATORY):
                if match[0] not in _OF_PERSONS or subject.is_person:
                    yield Part(subject, role, sentence)
