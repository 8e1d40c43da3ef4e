"""Who speaks in a text that is the announced document itself: a resolution, a joint statement, an order."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..codelists import ActorType, RoleType, SpeechAct
from ..lazy import lazy_pattern
from .article import Article, Words
from .known_names import KnownNames

_ACTS: dict[SpeechAct, str] = {
    SpeechAct.CALLS_FOR: "call(?:s)? (?:up)?on|call(?:s)? for|urges?|requests?|encourages?|demands?|asks?",
    SpeechAct.COMMITS: "commits? to|pledges?|undertakes?|resolves? to",
    SpeechAct.INVITES: "invites?",
    SpeechAct.ENDORSES: "endorses?|supports?",
    SpeechAct.RECOMMENDS: "recommends?",
    SpeechAct.CRITICISES: "condemns?|deplores?",
    SpeechAct.WARNS: "warns?",
}
_WITHOUT_ACT = (
    "affirms?|reaffirms?|decides?|welcomes?|stress(?:es)?|emphasi[sz]es?|recogni[sz]es?|expresses|express|notes?|"
    "underlines?|commends?|declares?|takes? note|acknowledges?|determines?|reiterates?|intends?|agrees?|"
    "establish(?:es)?|recalling|reaffirming|noting|recogni[sz]ing|welcoming|affirming|stressing|emphasi[sz]ing|mindful|concerned|"
    "acknowledging|considering|underlining|bearing in mind|convinced|guided|determined|having|deeply|alarmed|"
    "recalls?|believes?|aims?|remains?|will|are|have|look|share|affirm|underscores?|highlights?"
)
_WE = lazy_pattern(r"^\W{0,3}We, (?:the )?[^.]{3,}")
_NUMBER = r"^(?:[•*–-] ?|\(?[0-9a-z]{1,3}[.)] ?)?"
_BODY = lazy_pattern(r"^The (?P<name>[A-Z][\w’'-]*(?: (?:(?:of|and|the|for|on) )*[A-Z][\w’'-]*){0,6}),$")
_SIGNED = lazy_pattern(r"^[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){1,3}$")
_ANYTHING = lazy_pattern(r"[^\n](?P<verb>(?!))?")
_BY_AUTHORITY = "By the authority vested in me"
_ARTICLE = lazy_pattern(
    r"(?:Article|Section|Sec\.|Art\.|§) ?[0-9]{1,3}(?:\.|:| ?[-–—]|$| [A-Z])|第[一二三四五六七八九十]+条"
)
_FEWEST_ARTICLES = 3
_FIRST_SENTENCES = 5


class Voice(NamedTuple):
    """The one who speaks, by an id, or empty if several do; the words with which what is said begins, and those
    that name the speaker."""

    speaker: str
    begins: re.Pattern[str]
    words: Words
    role: RoleType = RoleType.ADOPTER

    def act(self, sentence: Words) -> SpeechAct | None:
        """What the speaker does by saying the sentence, if its verb shows it."""
        match = self.begins.match(sentence.text)
        verb = match["verb"].lower() if match and match["verb"] else ""
        return next((act for act, words in _ACTS.items() if verb and re.fullmatch(words, verb)), None)

    def says(self, sentence: Words) -> bool:
        """Whether the sentence is one of its own."""
        return self.begins.match(sentence.text) is not None


def voice(article: Article, names: KnownNames) -> Voice | None:
    """The voice of a text; None if the text only reports of others."""
    first = article.sentences[:_FIRST_SENTENCES]
    if we := next((each for each in first if _WE.match(each.text)), None):
        return Voice("", _begins("We "), we)
    for line in article.lines:
        if match := _BODY.match(line.text):
            return Voice(names.in_context(match["name"], article.content), _begins(""), line)
    if any(each.text.startswith(_BY_AUTHORITY) for each in first):
        return _signed(article, names)
    articles = [each for each in article.lines if _ARTICLE.match(each.text)]
    return Voice("", _ANYTHING, articles[0]) if len(articles) >= _FEWEST_ARTICLES else None


def _begins(subject: str) -> re.Pattern[str]:
    verbs = "|".join([*_ACTS.values(), _WITHOUT_ACT])
    case = "" if subject else "(?=[A-Z])"
    return lazy_pattern(rf"{_NUMBER}{subject}(?:also |further |strongly |therefore )?{case}(?P<verb>(?i:{verbs}))\b")


def _signed(article: Article, names: KnownNames) -> Voice | None:
    """The person whose name is in capitals in a line of its own, if the corpus knows the name."""
    for line in article.lines:
        if _SIGNED.match(line.text):
            name = line.text.title()
            id = names.actor(name) or names.actor(re.sub(r" [A-Z]\.", "", name))
            if id and names.actors[id].type is ActorType.PERSON:
                return Voice(id, _ANYTHING, line, RoleType.ISSUER)
    return None
