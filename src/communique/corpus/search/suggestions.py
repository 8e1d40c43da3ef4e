"""What somebody may have meant who finds nothing by the words."""

from __future__ import annotations

from collections.abc import Collection
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ...lexicon.countries import country_of_part
from ...lexicon.words import tokens
from .query import Found, Query, described, is_address, look_up
from .searchable import Texts, address_of, things

if TYPE_CHECKING:
    from ..corpus import Corpus

_LIKE = 0.75
_SHORTEST_SLIP = 4
_MOST_WORDS = 20_000
_MOST_ASKED = 8
_MOST_APART = 2
_LONGEST_WORD = 40
_SECOND_ENDINGS = frozenset({"ac", "co", "com", "edu", "gov", "net", "or", "org"})
_LITTLE = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"})


def meant(words: str, corpus: Corpus, kinds: Collection[str] = ()) -> list[Found]:
    """What the words fit with slips of the pen put right, or what the name of the site fits if they are an address."""
    if is_address(words) and (found := look_up(_site(words), corpus, kinds)):
        return found
    better = corrected(words, corpus, kinds)
    return look_up(better, corpus, kinds) if better else []


def whole_of(part: str, corpus: Corpus, kinds: Collection[str] = ()) -> list[Found]:
    """The country with a part that has this name, such as England, if the corpus has the country."""
    code = country_of_part(part) if not kinds or "actor" in kinds else None
    for _, actor in things(corpus, ("actor",)) if code else ():
        texts = Texts(actor, corpus)
        if texts.is_country and code in texts.of:
            return [described("actor", actor, texts)]
    return []


def most_fitting(words: str, corpus: Corpus, kinds: Collection[str] = ()) -> list[Found]:
    """What most of the words fit, at least half of them: countries first, sources last, then the shortest name first.

    Little words such as "of" do not count.
    """
    query = Query(tokens(words))
    little = {place for place, word in enumerate(query.words) if word in _LITTLE}
    found: list[tuple[tuple[object, ...], Found]] = []
    for kind, thing in things(corpus, kinds):
        texts = Texts(thing, corpus)
        count = len(query.fitting(texts) - little)
        if count and 2 * count >= len(query.words) - len(little):
            each = described(kind, thing, texts)
            found.append(((-count, not texts.is_country, kind == "source", len(each.name), each.id), each))
    return [each for _, each in sorted(found)]


def _site(address: str) -> str:
    """The name by which people call the site: reuters for www.reuters.com, bbc for news.bbc.co.uk."""
    labels = address_of(address.strip()).partition("/")[0].split(".")[:-1]
    while len(labels) > 1 and labels[-1] in _SECOND_ENDINGS:
        labels.pop()
    return labels[-1] if labels and not labels[-1].isdecimal() else ""


def corrected(words: str, corpus: Corpus, kinds: Collection[str] = ()) -> str:
    """The words with those that are in no name replaced by the one most like it; nothing if there is none for one.

    The cost grows with the number of different words in names, of which so many are looked at.
    """
    known = dict.fromkeys(word for _, thing in things(corpus, kinds) for word in Texts(thing, corpus).words)
    names = list(known)[:_MOST_WORDS]
    better = [word if word in known else _nearest(word, names) for word in tokens(words)[:_MOST_ASKED]]
    return " ".join(better) if all(better) else ""


def _nearest(word: str, names: list[str]) -> str:
    if not _SHORTEST_SLIP <= len(word) <= _LONGEST_WORD:
        return ""
    # The matcher remembers what it knows of its second text.
    matcher = SequenceMatcher(None, b=word, autojunk=False)
    best, most = "", _LIKE
    for name in names:
        if abs(len(name) - len(word)) <= _MOST_APART:
            matcher.set_seq1(name)
            if matcher.quick_ratio() > most and (ratio := matcher.ratio()) > most:
                best, most = name, ratio
    return best
