"""The card of an announcement: what, who, when, how firm, what is disputed, and on how many witnesses it rests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..corpus import Corpus
from ..models import Announcement, Assertion, Evidence, main_text, walk
from ..models.codelists import Rank
from ..witnesses import root
from .page import Page
from .words import code, counted, evidence, held, name, say, witnesses


def fill(announcement: Announcement, corpus: Corpus, page: Page) -> None:
    """Write the card."""
    kinds = ", ".join(code(each) for each in announcement.types)
    page.title(main_text(announcement.title), f"{announcement.id} · {kinds} · {announcement.status}")
    if announcement.replaced_by:
        page.paragraph(f"Its place was taken by {name(announcement.replaced_by, corpus)}.")
    if announcement.summary:
        page.paragraph(main_text(announcement.summary))
    page.section("When", _lines(announcement.dates, corpus))
    page.section("Where", _where(announcement, corpus))
    page.section("Who", _lines(announcement.roles, corpus))
    page.section("What is done", _measures(announcement, corpus))
    page.section("What is said", _statements(announcement, corpus))
    page.section("Numbers", _lines(announcement.quantities, corpus))
    page.section("Relations", _lines(announcement.relations, corpus))
    page.section("Disputed", _disputed(announcement, corpus))
    page.section("Knowingly unknown", ((each.field, code(each.reason)) for each in announcement.unknown))
    pieces = tuple(model for _, model in walk(announcement) if isinstance(model, Evidence))
    page.section(f"Sources: {evidence(pieces, corpus)}", _sources(pieces, corpus))


def _sources(pieces: Sequence[Evidence], corpus: Corpus) -> Iterator[str]:
    """Each source that is cited, by the witness that it goes back to."""
    copies: dict[str, list[str]] = defaultdict(list)
    for id in dict.fromkeys(piece.source for piece in pieces):
        copies[root(id, corpus.sources)].append(id)
    for original, ids in copies.items():
        yield name(original, corpus)
        yield from (f"- copied by {name(id, corpus)}" for id in ids if id != original)


def _lines(assertions: Sequence[Assertion], corpus: Corpus) -> Iterator[str]:
    """Each assertion that is not held to be wrong, with its witnesses."""
    for assertion, found in counted(assertions, corpus):
        if assertion.rank is not Rank.DEPRECATED:
            yield f"{say(assertion, corpus)} {witnesses(found)}"


def _where(announcement: Announcement, corpus: Corpus) -> Iterator[str]:
    if occasion := corpus.occasions.get(announcement.occasion or ""):
        yield ", ".join(part for part in (main_text(occasion.name), held(occasion)) if part)
    if place := announcement.place:
        yield ", ".join(part for part in (place.venue, place.city, place.subdivision, place.country) if part)


def _measures(announcement: Announcement, corpus: Corpus) -> Iterator[str]:
    for measure, found in counted(announcement.measures, corpus):
        if measure.rank is not Rank.DEPRECATED:
            yield f"{say(measure, corpus)} {witnesses(found)}"
            yield from (f"- {line}" for line in _lines(measure.attributes, corpus))


def _statements(announcement: Announcement, corpus: Corpus) -> Iterator[tuple[str, str]]:
    for statement, found in counted(announcement.statements, corpus):
        if statement.rank is not Rank.DEPRECATED:
            speaker = name(statement.speaker, corpus) or code(statement.nature)
            yield speaker, f"{say(statement, corpus)} {witnesses(found)}"


def _disputed(announcement: Announcement, corpus: Corpus) -> Iterator[str]:
    lists: list[Sequence[Assertion]] = [
        announcement.dates,
        announcement.roles,
        announcement.measures,
        *(measure.attributes for measure in announcement.measures),
        announcement.statements,
        announcement.quantities,
        announcement.relations,
    ]
    for assertions in lists:
        yield from _rivals(assertions, corpus)


def _rivals(assertions: Sequence[Assertion], corpus: Corpus) -> Iterator[str]:
    """The values of each matter that has more than one, the preferred first and those held to be wrong last."""
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    ranks = list(Rank)
    pairs = counted(assertions, corpus)
    for assertion, found in sorted(pairs, key=lambda pair: ranks.index(pair[0].rank)):
        if assertion.matter:
            preferred = "* " if assertion.rank is Rank.PREFERRED else "- "
            note = f": {assertion.note}" if assertion.note and assertion.rank is Rank.DEPRECATED else ""
            groups[assertion.matter].append(f"{preferred}{say(assertion, corpus)} {witnesses(found)}{note}")
    asked = {assertion.matter: assertion.question for assertion in assertions}
    for matter, values in groups.items():
        if len(values) > 1:
            yield from [asked[matter] or "", *values] if asked[matter] else values
