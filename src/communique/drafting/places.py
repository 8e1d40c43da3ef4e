"""The town in which something was announced, where the first sentences put it beside the day or the building."""

from __future__ import annotations

from ..lazy import lazy_pattern
from .article import Article, Words
from .firmness import doubt
from .mentions import Mentions
from .parts import LEAD
from .tokens import CALENDAR

_CITY = r"(?P<city>[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?)"
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[0-9]{1,2} |[A-Z][a-z]+ [0-9]{1,2}\b)"
_PATTERNS = (
    lazy_pattern(rf"\bin {_CITY},? on {_DAY}"),
    lazy_pattern(rf"\bat the (?:[A-Z][\w’'-]* ){{1,5}}in {_CITY}(?=[,.;]| on )"),
)


def town(article: Article, mentions: Mentions) -> Words | None:
    """The first such town; no country, and nothing else that is mentioned."""
    for sentence in article.sentences[:LEAD]:
        for pattern in _PATTERNS:
            for match in pattern.finditer(sentence.text):
                place, doubted = sentence.part(*match.span("city")), doubt(sentence, *match.span())
                if doubted and not doubted.is_planned:
                    continue
                if not mentions.within(place) and CALENDAR.isdisjoint(place.text.split()):
                    return place
    return None
