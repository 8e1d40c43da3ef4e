"""The card of an announcement: what, who, when, how firm, what is disputed, and on how many witnesses it rests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from ..codelists import RecordStatus
from ..corpus.corpus import Corpus
from ..corpus.provenance import root
from ..models import Announcement, Assertion, Coding, Evidence, main_text, walk
from .assertion_text import apart, held, lines, speaker
from .disputes import competing, refuted, rivals
from .entity import other_sections
from .labels import code, evidence, gathering, listed, missing, name, others, place
from .page import Line, Page

_BELOW = "disputed, see below"
_STATUSES = {
    RecordStatus.DRAFT: "This record is a draft.",
    RecordStatus.WITHDRAWN: "This record was withdrawn: it should not have been made and does not count.",
    RecordStatus.SUPERSEDED: "This record was superseded and does not count.",
}


def fill(announcement: Announcement, corpus: Corpus, page: Page, today: date) -> None:
    """Write the card."""
    kinds = ", ".join(code(each) for each in announcement.types)
    page.title(main_text(announcement.title), f"{announcement.id} · {kinds} · {announcement.status}")
    page.paragraph(_STATUSES.get(announcement.status, ""))
    if announcement.replaced_by:
        page.paragraph(f"Its place was taken by {name(announcement.replaced_by, corpus)}.")
    page.paragraph(main_text(announcement.summary))
    page.section("When", _lines(announcement.dates, corpus))
    page.section("Where", _where(announcement, corpus))
    page.section("Who", _lines(announcement.roles, corpus))
    page.section("What is done", _measures(announcement, corpus))
    page.section("What is said", _statements(announcement, corpus))
    page.section("Numbers", _lines(announcement.quantities, corpus))
    page.section("Relations", _lines(announcement.relations, corpus))
    lists = competing(announcement)
    page.section("Disputed", [line for each in lists for line in rivals(each.given, corpus, each.measure)])
    page.section("Held to be wrong", [line for each in lists for line in refuted(each.given, corpus, each.measure)])
    page.section("Knowingly unknown", map(missing, announcement.unknown))
    page.section("Topics", [", ".join(map(code, announcement.topics))] if announcement.topics else [])
    page.section("In other schemes", map(_coding, announcement.codings))
    other_sections(announcement, page, corpus)
    page.section("Note", [announcement.note] if announcement.note else [])
    pieces = tuple(model for _, model in walk(announcement) if isinstance(model, Evidence))
    page.section(f"Sources: {evidence(pieces, corpus)}", _sources(pieces, corpus))


def _sources(pieces: Sequence[Evidence], corpus: Corpus) -> Iterator[str]:
    """Each source that is cited, by the witness that it goes back to."""
    copies: dict[str, list[str]] = defaultdict(list)
    for id in dict.fromkeys(piece.source for piece in pieces):
        copies[root(id, corpus.sources)].append(id)
    for original, ids in copies.items():
        yield name(original, corpus) + ("" if original in ids else " (not cited here)")
        yield from (f"- taken over by {name(id, corpus)}" for id in ids if id != original)


def _lines(given: Sequence[Assertion], corpus: Corpus) -> Iterator[Line]:
    """Each assertion that is not held to be wrong, with its witnesses and what is remarked on it."""
    for point in held(given, corpus):
        yield from lines(point, corpus, dispute=_BELOW)


def _where(announcement: Announcement, corpus: Corpus) -> Iterator[str]:
    occasion = corpus.occasions.get(announcement.occasion or "")
    if occasion:
        yield gathering(occasion)
    if announcement.place and not (occasion and place(occasion.place) == place(announcement.place)):
        yield place(announcement.place)


def _measures(announcement: Announcement, corpus: Corpus) -> Iterator[Line]:
    for point in held(announcement.measures, corpus):
        yield from lines(point, corpus, dispute=_BELOW)
        for attribute in held(point.assertion.attributes, corpus):
            text, *more = lines(apart(attribute, point.assertion), corpus, dispute=_BELOW)
            yield from (text._replace(text=f"- {text.text}"), *more)
        yield from (Line(f"- unknown: {missing(each)}") for each in point.assertion.unknown)


def _statements(announcement: Announcement, corpus: Corpus) -> Iterator[Line]:
    for point in held(announcement.statements, corpus):
        yield from lines(point, corpus, speaker(point.assertion, corpus), _BELOW)


def _coding(coding: Coding) -> str:
    version = f" {coding.version}" if coding.version else ""
    said = coding.code or f"out of scope: {coding.out_of_scope}"
    note = f"; {coding.note}" if coding.note else ""
    return f"{coding.scheme.label}{version}: {said} (by {coding.coder}{note})" + listed(", ", *others(coding))
