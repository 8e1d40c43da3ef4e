"""Passages of evidence, held against the texts they point into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from ..corpus.corpus import Entry
from ..diagnostics.report import PassageCount
from ..models import Evidence, Passage, Source, SourceText, walk
from ..text.pointer import Pointer
from ..text.source_text import digest
from .rule import Context


class Outcome(Enum):
    """What became of checking one passage."""

    VERIFIED = "verified"
    FAILED = "failed"
    UNCHECKED = "not checked"


class CheckedPassage(NamedTuple):
    """A passage, where it stands in the record, the text it belongs to, and what became of checking it."""

    pointer: Pointer
    passage: Passage
    text: SourceText | None
    outcome: Outcome


def check_passages(entry: Entry, context: Context) -> Iterator[CheckedPassage]:
    """Every passage in the record."""
    for pointer, model in walk(entry.record):
        if isinstance(model, Evidence) and model.passage:
            source = context.corpus.sources.get(model.source)
            text = source.text if source else None
            outcome = _outcome(model.passage, source, context) if source else Outcome.UNCHECKED
            yield CheckedPassage((*pointer, "passage"), model.passage, text, outcome)


def texts_of(source: Source, context: Context) -> list[str]:
    """What may be the text of a source: the one with its digest, or else those of the files that bear its id."""
    if not source.text:
        return context.texts.named(source.id)
    known = context.texts.find(source.text.digest)
    return [known] if known is not None else context.texts.named(source.id, source.text.normalization)


def is_outside(passage: Passage, text: SourceText) -> bool:
    """Whether the passage is empty, runs backwards, or ends beyond the text."""
    return not passage.start < passage.end <= text.length


def count_passages(entries: Iterable[Entry], context: Context) -> PassageCount:
    """How the passages of all these records fared."""
    outcomes = [checked.outcome for entry in entries for checked in check_passages(entry, context)]
    return PassageCount(*(outcomes.count(outcome) for outcome in Outcome))


def missing_texts(entries: Iterable[Entry], context: Context) -> tuple[str, ...]:
    """The ids of the sources in whose texts passages lie, and of whose texts there is no file at all."""
    found: dict[str, None] = {}
    for entry in entries:
        for _, model in walk(entry.record):
            if isinstance(model, Evidence) and model.passage:
                source = context.corpus.sources.get(model.source)
                if source and not texts_of(source, context) and source.id not in context.texts.unreadable:
                    found[source.id] = None
    return tuple(found)


def has_texts(entry: Entry, context: Context) -> bool:
    """Whether texts were given, and among them those of all sources that the record defines or has passages of."""
    if not context.has_texts or missing_texts([entry], context):
        return False
    sources = getattr(entry.record, "sources", ())
    return all(texts_of(source, context) for source in sources if source.text)


def _outcome(passage: Passage, source: Source, context: Context) -> Outcome:
    if source.text and is_outside(passage, source.text):
        return Outcome.FAILED
    contents = texts_of(source, context)
    if not contents:
        return Outcome.UNCHECKED
    matches = any(digest(content[passage.start : passage.end]) == passage.digest for content in contents)
    return Outcome.VERIFIED if matches else Outcome.FAILED
