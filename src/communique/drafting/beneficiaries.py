"""Groups of countries for which a sentence says that something is meant to be of use."""

from __future__ import annotations

from collections.abc import Iterator

from ..codelists import ActorType, RoleType
from ..lazy import lazy_pattern
from .article import Article, Words
from .firmness import doubt
from .known_names import KnownNames, Mention
from .mentions import Mentions
from .parts import Part
from .quotations import unquoted

_IDS = {
    "global-south": "Global South|全球南方国家|全球南方",
    "developing-countries": "developing (?:countries|nations|states)|发展中国家",
    "least-developed-countries": "least[- ]developed countries|最不发达国家",
    "small-island-states": "small island (?:developing )?states|小岛屿国家",
    "eu-member-states": "EU member states|member states of the European Union",
    "group-of-77": "G77|Group of 77|77国集团",
}
_GROUP = "|".join(f"(?P<{id.replace('-', '_')}>{names})" for id, names in _IDS.items())
_KIND = "(?:the |all |poor(?:er)? |many |some |countries (?:in|of) the )*"
_GIVES = "offer|provide|give|pledge|promise|make available|share"
_MEANT = lazy_pattern(
    rf"(?:\b(?:{_GIVES})(?:s|d|ed|ing)? (?:[\w’'-]+ ){{1,8}}(?:to|for|with) {_KIND}"
    rf"|\b(?:help|support|assist|benefit|train)(?:s|ed|ing)? {_KIND}|\b(?:for the benefit of|aid (?:to|for)) {_KIND}"
    rf"|(?:惠及|帮助|支持|援助|造福)(?:了)?(?:广大|更多|其他|各)?|向(?:广大|更多|其他|各)?(?=[^，。；]{{4,12}}提供))(?P<group>{_GROUP})"
)


def beneficiaries(article: Article, mentions: Mentions) -> Iterator[Part]:
    """The groups of countries that are to be helped, or to get something, as the sentences say outside of quotations.

    A group that only lives in a phrase, as in "universities in the Global South", is none.
    """
    for sentence in article.sentences:
        for match in _MEANT.finditer(unquoted(sentence.text)):
            doubted = doubt(sentence, *match.span())
            if doubted is None or doubted.is_planned:
                id = next(id for id in _IDS if match[id.replace("-", "_")])
                group = _mention(sentence.part(*match.span("group")), mentions.names, id)
                mentions.meet(group, sentence)
                yield Part(group, RoleType.BENEFICIARY, sentence)


def _mention(words: Words, names: KnownNames, id: str) -> Mention:
    """The mention of a group, which may be one of the corpus, by its usual id or by its name."""
    known = names.actor(words.text) or (id if id in names.actors else "")
    return Mention(
        words.start, words.end, words.text, "actor", known or names.free_id("actor", id), str(ActorType.GROUP)
    )
