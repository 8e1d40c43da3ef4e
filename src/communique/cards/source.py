"""The card of a source: what it is, what it is a copy of, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..corpus.corpus import Corpus
from ..corpus.provenance import root
from ..models import Announcement, Assertion, Credit, Measure, Model, NamedEntity, Registry, Source, main_text, walk
from .assertion_text import apart, points, remarks, say, spoken
from .entity import foot
from .labels import code, listed, name, others, when, whence
from .page import Line, Page


def fill(source: Source, corpus: Corpus, page: Page, today: date) -> None:
    """Write the card."""
    page.title(name(source.id, corpus), f"{source.id} · {code(source.type)} · {code(source.access)}")
    page.paragraph(main_text(source.description))
    page.section("By", source.authors)
    page.section("Language", [source.language] if source.language else [])
    page.section("Published", _published(source))
    page.section("Read", [when(source.retrieved)] if source.retrieved else [])
    page.section("Credits", map(_credit, source.credits))
    page.section("Derived from", [name(source.derived_from, corpus)] if source.derived_from else [])
    own = root(source.id, corpus.sources)
    same = [id for id in corpus.sources if id != source.id and root(id, corpus.sources) == own]
    page.section("The same witness as", same)
    for announcement in corpus.announcements.values():
        retired = f", {announcement.status}" if announcement.is_retired else ""
        page.section(f"What rests on it in {whence(announcement)}{retired}", _resting(source, announcement, corpus))
    for id, registry in corpus.registries.items():
        page.section(f"What rests on it in {id}", _resting(source, registry, corpus))
    page.section("Archived at", [source.archived_url] if source.archived_url else [])
    foot(source, page, corpus)


def _credit(credit: Credit) -> str:
    return f"{code(credit.role)}: {credit.name}" + listed(", ", *others(credit))


def _published(source: Source) -> Iterator[str]:
    stated = f"stated as “{source.published_as_stated}”" if source.published_as_stated else ""
    if source.published or stated:
        yield listed("", when(source.published) if source.published else "", stated)


def _resting(source: Source, record: Announcement | Registry, corpus: Corpus) -> Iterator[Line]:
    """What the source is cited for in a record, with what is remarked on it and on its evidence."""
    for owner, given in _lists(record):
        if any(piece.source == source.id for each in given for piece in each.evidence):
            measure = owner if isinstance(owner, Measure) else None
            whose = _whose(owner, corpus)
            for point in points(given, corpus):
                if any(piece.source == source.id for piece in point.assertion.evidence):
                    dispute = "disputed" if point.disputed else ""
                    said = say(apart(point, measure).assertion, corpus, dispute, whose=whose)
                    yield Line(spoken(point.assertion, corpus) + said)
                    yield from remarks(point.assertion, corpus)


def _whose(owner: Model, corpus: Corpus) -> str:
    """What a property, a day or a name in a list of the owner is one of."""
    if isinstance(owner, Measure):
        return f"{name(owner.instrument, corpus)}: "
    return f"{main_text(owner.name)}: " if isinstance(owner, NamedEntity) else ""


def _lists(record: Announcement | Registry) -> Iterator[tuple[Model, Sequence[Assertion]]]:
    for _, model in walk(record):
        for field in type(model).model_fields:
            value = getattr(model, field)
            if isinstance(value, tuple) and value and isinstance(value[0], Assertion):
                yield model, value
