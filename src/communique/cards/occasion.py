"""The card of an occasion: dates, place, announcements, and what else is reported about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from ..corpus.corpus import Corpus
from ..models import Occasion, Quantity, Role, Statement, main_text
from .assertion_text import line, not_deprecated, remarks
from .date_lines import date_lines
from .disputes import conflicting, deprecated
from .entity import footer, header, not_retired, reported_in
from .labels import code, day_label, name, name_time_place, place, titled
from .page import Line, Page
from .statement_text import speaker_prefix

_Field = Literal["roles", "statements", "quantities"]


def fill(occasion: Occasion, corpus: Corpus, page: Page, today: date) -> None:
    """Write the card."""
    header(occasion, page, corpus, "occasion", f"edition {occasion.edition}" if occasion.edition else None)
    page.section("Theme", [main_text(occasion.theme)] if occasion.theme else [])
    page.section("When", date_lines(occasion.dates, corpus, today))
    page.section("Where", [place(occasion.place)] if occasion.place else [])
    page.section("Attendance", [code(occasion.attendance_mode)] if occasion.attendance_mode else [])
    page.section("Organisers", [name(id, corpus) for id in occasion.organisers])
    page.section("Acts as", [name(occasion.acts_as, corpus)] if occasion.acts_as else [])
    above = [name(id, corpus) for id in (occasion.part_of, occasion.series) if id]
    page.section("Belongs to", above)
    below = [each for each in corpus.occasions.values() if occasion.id in (each.part_of, each.series)]
    page.section("Includes", [name_time_place(each) for each in below])
    here = {occasion.id, *(each.id for each in below)}
    announced = [each for each in not_retired(corpus) if each.occasion in here]
    page.section("Announced there", [Line(titled(each), day_label(each)) for each in announced])
    page.section("Roles there", _reported("roles", here, corpus))
    page.section("Statements", _reported("statements", here, corpus))
    page.section("Numbers", _reported("quantities", here, corpus))
    page.section("Disputed", conflicting(occasion.dates, corpus))
    page.section("Deprecated", deprecated(occasion.dates, corpus))
    footer(occasion, page, corpus)


def _reported(field: _Field, here: set[str], corpus: Corpus) -> Iterator[Line]:
    """The assertions of a list that refer to the occasion or to a part of it, by announcement."""
    for announcement in not_retired(corpus):
        given: Sequence[Role | Statement | Quantity] = getattr(announcement, field)
        if any(each.occasion in here for each in given):
            for item in not_deprecated(given, corpus):
                if item.assertion.occasion in here:
                    yield Line(speaker_prefix(item.assertion, corpus) + line(item, corpus))
                    yield from (*remarks(item, corpus), reported_in(announcement))
