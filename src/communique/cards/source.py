"""The card of a source: its description, what it derives from, and what cites it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..codelists import SourceOrigin, SourceType
from ..corpus.corpus import Corpus
from ..corpus.provenance import originals
from ..models import (
    Announcement,
    Assertion,
    Credit,
    Derivation,
    Measure,
    Model,
    NamedEntity,
    Registry,
    Source,
    main_text,
    walk,
)
from .assertion_text import assess, in_words, remarks, with_inherited
from .date_text import when
from .entity import footer
from .evidence_text import in_brackets, weights
from .labels import code, id_and_status, listed, name, others
from .page import Line, Page
from .statement_text import speaker_prefix


def fill(source: Source, corpus: Corpus, page: Page, today: date) -> None:
    """Write the card."""
    page.title(name(source.id, corpus), f"{source.id} · {_type(source)} · {code(source.access)}")
    page.paragraph(main_text(source.description))
    page.section("Authors", source.authors)
    page.section("Language", [source.language] if source.language else [])
    page.section("Published", _published(source))
    page.section("Retrieved", [when(source.retrieved)] if source.retrieved else [])
    page.section("Credits", map(_credit, source.credits))
    page.section("Origin", [_origin(source)])
    page.section("Derived from", [line for each in source.derived_from for line in _derived_from(each, corpus)])
    page.section("Not independent of", _related(source, corpus))
    for announcement in corpus.announcements.values():
        retired = f", {announcement.status}" if announcement.is_retired else ""
        page.section(f"Cited in {id_and_status(announcement)}{retired}", _cited_for(source, announcement, corpus))
    for id, registry in corpus.registries.items():
        page.section(f"Cited in {id}", _cited_for(source, registry, corpus))
    page.section("Archived at", [source.archived_url] if source.archived_url else [])
    footer(source, page, corpus)


def _type(source: Source) -> str:
    return "type unknown" if source.type is SourceType.UNKNOWN else code(source.type)


def _credit(credit: Credit) -> str:
    return f"{code(credit.role)}: {credit.name}" + listed(", ", *others(credit))


def _origin(source: Source) -> str:
    """The origin by which the source is counted, and why."""
    if source.provenance.sure:
        return code(SourceOrigin.DERIVED)
    origin = source.provenance.origin
    if source.origin == origin or source.type is SourceType.UNKNOWN:
        return code(origin)
    return f"{code(origin)}, as {code(source.type)} is by itself"


def _derived_from(derivation: Derivation, corpus: Corpus) -> Iterator[Line]:
    sure = f" ({code(derivation.confidence)})" if derivation.confidence else ""
    yield Line(name(derivation.source, corpus) + sure)
    yield from (Line(each, depth=1) for each in others(derivation, corpus))
    if derivation.note:
        yield Line(f"note: {derivation.note}", depth=1)


def _related(source: Source, corpus: Corpus) -> list[str]:
    """The sources that go back to an original of this one."""
    own = originals((source.id,), corpus.sources).possible
    return [id for id in corpus.sources if id != source.id and own & originals((id,), corpus.sources).possible]


def _published(source: Source) -> Iterator[str]:
    stated = f"stated as “{source.published_as_stated}”" if source.published_as_stated else ""
    if source.published or stated:
        yield listed("", when(source.published) if source.published else "", stated)


def _cited_for(source: Source, record: Announcement | Registry, corpus: Corpus) -> Iterator[Line]:
    """The assertions of a record that cite the source, with their notes and the notes on their evidence."""
    for owner, given in _lists(record):
        if any(piece.source_id == source.id for each in given for piece in each.evidence):
            measure = owner if isinstance(owner, Measure) else None
            prefix = _owner_prefix(owner, corpus)
            for item in assess(given, corpus):
                if pieces := [piece for piece in item.assertion.evidence if piece.source_id == source.id]:
                    dispute = "disputed" if item.disputed else ""
                    text = in_words(with_inherited(item, measure).assertion, corpus, dispute, prefix=prefix)
                    weight = in_brackets(each for piece in pieces for each in weights(piece))
                    yield Line(speaker_prefix(item.assertion, corpus) + text + weight)
                    yield from remarks(item, corpus)


def _owner_prefix(owner: Model, corpus: Corpus) -> str:
    """The name of the owner of a property, a day or a name, with a colon."""
    if isinstance(owner, Measure):
        return f"{name(owner.instrument, corpus)}: "
    return f"{main_text(owner.name)}: " if isinstance(owner, NamedEntity) else ""


def _lists(record: Announcement | Registry) -> Iterator[tuple[Model, Sequence[Assertion]]]:
    for _, model in walk(record):
        for field in type(model).model_fields:
            value = getattr(model, field)
            if isinstance(value, tuple) and value and isinstance(value[0], Assertion):
                yield model, value
