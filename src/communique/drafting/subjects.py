"""Who does what a verb of a sentence says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ..lazy import lazy_pattern
from .article import Words
from .known_names import Mention
from .mentions import Mentions

_BETWEEN = r"(?:(?:also|then|later|further|jointly|today|yesterday|formally|officially|repeatedly|has|have|had)\s+)*"
_RIGHT_BEFORE = lazy_pattern(rf"(?:,? (?:who|which))?\s{{0,2}}{_BETWEEN}$")
_NO_SUBJECT = lazy_pattern(
    r"\b(?:from|of|with|by|against|between|to|for|in|at|over|on) (?:the )?(?:[A-Z][\w.’'-]* ){0,4}$"
)
_SEPARATOR = lazy_pattern(r"(?:,? and |, | as well as | & |,)(?:the )?")
_INSERTED = lazy_pattern(r"(?:,\s.*,|,\s.*[—–]|\s?[—–].*[—–]|\s?\(.*\))\s?$")
_PRONOUN = lazy_pattern(rf"(?:^|[\s“\"—])(?P<word>[Hh]e|[Ss]he)\s+{_BETWEEN}$")
_NAMED_AFTER = lazy_pattern(
    r"\s(?:the\s)?(?:[A-Z][\w.’'-]*\s|(?:of|for|and|former|the|acting|deputy|chief|executive)\s)*$"
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
        self._persons: dict[int, tuple[Mention, int]] = {}
        self._passed: list[int] = []

    def of(self, sentence: Words, verb: tuple[int, int]) -> Mention | None:
        """The actor that is the subject of the verb at these places in the sentence's own text; None if unclear."""
        actors = self._mentions.actors(sentence)
        found = self._before(sentence, actors, verb[0]) or self._after(sentence, actors, verb[1])
        return found or (self._meant(sentence) if _PRONOUN.search(sentence.text[: verb[0]]) else None)

    def all_of(self, sentence: Words, verb: tuple[int, int]) -> list[Mention]:
        """The subject, and before it the actors that are joined to it, as in "Brazil and Canada signed"."""
        last = self.of(sentence, verb)
        return [*_joined(sentence, self._mentions.actors(sentence), last), last] if last else []

    def pass_on(self, sentence: Words, subject: Mention | None) -> None:
        """Remember who a pronoun of the next sentences means: the subject, or the only person that is named."""
        persons = {each.id: each for each in self._mentions.actors(sentence) if each.is_person}
        self._passed.append(sentence.start)
        if subject and subject.is_person:
            self._persons[sentence.start] = (subject, 1)
        elif persons:
            self._persons[sentence.start] = (next(iter(persons.values())), len(persons))

    def _meant(self, sentence: Words) -> Mention | None:
        last = bisect_left(self._passed, sentence.start)
        for start in reversed(self._passed[max(0, last - _FARTHEST_BACK) : last]):
            if start in self._persons:
                person, count = self._persons[start]
                return person if count == 1 else None
        return None

    def _before(self, sentence: Words, actors: Sequence[Mention], verb: int) -> Mention | None:
        earlier = [each for each in actors if each.end - sentence.start <= verb]
        for each in reversed(earlier):
            gap = sentence.text[each.end - sentence.start : verb]
            if gap.startswith(_POSSESSIVE):
                continue
            if _RIGHT_BEFORE.fullmatch(gap):
                begin = next(iter(_joined(sentence, earlier, each)), each).start
                is_other = _NO_SUBJECT.search(sentence.text[: begin - sentence.start])
                return None if is_other else each
        first = next((each for each in earlier if not _is_possessive(sentence, each)), None)
        if first is None or _NO_SUBJECT.search(sentence.text[: first.start - sentence.start]):
            return None
        gap = sentence.text[first.end - sentence.start : verb]
        return first if len(gap) <= _LONGEST_INSERTION and _INSERTED.match(gap) else None

    def _after(self, sentence: Words, actors: Sequence[Mention], verb: int) -> Mention | None:
        """The actor that follows the verb after a quotation, as in: “…,” said Premier Li Qiang."""
        if not sentence.text[:verb].rstrip().rpartition(" ")[0].endswith(("”", '"', "»", "”,", '",')):
            return None
        later = next((each for each in actors if each.start - sentence.start >= verb), None)
        if later is None:
            return None
        gap = sentence.text[verb : later.start - sentence.start]
        return later if _NAMED_AFTER.fullmatch(gap) else None


def _joined(sentence: Words, actors: Sequence[Mention], last: Mention) -> list[Mention]:
    """The actors that an enumeration names before its last one."""
    found: list[Mention] = []
    for each in reversed([each for each in actors if each.end <= last.start]):
        if not _SEPARATOR.fullmatch(sentence.text[each.end - sentence.start : last.start - sentence.start]):
            break
        found.insert(0, each)
        last = each
    return found


def _is_possessive(sentence: Words, mention: Mention) -> bool:
    return sentence.text[mention.end - sentence.start :].startswith(_POSSESSIVE)
