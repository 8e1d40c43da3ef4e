"""The card of an occasion: when, where, and what was announced there."""

from __future__ import annotations

from ..corpus import Corpus
from ..life import day
from ..models import Occasion, main_text
from .page import Page
from .words import code, counted, held, name, say, witnesses


def fill(occasion: Occasion, corpus: Corpus, page: Page) -> None:
    """Write the card."""
    page.title(main_text(occasion.name), f"{occasion.id} · occasion")
    if occasion.description:
        page.paragraph(main_text(occasion.description))
    if occasion.theme:
        page.section("Theme", [main_text(occasion.theme)])
    dates = [f"{say(each, corpus)} {witnesses(found)}" for each, found in counted(occasion.dates, corpus)]
    page.section("When", dates)
    page.section("Where", [held(occasion)] if occasion.place else [])
    page.section("How", [code(occasion.attendance_mode)] if occasion.attendance_mode else [])
    above = [name(id, corpus) for id in (occasion.part_of, occasion.series) if id]
    page.section("Belongs to", above)
    below = [each for each in corpus.occasions.values() if occasion.id in (each.part_of, each.series)]
    page.section("Holds", [", ".join(filter(None, (main_text(each.name), held(each)))) for each in below])
    here = {occasion.id, *(each.id for each in below)}
    page.section(
        "Announced there",
        [
            (str(day(each) or "undated"), f"{main_text(each.title)} ({each.id})")
            for each in corpus.announcements.values()
            if each.occasion in here
        ],
    )
