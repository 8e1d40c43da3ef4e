"""The card of an occasion: when, where, what was announced there, and what else is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from ..corpus.corpus import Corpus
from ..models import Occasion, Quantity, Role, Statement, main_text
from .assertion_text import held, line, lines, remarks, spoken
from .disputes import refuted, rivals
from .entity import foot, head, standing, within
from .labels import code, day_label, gathering, name, place, titled
from .page import Line, Page

_Field = Literal["roles", "statements", "quantities"]


def fill(occasion: Occasion, corpus: Corpus, page: Page, today: date) -> None:
    """Write the card."""
    head(occasion, page, corpus, "occasion", f"edition {occasion.edition}" if occasion.edition else None)
    page.section("Theme", [main_text(occasion.theme)] if occasion.theme else [])
    dates = held(occasion.dates, corpus)
    page.section("When", [line for each in dates for line in lines(each, corpus, dispute="disputed, see below")])
    page.section("Where", [place(occasion.place)] if occasion.place else [])
    page.section("How", [code(occasion.attendance_mode)] if occasion.attendance_mode else [])
    page.section("Run by", [name(id, corpus) for id in occasion.organisers])
    page.section("Acts as", [name(occasion.acts_as, corpus)] if occasion.acts_as else [])
    above = [name(id, corpus) for id in (occasion.part_of, occasion.series) if id]
    page.section("Belongs to", above)
    below = [each for each in corpus.occasions.values() if occasion.id in (each.part_of, each.series)]
    page.section("Holds", [gathering(each) for each in below])
    here = {occasion.id, *(each.id for each in below)}
    announced = [each for each in standing(corpus) if each.occasion in here]
    page.section("Announced there", [Line(titled(each), day_label(each)) for each in announced])
    page.section("Roles there", _told("roles", here, corpus))
    page.section("Statements", _told("statements", here, corpus))
    page.section("Numbers", _told("quantities", here, corpus))
    page.section("Disputed", rivals(occasion.dates, corpus))
    page.section("Held to be wrong", refuted(occasion.dates, corpus))
    foot(occasion, page, corpus)


def _told(field: _Field, here: set[str], corpus: Corpus) -> Iterator[Line]:
    """The assertions of a list that name the occasion, or one that it holds, by the announcements that tell of it."""
    for announcement in standing(corpus):
        given: Sequence[Role | Statement | Quantity] = getattr(announcement, field)
        if any(each.occasion in here for each in given):
            for point in held(given, corpus):
                if point.assertion.occasion in here:
                    yield Line(spoken(point.assertion, corpus) + line(point, corpus))
                    yield from (*remarks(point.assertion, corpus), within(announcement))
