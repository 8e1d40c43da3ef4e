"""The card of one assertion with an id of its own within a record or a definition: ``us-eo-14179-2025#action-plan``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..corpus.corpus import Corpus
from ..corpus.corroboration import assertion_lists
from ..corpus.unknown_id import UnknownIdError
from ..lexicon.spelling import did_you_mean
from ..models import Announcement, Assertion, Measure, Model, main_text
from ..text.inflection import singular
from . import commitments
from .announcement import cited_sources
from .assertion_text import assess, lines, with_inherited
from .disputes import conflicting
from .labels import day_label, id_and_status, name
from .page import Line, Page
from .statement_text import speaker_prefix

SEPARATOR = "#"


class Part(NamedTuple):
    """An assertion with an id: the list that it is in, the name of the list, and the measure that has the list."""

    id: str
    field: str
    given: tuple[Assertion, ...]
    measure: Measure | None


def require(owner: str, thing: Model, id: str) -> None:
    """Check that the thing with the id ``owner`` has a part with this id.

    Raises:
        UnknownIdError: it has none; the message names those that it has.
    """
    ids = [each.id for each in _parts(thing)]
    if id not in ids:
        there = f"{owner} has {', '.join(ids)}" if ids else f"nothing in {owner} has an id of its own"
        raise UnknownIdError(f"{owner}{SEPARATOR}{id}", did_you_mean(id, ids, are_ids=True) or there)


def fill(owner: str, thing: Model, id: str, corpus: Corpus, page: Page, today: date) -> None:
    """Write the card. Of a part that came later than the day of the corpus, it says only what it belongs to."""
    found = next((each for each in _parts(thing) if each.id == id), None)
    kind = singular(found.field).replace("_", " ") if found else "not there yet"
    title = main_text(thing.title) if isinstance(thing, Announcement) else name(owner, corpus)
    page.title(title, f"{owner}{SEPARATOR}{id} · {kind}")
    if found:
        page.section(kind.capitalize(), _lines(found, thing, corpus, today))
        matter = {each.matter for each in found.given if each.id == id} - {None}
        competing = [each for each in found.given if each.matter in matter]
        page.section("Disputed", conflicting(competing, corpus, found.measure))
        pieces = next(each.evidence for each in found.given if each.id == id)
        page.section("Sources", cited_sources(pieces, corpus))
        if isinstance(thing, Announcement) and found.field == "commitments":
            _outcome_sources(thing, id, corpus, page, today)
    if isinstance(thing, Announcement):
        page.section("Recorded in", [f"{id_and_status(thing)}, announcement of {day_label(thing)}"])


def _outcome_sources(announcement: Announcement, id: str, corpus: Corpus, page: Page, today: date) -> None:
    """A section for each outcome of the commitment with this id."""
    entry = commitments.entry_of(announcement, id, corpus, today)
    if entry is None:
        return
    for each in entry.outcomes:
        cited = [*cited_sources(each.outcome.evidence, corpus)] or ["none"]
        page.section(f"Sources for: {commitments.outcome_line(entry, each, corpus)}", cited)


def _parts(thing: Model) -> Iterator[Part]:
    for pointer, given in assertion_lists(thing):
        measure = None
        if isinstance(thing, Announcement) and pointer[-1] == "attributes":
            measure = thing.measures[int(pointer[1])]
        yield from (Part(each.id, str(pointer[-1]), given, measure) for each in given if each.id)


def _lines(part: Part, thing: Model, corpus: Corpus, today: date) -> Iterator[Line]:
    if isinstance(thing, Announcement) and part.field == "commitments":
        yield from commitments.of_announcement(thing, corpus, today, only=part.id)
        return
    item = next(each for each in assess(part.given, corpus) if each.assertion.id == part.id)
    text, *more = lines(with_inherited(item, part.measure), corpus, dispute="disputed, see below")
    prefix = f"{name(part.measure.instrument, corpus)}: " if part.measure else speaker_prefix(item.assertion, corpus)
    yield from (text._replace(text=f"{prefix}{text.text}"), *more)
    if isinstance(item.assertion, Measure):
        for each in assess(item.assertion.attributes, corpus):
            text, *more = lines(with_inherited(each, item.assertion), corpus)
            yield from (text._replace(text=f"- {text.text}"), *more)
