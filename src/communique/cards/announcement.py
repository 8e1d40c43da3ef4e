"""The card of an announcement: all assertions with modality, disputes and the number of independent sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from ..codelists import RecordStatus
from ..corpus.corpus import Corpus
from ..corpus.provenance import originals
from ..models import Announcement, Assertion, Evidence, main_text, sources_of, walk
from . import commitments
from .assertion_text import lines, not_deprecated, with_inherited
from .date_lines import date_lines
from .disputes import competing, conflicting, deprecated
from .entity import other_sections
from .evidence_text import all_sources, derived
from .labels import code, coding, identifier, name, name_time_place, place, unknown_field
from .page import Line, Page
from .statement_text import speaker

_SEE_BELOW = "disputed, see below"
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
        page.paragraph(f"It was replaced by {name(announcement.replaced_by, corpus)}.")
    page.paragraph(main_text(announcement.summary))
    page.section("When", date_lines(announcement.dates, corpus, today))
    page.section("Where", _where(announcement, corpus))
    page.section("Who", _lines(announcement.roles, corpus))
    page.section("Measures", _measures(announcement, corpus))
    page.section("Statements", _statements(announcement, corpus))
    page.section("Numbers", _lines(announcement.quantities, corpus))
    page.section("Money", _lines(announcement.money, corpus))
    page.section("Votes", _lines(announcement.votes, corpus))
    page.section("Thresholds", _lines(announcement.thresholds, corpus))
    page.section("Relations", _lines(announcement.relations, corpus))
    page.section("Commitments", commitments.of_announcement(announcement, corpus, today))
    page.section("Outcomes", commitments.outcomes_in(announcement, corpus, today))
    lists = competing(announcement)
    page.section("Disputed", [line for each in lists for line in conflicting(each.given, corpus, each.measure)])
    page.section("Deprecated", [line for each in lists for line in deprecated(each.given, corpus, each.measure)])
    page.section("Recorded as unknown", map(unknown_field, announcement.unknown))
    page.section("Topics", [", ".join(map(code, announcement.topics))] if announcement.topics else [])
    page.section("Address", [announcement.url] if announcement.url else [])
    page.section("Identifiers", map(identifier, announcement.identifiers))
    page.section("In other schemes", map(coding, announcement.codings))
    other_sections(announcement, page, corpus)
    page.section("Note", [announcement.note] if announcement.note else [])
    pieces = tuple(model for _, model in walk(announcement) if isinstance(model, Evidence))
    page.section(f"Sources: {all_sources(pieces, corpus)}", cited_sources(pieces, corpus))


def cited_sources(pieces: Sequence[Evidence], corpus: Corpus) -> Iterator[str]:
    """Each cited source, grouped by the originals that it goes back to."""
    copies: dict[frozenset[str], list[str]] = defaultdict(list)
    cited = dict.fromkeys(sources_of(pieces))
    for id in cited:
        copies[originals((id,), corpus.sources).possible].append(id)
    for together, ids in copies.items():
        yield "; ".join(_source(id, corpus, is_cited=id in cited) for id in sorted(together))
        yield from (f"- derived: {name(id, corpus)}" for id in ids if id not in together)


def _source(id: str, corpus: Corpus, *, is_cited: bool) -> str:
    """A source with what sets it apart from an original that is cited."""
    marks = [derived(corpus.sources.get(id)), "" if is_cited else "not cited here"]
    return name(id, corpus) + "".join(f" ({mark})" for mark in marks if mark)


def _lines(given: Sequence[Assertion], corpus: Corpus) -> Iterator[Line]:
    """Each assertion that is not deprecated, with its independent sources and its notes."""
    for item in not_deprecated(given, corpus):
        yield from lines(item, corpus, dispute=_SEE_BELOW)


def _where(announcement: Announcement, corpus: Corpus) -> Iterator[str]:
    occasion = corpus.occasions.get(announcement.occasion or "")
    if occasion:
        yield name_time_place(occasion)
    if announcement.place and not (occasion and place(occasion.place) == place(announcement.place)):
        yield place(announcement.place)


def _measures(announcement: Announcement, corpus: Corpus) -> Iterator[Line]:
    for item in not_deprecated(announcement.measures, corpus):
        yield from lines(item, corpus, dispute=_SEE_BELOW)
        for attribute in not_deprecated(item.assertion.attributes, corpus):
            text, *more = lines(with_inherited(attribute, item.assertion), corpus, dispute=_SEE_BELOW)
            yield from (text._replace(text=f"- {text.text}"), *more)


def _statements(announcement: Announcement, corpus: Corpus) -> Iterator[Line]:
    for item in not_deprecated(announcement.statements, corpus):
        yield from lines(item, corpus, speaker(item.assertion, corpus), _SEE_BELOW)
