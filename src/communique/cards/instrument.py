"""The card of an instrument: its history across announcements, and its current stage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..corpus.corpus import Corpus
from ..corpus.history import Basis, Step, instrument_history
from ..models import Instrument, Measure
from . import commitments, mentions
from .assertion_text import (
    Assessed,
    action_and_stage,
    assess,
    lines,
    marks,
    not_deprecated,
    remarks,
    with_inherited,
    with_modality,
)
from .entity import footer, header, not_retired, reported_in
from .evidence_text import independent_sources
from .labels import days_label, name, titled
from .page import Line, Page
from .stages import days, now


def fill(instrument: Instrument, corpus: Corpus, page: Page, today: date) -> None:
    """Write the card."""
    header(instrument, page, corpus, instrument.type, instrument.bindingness)
    page.section("Part of", [name(instrument.part_of, corpus)] if instrument.part_of else [])
    parts = [each.id for each in corpus.instruments.values() if each.part_of == instrument.id]
    page.section("Parts", [f"{name(id, corpus)} ({id})" for id in parts])
    page.section("Acts as", [name(instrument.acts_as, corpus)] if instrument.acts_as else [])
    announcements = not_retired(corpus)
    steps = instrument_history(instrument.id, announcements)
    acting = {step.announcement.id: step.announcement for step in steps}
    measures = {id: assess(each.measures, corpus) for id, each in acting.items()}
    history = [(step, measures[step.announcement.id][step.place]) for step in steps]
    page.section("History", [line for each in history for line in _step(*each, corpus)])
    page.section("Properties", [line for step in steps for line in _properties(step, corpus)])
    page.section("Current stage", now(instrument.id, steps, announcements, today))
    page.section("Other stated dates", days(instrument.id, steps, announcements, today))
    page.section("Numbers about it", mentions.values("quantities", instrument.id, announcements, corpus))
    page.section("Money", mentions.values("money", instrument.id, announcements, corpus))
    page.section("Votes on it", mentions.values("votes", instrument.id, announcements, corpus))
    page.section("Thresholds", mentions.values("thresholds", instrument.id, announcements, corpus))
    page.section("Statements about it", mentions.statements(instrument.id, announcements, corpus))
    page.section("Commitments about it", commitments.about(instrument.id, corpus, today))
    page.section("Relations", mentions.relations(instrument.id, announcements, corpus))
    page.section("Denied or hypothetical", mentions.not_done(instrument.id, announcements, corpus))
    page.section("Deprecated", mentions.deprecated(instrument.id, announcements, corpus))
    footer(instrument, page, corpus)


def _step(step: Step, item: Assessed[Measure], corpus: Corpus) -> Iterator[Line]:
    undated = step.dating.basis is Basis.ANNOUNCEMENT
    trust = marks(step.measure, "disputed" if item.disputed else "")
    text = with_modality(step.measure, action_and_stage(step.measure, corpus)) + trust
    done = f"{text} {independent_sources(item.corroboration, item.assertion)}"
    yield Line(done, "undated" if undated else days_label(step.dating))
    announced = f", announcement of {days_label(step.dating)}" if undated and step.date else ""
    yield Line(titled(step.announcement) + announced, depth=1)
    yield from remarks(item, corpus)


def _properties(step: Step, corpus: Corpus) -> Iterator[Line]:
    """The properties that are given with a step. They are dated by the announcement, not by the step."""
    for item in not_deprecated(step.measure.attributes, corpus):
        yield from lines(with_inherited(item, step.measure), corpus)
        yield reported_in(step.announcement)
