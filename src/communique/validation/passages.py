"""Checks the passages of evidence against the texts of their sources."""

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
    """The result of checking one passage."""

    VERIFIED = "verified"
    FAILED = "failed"
    UNCHECKED = "not checked"


class CheckedPassage(NamedTuple):
    """A passage, its pointer in the record, the text it belongs to, and the result of checking it."""

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
    """The possible texts of a source: the one with its digest, or else those of the files named after its id."""
    if not source.text:
        return context.texts.named(source.id)
    known = context.texts.find(source.text.digest)
    return [known] if known is not None else context.texts.named(source.id, source.text.normalization)


def is_outside(passage: Passage, text: SourceText) -> bool:
    """Whether the passage is empty, ends before it starts, or ends after the text."""
    return not passage.start < passage.end <= text.length


def count_passages(entries: Iterable[Entry], context: Context) -> PassageCount:
    """The number of passages of these records by result."""
    outcomes = [checked.outcome for entry in entries for checked in check_passages(entry, context)]
    return PassageCount(*(outcomes.count(outcome) for outcome in Outcome))


def missing_texts(entries: Iterable[Entry], context: Context) -> tuple[str, ...]:
    """The ids of the sources with passages for whose text there is no file."""
    found: dict[str, None] = {}
    for entry in entries:
        for _, model in walk(entry.record):
            if isinstance(model, Evidence) and model.passage:
                source = context.corpus.sources.get(model.source)
                if source and not texts_of(source, context) and source.id not in context.texts.unreadable:
                    found[source.id] = None
    return tuple(found)


def has_texts(entry: Entry, context: Context) -> bool:
    """Whether texts were given, including those of all sources that the record defines or has passages of."""
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
