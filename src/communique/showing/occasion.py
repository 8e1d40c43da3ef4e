"""The card of an occasion: when, where, and what was announced there."""

from __future__ import annotations

from datetime import date

from ..corpus import Corpus
from ..models import Occasion, main_text
from .disputing import refuted, rivals
from .entity import foot, head, standing
from .page import Line, Page
from .saying import held, lines
from .words import code, day_label, gathering, name, place, titled


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
    page.section("Disputed", rivals(occasion.dates, corpus))
    page.section("Held to be wrong", refuted(occasion.dates, corpus))
    foot(occasion, page, corpus)
