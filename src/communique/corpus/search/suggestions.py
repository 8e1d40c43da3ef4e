"""Suggestions for a search without results."""

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

_MIN_SIMILARITY = 0.75
_SHORTEST_WORD = 4
_MAX_NAMES = 20_000
_MAX_WORDS = 8
_MAX_LENGTH_DIFFERENCE = 2
_LONGEST_WORD = 40
_SECOND_ENDINGS = frozenset({"ac", "co", "com", "edu", "go", "gob", "gouv", "gov", "govt", "net", "or", "org"})
_STOP_WORDS = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"})


def meant(words: str, corpus: Corpus, kinds: Collection[str] = ()) -> list[Found]:
    """The results for the corrected words; for a web address, the results for the name of its site."""
    if is_address(words) and (found := look_up(site_name(words), corpus, kinds)):
        return found
    better = corrected(words, corpus, kinds)
    return look_up(better, corpus, kinds) if better else []


def whole_of(part: str, corpus: Corpus, kinds: Collection[str] = ()) -> list[Found]:
    """The country in the corpus with a subdivision of this name, such as England."""
    code = country_of_part(part) if not kinds or "actor" in kinds else None
    for _, actor in things(corpus, ("actor",)) if code else ():
        texts = Texts(actor, corpus)
        if texts.is_country and code in texts.of:
            return [described("actor", actor, texts)]
    return []


def most_fitting(words: str, corpus: Corpus, kinds: Collection[str] = ()) -> list[Found]:
    """Everything that matches at least half of the words, most words first; then countries first, sources last.

    Stop words such as "of" do not count.
    """
    query = Query(tokens(words))
    ignored = {place for place, word in enumerate(query.words) if word in _STOP_WORDS}
    found: list[tuple[tuple[object, ...], Found]] = []
    for kind, thing in things(corpus, kinds):
        texts = Texts(thing, corpus)
        count = len(query.fitting(texts) - ignored)
        if count and 2 * count >= len(query.words) - len(ignored):
            each = described(kind, thing, texts)
            found.append(((-count, not texts.is_country, kind == "source", len(each.name), each.id), each))
    return [each for _, each in sorted(found)]


def site_name(address: str) -> str:
    """The short name of a site: reuters for www.reuters.com, bbc for news.bbc.co.uk; empty if it has none."""
    labels = address_of(address.strip()).partition("/")[0].split(".")[:-1]
    while len(labels) > 1 and labels[-1] in _SECOND_ENDINGS:
        labels.pop()
    return labels[-1] if labels and not labels[-1].isdecimal() else ""


def corrected(words: str, corpus: Corpus, kinds: Collection[str] = ()) -> str:
    """The words, with each unknown word replaced by the most similar known word; empty if a word has none.

    At most `_MAX_NAMES` known words are compared, because the time grows with their number.
    """
    known = dict.fromkeys(word for _, thing in things(corpus, kinds) for word in Texts(thing, corpus).words)
    names = list(known)[:_MAX_NAMES]
    better = [word if word in known else _nearest(word, names) for word in tokens(words)[:_MAX_WORDS]]
    return " ".join(better) if all(better) else ""


def _nearest(word: str, names: list[str]) -> str:
    if not _SHORTEST_WORD <= len(word) <= _LONGEST_WORD:
        return ""
    # The matcher caches data about its second text.
    matcher = SequenceMatcher(None, b=word, autojunk=False)
    best, most = "", _MIN_SIMILARITY
    for name in names:
        if abs(len(name) - len(word)) <= _MAX_LENGTH_DIFFERENCE:
            matcher.set_seq1(name)
            if matcher.quick_ratio() > most and (ratio := matcher.ratio()) > most:
                best, most = name, ratio
    return best
