"""The parts that the cards of all kinds of definitions have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..corpus.corpus import Corpus
from ..models import Announcement, Entity, NamedEntity, main_text, references
from .assertion_text import lines, not_deprecated
from .disputes import conflicting, deprecated
from .evidence_text import in_brackets, weights
from .labels import code, day_label, id_and_status, identifier, labelled, name, others, unknown_field
from .page import Line, Page


def header(entity: NamedEntity, page: Page, corpus: Corpus, *kinds: str | None) -> None:
    """The name, kind, description and other names of a definition."""
    page.title(main_text(entity.name), " · ".join([entity.id, *(code(kind) for kind in kinds if kind)]))
    page.paragraph(main_text(entity.description))
    others = [text for text in entity.name.values() if text != main_text(entity.name)]
    more = (line for item in not_deprecated(entity.other_names, corpus) for line in lines(item, corpus))
    page.section("Other names", [*map(Line, dict.fromkeys(others)), *more])
    page.section("Disputed names", conflicting(entity.other_names, corpus))
    page.section("Deprecated names", deprecated(entity.other_names, corpus))


def footer(entity: Entity, page: Page, corpus: Corpus) -> None:
    """The address, identifiers, former ids, unknown fields, note and sources of a definition."""
    page.section("Address", [entity.url] if entity.url else [])
    page.section("Identifiers", map(identifier, entity.identifiers))
    page.section("Former ids", entity.former_ids)
    other_sections(entity, page, corpus)
    page.section("Recorded as unknown", map(unknown_field, entity.unknown))
    page.section("Note", [entity.note] if entity.note else [])
    page.section("Withdrawn or superseded records", _retired(entity, corpus))
    page.section("Sources of this definition", _evidence(entity, corpus))


def other_sections(thing: Entity | Announcement, page: Page, corpus: Corpus) -> None:
    """A section for each field that no card function formats."""
    for label, values in labelled(thing, corpus):
        page.section(label.capitalize(), values)


def not_retired(corpus: Corpus) -> list[Announcement]:
    """The announcements that are not withdrawn or superseded."""
    return [each for each in corpus.announcements.values() if not each.is_retired]


def reported_in(announcement: Announcement) -> Line:
    """The announcement that reports something, with its day. The thing may have happened on another day."""
    return Line(f"in {id_and_status(announcement)}, announcement of {day_label(announcement)}", depth=1)


def _retired(entity: Entity, corpus: Corpus) -> Iterator[str]:
    """Withdrawn and superseded records that refer to the definition. The card shows no values of them."""
    for announcement in corpus.announcements.values():
        if announcement.is_retired and any(each.id == entity.id for each in references(announcement)):
            yield f"{announcement.id} ({main_text(announcement.title)}): {announcement.status}"


def _evidence(entity: Entity, corpus: Corpus) -> Iterable[str]:
    for piece in entity.evidence:
        note = f": {piece.note}" if piece.note else ""
        yield name(piece.source_id, corpus) + in_brackets([*weights(piece), *others(piece, corpus)]) + note
