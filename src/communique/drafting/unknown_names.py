"""Names that neither the corpus nor the words around them explain: they are listed for the curator, and not taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from .article import Article, Words
from .mentions import Mentions
from .tokens import CALENDAR, Token, tokens

_FEWEST_WORDS = 2
_JOINING = frozenset({"of", "for", "on"})


def unknown_names(article: Article, mentions: Mentions, named: str = "") -> list[str]:
    """Each run of words with capitals that is no mention, no post and no part of ``named``, an occasion, once."""
    posts: dict[int, list[Words]] = defaultdict(list)
    for post in (each for some in mentions.posts.values() for each in some):
        posts[post.sentence.start].append(post.words)
    found: dict[str, None] = {}
    for sentence in article.sentences:
        taken = {place for each in mentions.within(sentence) for place in range(each.start, each.end)}
        taken |= {place for each in posts.get(sentence.start, ()) for place in _places(each)}
        for run in _runs(sentence, taken):
            name = sentence.text[run[0].start - sentence.start : run[-1].end - sentence.start]
            if len(run) >= _FEWEST_WORDS and name not in named:
                found[name] = None
    return list(found)


def _places(words: Words) -> range:
    return range(words.start, words.end)


def _runs(sentence: Words, taken: set[int]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for word in tokens(sentence.text, sentence.start):
        is_name = word.is_capital and word.start not in taken and word.text not in CALENDAR
        is_next = bool(run) and run[-1].end + 1 == word.start
        if is_next and word.text in _JOINING and run[-1].text not in _JOINING:
            run.append(word)
            continue
        if run and not (is_name and is_next):
            yield _without_end(run)
            run = []
        # The first word of a sentence has a capital, whatever it is.
        if is_name and word.start > sentence.start + 1:
            run.append(word)
    if run:
        yield _without_end(run)


def _without_end(run: list[Token]) -> list[Token]:
    """The run without a joining word behind which there is no name."""
    return run[:-1] if run[-1].text in _JOINING else run
