"""The occasion of an announcement: a conference that the corpus knows, or one that only the text names."""

from __future__ import annotations

from typing import NamedTuple

from ..authoring.new_ids import slug
from ..lazy import lazy_pattern
from ..models import Occasion
from .article import Article, Words
from .firmness import Firmness, doubt
from .known_names import KnownNames, Mention
from .mentions import Mentions

_NAME = lazy_pattern(
    r"(?<![\w-])(?P<name>(?:[A-Z0-9][\w’'&-]*(?: (?:on|of|for|the|in))? ){1,7}"
    r"(?:Summit|Conference|Forum|Congress|Symposium|Dialogue|Convention)"
    r"(?: (?:on|for) (?:the )?[A-Z][\w’'&-]*(?: (?:(?:and|of) )?[A-Z][\w’'&-]*){0,4})?(?: (?:19|20)[0-9]{2})?)(?![\w-])"
    r"(?: in (?P<city>[A-Z][\w-]+(?: [A-Z][\w-]+)?))?"
)
_FIRST_WORDS = ("The ", "At ", "During ", "A ", "This ")


_WHERE = ("at the ", "At the ", "during the ", "During the ")


class Named(NamedTuple):
    """An occasion by its id; with a name if the corpus does not know it, and the city that the text gives."""

    id: str
    name: str
    sentence: Words
    city: str = ""


def occasion(article: Article, mentions: Mentions, names: KnownNames, year: str) -> Named | None:
    """The first occasion that the sentences name; of a series that the corpus knows, the edition of the year."""
    for sentence in article.sentences:
        for mention in mentions.within(sentence):
            place = mention.start - sentence.start, mention.end - sentence.start
            if mention.kind == "occasion" and _takes_place(sentence, place):
                return Named(_edition(mention, names, year), "", sentence)
        match = _NAME.search(sentence.text)
        if match and _takes_place(sentence, match.span("name")):
            name = match["name"]
            for word in _FIRST_WORDS:
                name = name.removeprefix(word)
            called = name if year in name else f"{name} {year}"
            if slug(called) in names.occasions:
                return Named(slug(called), "", sentence)
            id = names.free_id("occasion", called)
            if id and " " in name:
                return Named(id, name, sentence, match["city"] or "")
    return None


def _takes_place(sentence: Words, place: tuple[int, int]) -> bool:
    """Whether the sentence does not say that the occasion is called off, proposed or a condition."""
    doubted = doubt(sentence, *place)
    is_there = sentence.text[: place[0]].endswith(_WHERE)
    return is_there or doubted is None or doubted.firmness not in (Firmness.CANCELLED, Firmness.OPEN)


def _edition(mention: Mention, names: KnownNames, year: str) -> str:
    """The only edition of that year in a series; else what is named itself."""
    editions = [each.id for each in names.occasions.values() if _is_edition(each, mention.id, year)]
    return editions[0] if len(editions) == 1 else mention.id


def _is_edition(occasion: Occasion, series: str, year: str) -> bool:
    if occasion.series != series or not year:
        return False
    return occasion.edition == year or any(each.value.startswith(year) for each in occasion.dates)
