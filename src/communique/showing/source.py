"""The card of a source: where it comes from, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from ..corpus import Corpus
from ..models import Announcement, Assertion, Source, walk
from ..witnesses import root
from .page import Page
from .words import code, name, say, when


def fill(source: Source, corpus: Corpus, page: Page) -> None:
    """Write the card."""
    page.title(name(source.id, corpus), f"{source.id} · {code(source.type)} · {code(source.access)}")
    page.section("Address", [source.url] if source.url else [])
    page.section("Published", [when(source.published)] if source.published else [])
    page.section("Derived from", [name(source.derived_from, corpus)] if source.derived_from else [])
    copies = [
        each.id
        for each in corpus.sources.values()
        if each.id != source.id and root(each.id, corpus.sources) == root(source.id, corpus.sources)
    ]
    page.section("The same witness as", copies)
    for announcement in corpus.announcements.values():
        page.section(f"What rests on it in {announcement.id}", _resting(source, announcement, corpus))
    if source.note:
        page.section("Note", [source.note])


def _resting(source: Source, announcement: Announcement, corpus: Corpus) -> Iterator[str]:
    for _, model in walk(announcement):
        if isinstance(model, Assertion) and any(piece.source == source.id for piece in model.evidence):
            yield say(model, corpus)
