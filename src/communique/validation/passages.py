"""Checks the passages of evidence against the texts of their sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from .. import models
from ..codelists import TextNormalization
from ..diagnostics.report import NO_PASSAGES, PassageCount
from ..text.pointer import Pointer
from ..text.source_text import digest
from .aspect import Aspect
from .aspects import SOURCES, SourceFacts

if TYPE_CHECKING:
    from .context import Context
    from .subject import Subject
    from .summary import Summary

CITE_AGAIN = "`communique cite` prints start, end and digest again for the words in the text of the source"
"""The help for a passage that is not in the text."""

_NORMALIZATIONS = {each.value: each for each in TextNormalization}


class Passage(NamedTuple):
    """A passage of the source whose id is the key: its pointer and its name, its range in the text, its digest."""

    pointer: Pointer
    name: str
    start: int
    end: int
    digest: str


def _passages(subject: Subject) -> Iterator[tuple[str, Passage]]:
    for pointer, each in subject.of(models.Passage):
        yield each.source, Passage(pointer, each.id, each.start, each.end, each.digest)


PASSAGES = Aspect("passage", Passage, _passages, shared=False, needs=("passages",))
"""Every passage, by the id of its source."""


class Outcome(Enum):
    """The result of checking one passage."""

    VERIFIED = "verified"
    FAILED = "failed"
    UNCHECKED = "not checked"


class CheckedPassage(NamedTuple):
    """A passage, its source, which is None if it is not defined, and the result of checking it."""

    passage: Passage
    source: SourceFacts | None
    outcome: Outcome

    @property
    def is_outside(self) -> bool:
        """Whether it is known not to be a range within the text."""
        return self.source is not None and is_outside(self.passage, self.source)


def check_passages(own: Summary, context: Context) -> Iterator[CheckedPassage]:
    """Every passage in the record."""
    for id, passage in own.of(PASSAGES):
        source = context.first(SOURCES, id, own)
        yield CheckedPassage(passage, source, _outcome(passage, source, context) if source else Outcome.UNCHECKED)


def texts_of(source: SourceFacts, context: Context) -> list[str]:
    """The possible texts of a source: the one with its digest, or else those of the files named after its id."""
    if source.digest is None:
        return context.texts.named(source.id)
    return context.texts.of(source.id, source.digest, _NORMALIZATIONS[source.normalization or ""])


def texts_named(source: SourceFacts, context: Context) -> list[str]:
    """The texts of the files named after the id of a source, in the normal form of its text."""
    return context.texts.named(source.id, _NORMALIZATIONS[source.normalization or ""])


def is_outside(passage: Passage, source: SourceFacts) -> bool:
    """Whether the passage is empty, ends before it starts, or ends after the text, if the length is known."""
    return source.length is not None and not passage.start < passage.end <= source.length


def count_passages(summaries: Iterable[Summary], context: Context) -> PassageCount:
    """The number of passages of these records by result."""
    outcomes = [checked.outcome for own in summaries for checked in check_passages(own, context)]
    return PassageCount(*(outcomes.count(outcome) for outcome in Outcome)) if outcomes else NO_PASSAGES


def missing_texts(summaries: Iterable[Summary], context: Context) -> tuple[str, ...]:
    """The ids of the sources with passages for whose text there is no file."""
    found: dict[str, None] = {}
    for own in summaries:
        for id, _ in own.of(PASSAGES):
            source = context.first(SOURCES, id, own)
            if source and not texts_of(source, context) and id not in context.texts.unreadable:
                found[id] = None
    return tuple(found)


def has_texts(own: Summary, context: Context) -> bool:
    """Whether texts were given, including those of all sources that the record defines or has passages of."""
    if not context.has_texts or missing_texts([own], context):
        return False
    return all(texts_of(source, context) for _, source in own.of(SOURCES) if source.digest is not None)


def _outcome(passage: Passage, source: SourceFacts, context: Context) -> Outcome:
    if is_outside(passage, source):
        return Outcome.FAILED
    contents = texts_of(source, context)
    if not contents:
        return Outcome.UNCHECKED
    matches = any(digest(content[passage.start : passage.end]) == passage.digest for content in contents)
    return Outcome.VERIFIED if matches else Outcome.FAILED
