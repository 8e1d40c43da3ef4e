"""The card of an instrument: its history across announcements, stage by stage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..corpus.corpus import Corpus
from ..corpus.history import Basis, Step, instrument_history
from ..models import Instrument, Measure
from . import mentions
from .assertion_text import Point, apart, lines, marks, not_deprecated, points, put, remarks, stand
from .entity import foot, head, standing, within
from .labels import either, independent_sources, missing, name, titled
from .page import Line, Page
from .stages import days, now


def fill(instrument: Instrument, corpus: Corpus, page: Page, today: date) -> None:
    """Write the card."""
    head(instrument, page, corpus, instrument.type, instrument.bindingness)
    page.section("Part of", [name(instrument.part_of, corpus)] if instrument.part_of else [])
    parts = [each.id for each in corpus.instruments.values() if each.part_of == instrument.id]
    page.section("Has as parts", [f"{name(id, corpus)} ({id})" for id in parts])
    page.section("Acts as", [name(instrument.acts_as, corpus)] if instrument.acts_as else [])
    announcements = standing(corpus)
    steps = instrument_history(instrument.id, announcements)
    acting = {step.announcement.id: step.announcement for step in steps}
    measures = {id: points(each.measures, corpus) for id, each in acting.items()}
    taken = [(step, measures[step.announcement.id][step.place]) for step in steps]
    page.section("Life", [line for each in taken for line in _step(*each, corpus)])
    page.section("Properties", [line for step in steps for line in _properties(step, corpus)])
    page.section("Stands now at", now(instrument.id, steps, announcements, today))
    page.section("Days stated", days(instrument.id, steps, announcements, today))
    page.section("Numbers about it", mentions.numbers(instrument.id, announcements, corpus))
    page.section("Said about it", mentions.statements(instrument.id, announcements, corpus))
    page.section("Relations", mentions.relations(instrument.id, announcements, corpus))
    page.section("Denied, or only imagined", mentions.not_done(instrument.id, announcements, corpus))
    page.section("Held to be wrong", mentions.deprecated(instrument.id, announcements, corpus))
    foot(instrument, page, corpus)


def _step(step: Step, point: Point[Measure], corpus: Corpus) -> Iterator[Line]:
    undated = step.dating.basis is Basis.ANNOUNCEMENT
    trust = marks(step.measure, "disputed" if point.disputed else "")
    done = f"{put(step.measure, stand(step.measure, corpus))}{trust} {independent_sources(point.found)}"
    yield Line(done, "undated" if undated else either(step.dating.days))
    announced = f", announcement of {either(step.dating.days)}" if undated and step.date else ""
    yield Line(titled(step.announcement) + announced, depth=1)
    yield from remarks(step.measure, corpus)
    yield from (Line(f"unknown: {missing(each)}", depth=1) for each in step.measure.unknown)


def _properties(step: Step, corpus: Corpus) -> Iterator[Line]:
    """The properties that are given with a step. The day of the step is not a day on which they were so."""
    for point in not_deprecated(step.measure.attributes, corpus):
        yield from lines(apart(point, step.measure), corpus)
        yield within(step.announcement)
