"""Who does what a verb of a sentence says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ..lazy import lazy_pattern
from . import han_subjects
from .article import Words
from .known_names import Mention
from .mentions import Mentions
from .posts import is_post

_DAYS = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
_ADVERBS = "also|then|later|further|jointly|today|yesterday|formally|officially|repeatedly"
_DATED = rf"(?:on )?(?:(?:{_DAYS})day,? )?(?:[0-9]{{1,2}} [A-Z][a-z]+|[A-Z][a-z]+ [0-9]{{1,2}})(?:,? [0-9]{{4}},?)?"
_BETWEEN = rf"(?:(?:{_ADVERBS}|has|have|had|on (?:{_DAYS})day|{_DATED}|\([^()]{{1,30}}\))\s+)*"
_RIGHT_BEFORE = lazy_pattern(rf"(?:发言人)?\s{{0,2}}{_BETWEEN}$")
_LISTED = lazy_pattern(r"^[^,;:“]{3,60}, (?:including|among them) (?:the )?$")
_COMMA_BEFORE = lazy_pattern(rf",\s{_BETWEEN}$")
_RELATIVE = lazy_pattern(rf",? (?:who|which)\s{_BETWEEN}$")
_NO_SUBJECT = lazy_pattern(
    r"\b(?:from|of|with|by|against|between|to|for|in|at|over|on) (?:the )?(?:[A-Z][\w.’'-]* ){0,4}$"
)
_OF = lazy_pattern(r" (?:of|from|at|for|with) (?:the )?")
_POST = r"(?:the )?(?:[A-Z][\w.’'-]* ){0,5}"
_AND = lazy_pattern(
    rf"(?:, [A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){{0,3}}){{0,9}}(?:,? and | as well as | & ){_POST}|[和与及、]"
)
_COMMA = lazy_pattern(rf",\s?{_POST}|、")
_INSERTED = lazy_pattern(r"(?:,\s.*,|,\s.*[—–]|\s?[—–].*[—–]|\s?\(.*\))\s?$")
_PRONOUN = lazy_pattern(rf"(?:^|[\s“\"—])(?P<word>[Hh]e|[Ss]he)\s+{_BETWEEN}$")
_BY_POST = lazy_pattern(rf"(?:^|[\s“\"—])[Tt]he\s(?P<post>[\w-]+)\s+{_BETWEEN}$")
_NAMED_AFTER = lazy_pattern(
    r"\s(?:(?:the|our|its|his|her|their|a)\s)?(?:[A-Z][\w.’'-]*\s|(?:of|for|and|former|the|acting|deputy|chief|executive)\s)*"
    r"(?:(?:[\w-]+\s){0,3}[\w-]+,\s)?$"
)
_POSSESSIVE = ("’s", "'s")
_FARTHEST_BACK = 3
_LONGEST_INSERTION = 250


class Subjects:
    """The subjects of the verbs in an article.

    A pronoun means the person that a sentence before names as a subject, or the only person that it names. For that,
    each sentence has to be passed on before a later one is asked.
    """

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._persons: dict[int, tuple[Mention | None, int]] = {}
        self._pronouns: dict[str, str] = {}
        self._passed: list[int] = []

    def of(self, sentence: Words, verb: tuple[int, int], *, relative: bool = False) -> list[Mention]:
        """The actors that are the subject of the verb at these places in the sentence's own text; none if unclear.

        With ``relative`` also the ones before "who" or "which".
        """
        if found := self._before(sentence, verb[0], relative):
            return list(found)
        if not sentence.text[verb[0] : verb[1]].isascii():
            named = han_subjects.subject(sentence, self._mentions.actors(sentence), verb[0])
            meant = self._meant(sentence) if not named and han_subjects.is_pronoun(sentence, verb[0]) else named
            return [meant] if meant else []
        meant = self._after(sentence, verb[1]) or self._called(sentence, sentence.text[: verb[0]])
        return [meant] if meant else []

    def _called(self, sentence: Words, before: str) -> Mention | None:
        """The person before whom a pronoun means, or "the minister"; nobody if it was called by another pronoun."""
        if match := _PRONOUN.search(before):
            meant = self._meant(sentence)
            word = match["word"].lower()
            return meant if meant and self._pronouns.setdefault(meant.id, word) == word else None
        if match := _BY_POST.search(before):
            meant = self._meant(sentence)
            posts = [each.words.text.lower() for each in self._mentions.posts.get(meant.id, ())] if meant else []
            return meant if is_post(match["post"]) and any(match["post"] in each.split() for each in posts) else None
        return None

    def pass_on(self, sentence: Words, subject: Mention | None) -> None:
        """Remember who a pronoun of the next sentences means: the subject, or the only person that is named."""
        persons = {each.id: each for each in self._mentions.actors(sentence) if each.is_person}
        self._passed.append(sentence.start)
        if subject and subject.is_person:
            self._persons[sentence.start] = (subject, 1)
        elif persons or self._mentions.may_name_others(sentence):
            others = 1 + self._mentions.may_name_others(sentence)
            self._persons[sentence.start] = (next(iter(persons.values()), None), len(persons) * others)

    def _meant(self, sentence: Words) -> Mention | None:
        last = bisect_left(self._passed, sentence.start)
        for start in reversed(self._passed[max(0, last - _FARTHEST_BACK) : last]):
            if start in self._persons:
                person, count = self._persons[start]
                return person if count == 1 else None
        return None

    def _before(self, sentence: Words, verb: int, relative: bool) -> Sequence[Mention]:
        """The actors of the enumeration right before the verb; or of the first one, if only an insertion is between."""
        earlier = [each for each in self._mentions.actors(sentence) if each.end - sentence.start <= verb]
        chains = _chains(sentence, earlier)
        for chain in reversed(chains):
            gap = sentence.text[chain[-1].end - sentence.start : verb]
            if sentence.text[: chain[0].start - sentence.start].endswith(", "):
                gap = gap.removeprefix(",")  # it is in an apposition, as in: Its head, Ana Ruiz, said
            if _LISTED.search(sentence.text[: chain[0].start - sentence.start]) and _COMMA_BEFORE.fullmatch(gap):
                return chain
            if _RIGHT_BEFORE.fullmatch(gap) or (relative and _RELATIVE.fullmatch(gap)):
                return chain if _can_be_subject(sentence, chain) else _person_of(sentence, chains, chain)
        first = next((each for each in chains if not _leads_on(sentence, each, chains)), None)
        if first is None or not _can_be_subject(sentence, first):
            return ()
        gap = sentence.text[first[-1].end - sentence.start : verb]
        return first if len(gap) <= _LONGEST_INSERTION and _INSERTED.match(gap) else ()

    def _after(self, sentence: Words, verb: int) -> Mention | None:
        """The actor that follows the verb after a quotation, as in: “…,” said Premier Li Qiang, or China’s Li Qiang."""
        if not sentence.text[:verb].rstrip().rpartition(" ")[0].endswith(("”", '"', "»", "”,", '",')):
            return None
        named = (each for each in self._mentions.actors(sentence) if each.start - sentence.start >= verb)
        later = next((each for each in named if not _is_possessive(sentence, [each])), None)
        if later is None:
            return None
        gap = sentence.text[verb : later.start - sentence.start]
        return later if _NAMED_AFTER.fullmatch(gap) else None


def _chains(sentence: Words, actors: Sequence[Mention]) -> list[list[Mention]]:
    """The actors, with those in one list that an enumeration names together."""
    chains: list[list[Mention]] = []
    joined = False
    for each in reversed(actors):
        gap = sentence.text[each.end - sentence.start : chains[-1][0].start - sentence.start] if chains else ""
        joined = bool(_AND.fullmatch(gap)) or (joined and bool(_COMMA.fullmatch(gap)))
        if joined:
            chains[-1].insert(0, each)
        else:
            chains.append([each])
    return chains[::-1]


def _can_be_subject(sentence: Words, chain: Sequence[Mention]) -> bool:
    is_object = _NO_SUBJECT.search(sentence.text[: chain[0].start - sentence.start])
    return not is_object and not _is_possessive(sentence, chain)


def _is_possessive(sentence: Words, chain: Sequence[Mention]) -> bool:
    return sentence.text[chain[-1].end - sentence.start :].startswith(_POSSESSIVE)


def _leads_on(sentence: Words, chain: Sequence[Mention], chains: Sequence[Sequence[Mention]]) -> bool:
    """Whether a name only says whose post the next one has: China’s Minister Ma, or Tesla chief executive Elon Musk."""
    following = next((each for each in chains if each[0].start > chain[0].start), None)
    gap = sentence.text[chain[-1].end - sentence.start : following[0].start - sentence.start] if following else ""
    return _is_possessive(sentence, chain) or (bool(gap.strip()) and is_post(gap.split()[-1]) and "," not in gap)


def _person_of(sentence: Words, chains: Sequence[Sequence[Mention]], chain: Sequence[Mention]) -> Sequence[Mention]:
    """The person before the name of a body, as in "Ana Ruiz of the Institute said"; nobody if there is none."""
    before = next((each for each in reversed(chains) if each[0].start < chain[0].start), None)
    if before is None or not before[-1].is_person or not _can_be_subject(sentence, before):
        return ()
    gap = sentence.text[before[-1].end - sentence.start : chain[0].start - sentence.start]
    return before if _OF.fullmatch(gap) else ()
