"""What the cards of all kinds of definitions share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..corpus.corpus import Corpus
from ..models import Announcement, Entity, NamedEntity, main_text, references
from .assertion_text import held, lines
from .disputes import refuted, rivals
from .labels import code, day_label, identifier, labelled, listed, missing, name, others, whence
from .page import Line, Page


def head(entity: NamedEntity, page: Page, corpus: Corpus, *kinds: str | None) -> None:
    """The name, the kind and the description of a thing, and what else it is called."""
    page.title(main_text(entity.name), " · ".join([entity.id, *(code(kind) for kind in kinds if kind)]))
    page.paragraph(main_text(entity.description))
    others = [text for text in entity.name.values() if text != main_text(entity.name)]
    called = (line for point in held(entity.other_names, corpus) for line in lines(point, corpus))
    page.section("Also called", [*map(Line, dict.fromkeys(others)), *called])
    page.section("Disputed names", rivals(entity.other_names, corpus))
    page.section("Not called", refuted(entity.other_names, corpus))


def foot(entity: Entity, page: Page, corpus: Corpus) -> None:
    """Where else a thing is described, what is not known of it, and what the curator remarks."""
    page.section("Address", [entity.url] if entity.url else [])
    page.section("Identifiers", map(identifier, entity.identifiers))
    page.section("Former ids", entity.former_ids)
    other_sections(entity, page, corpus)
    page.section("Knowingly unknown", map(missing, entity.unknown))
    page.section("Note", [entity.note] if entity.note else [])
    page.section("Records that do not count", _retired(entity, corpus))
    page.section("Sources of this definition", _evidence(entity, corpus))


def other_sections(thing: Entity | Announcement, page: Page, corpus: Corpus) -> None:
    """A section for each field that no card puts into words of its own."""
    for label, values in labelled(thing, corpus):
        page.section(label.capitalize(), values)


def standing(corpus: Corpus) -> list[Announcement]:
    """The announcements whose records count."""
    return [each for each in corpus.announcements.values() if not each.is_retired]


def within(announcement: Announcement) -> Line:
    """Where something is told. That is no day on which it was said or done."""
    return Line(f"in {whence(announcement)}, announcement of {day_label(announcement)}", depth=1)


def _retired(entity: Entity, corpus: Corpus) -> Iterator[str]:
    """Withdrawn and superseded records that name the thing; nothing in them is told on its card."""
    for announcement in corpus.announcements.values():
        if announcement.is_retired and any(each.id == entity.id for each in references(announcement)):
            yield f"{announcement.id} ({main_text(announcement.title)}): {announcement.status}"


def _evidence(entity: Entity, corpus: Corpus) -> Iterable[str]:
    for piece in entity.evidence:
        note = f": {piece.note}" if piece.note else ""
        yield name(piece.source, corpus) + note + listed(", ", *others(piece, corpus))
