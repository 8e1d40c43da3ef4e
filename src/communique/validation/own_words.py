"""The texts of a record that should be in words of its own, and what of them is copied from a source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .. import models
from ..lexicon.copied_words import RUN, WHOLE, OwnWords, SourceWords, folded
from .aspects import NAMED, SOURCES, USED, SourceFacts
from .passages import texts_of

if TYPE_CHECKING:
    from ..corpus.corpus import Record
    from ..models.tree import FieldText
    from ..text.pointer import Pointer
    from .context import Context
    from .summary import Summary

OWN_WORDS = {"title": WHOLE, "summary": WHOLE, "text": WHOLE, "effect": WHOLE, "description": WHOLE, "note": RUN}
"""The fields in words of our own, each with from how many words on it is copied if all of it is. A short note says what
many say, such as where a date is from."""

FREE = frozenset(
    {"name", "capacity", "theme", "venue", "part", "publisher", "as_stated", "published_as_stated", "hedge", "quote"}
)
"""The fields of names and of words that are meant to be the source's. Whatever is in one of them may be said in others,
too: of a ``quote``, the record says that the licence of the source allows it."""


class Copy(NamedTuple):
    """A text of the record with words of a source: where it is, the words, and the id of the source."""

    pointer: Pointer
    words: str
    source: str


def copies(own: Summary, context: Context, record: Record) -> Iterator[Copy]:
    """The texts of the record that are copied from the text of one of its sources, each once."""
    contents = [(source.id, words) for source in sources_of(own, context) for words in _contents(source, context)]
    if not contents:
        return
    texts = models.Tree(record).texts
    free = _free(own, context, texts)
    checked = [(pointer, each) for pointer, each in _own_words(texts, free) if each.grams]
    grams = {gram for _, each in checked for gram in each.grams}
    shared = [(id, words, words.among(grams)) for id, words in contents]
    for pointer, each in checked:
        for id, words, found in shared:
            if found and (copied := each.copied(words, found)):
                yield Copy(pointer, copied, id)
                break


def sources_of(own: Summary, context: Context) -> list[SourceFacts]:
    """The sources that the record defines, and those that it refers to."""
    ids = [id for id, _ in own.of(SOURCES)] + [id for id, used in own.of(USED) if "source" in used.kinds]
    found = (context.first(SOURCES, id, own) for id in dict.fromkeys(ids))
    return [each for each in found if each]


def _contents(source: SourceFacts, context: Context) -> list[SourceWords]:
    return [context.once(_words_of, text) for text in texts_of(source, context)]


def _words_of(context: Context, text: str) -> SourceWords:
    """The words of a text, which several records may have as a source."""
    return SourceWords(text)


def _own_words(texts: list[FieldText], free: set[tuple[str, ...]]) -> Iterator[tuple[Pointer, OwnWords]]:
    for pointer, field, place, text in texts:
        if field in OWN_WORDS and not (field == "title" and pointer):  # the title of a source is its own
            yield (*pointer, field, *place), OwnWords(text, free, OWN_WORDS[field])


def _free(own: Summary, context: Context, texts: list[FieldText]) -> set[tuple[str, ...]]:
    """The words of the names in the record, and of the names of what it refers to."""
    named = [text for _, field, _, text in texts if field in FREE]
    for id, _ in own.of(USED):
        known = context.first(NAMED, id, own)
        if known and known.kind != "announcement":  # its title is in words of ours
            named += known.names + known.others
    return {words for each in named if (words := folded(each))}
