"""The card of an instrument: its life across announcements, stage by stage."""

from __future__ import annotations

from collections.abc import Iterator

from ..corpus import Corpus
from ..corroboration import corroborate
from ..life import Step, life
from ..models import Instrument, main_text
from ..models.codelists import Rank
from .page import Page
from .words import code, counted, name, say, stand, when, witnesses


def fill(instrument: Instrument, corpus: Corpus, page: Page) -> None:
    """Write the card."""
    bindingness = f" · {code(instrument.bindingness)}" if instrument.bindingness else ""
    page.title(main_text(instrument.name), f"{instrument.id} · {code(instrument.type)}{bindingness}")
    if instrument.description:
        page.paragraph(main_text(instrument.description))
    page.section("Also called", [say(each, corpus) for each in instrument.other_names])
    page.section("Part of", [name(instrument.part_of, corpus)] if instrument.part_of else [])
    steps = life(instrument.id, corpus.announcements.values())
    page.section("Life", [line for step in steps for line in _step(step, corpus)])
    page.section("Properties", _properties(steps, corpus))
    page.section("Stands now at", _now(steps))
    if instrument.note:
        page.section("Note", [instrument.note])


def _step(step: Step, corpus: Corpus) -> Iterator[tuple[str, str]]:
    measure, announcement = step.measure, step.announcement
    found = corroborate(announcement.measures, corpus.sources)[step.place]
    by = ", ".join(name(actor, corpus) for actor in measure.actors)
    yield when(step.date), f"{stand(measure)}{f'; by {by}' if by else ''} {witnesses(found)}"
    yield "", f"{announcement.id} ({main_text(announcement.title)})"


def _now(steps: list[Step]) -> Iterator[str]:
    """The stage after the last step; more than one where sources differ about that step and nobody has decided."""
    if steps:
        last = steps[-1]
        rivals = [step for step in steps if step.announcement is last.announcement and step.matter == last.matter]
        preferred = [step for step in rivals if step.measure.rank is Rank.PREFERRED]
        yield " or ".join(dict.fromkeys(code(step.measure.stage) for step in preferred or rivals))


def _properties(steps: list[Step], corpus: Corpus) -> Iterator[tuple[str, str]]:
    for step in steps:
        attributes = step.measure.attributes
        for attribute, found in counted(attributes, corpus):
            yield when(step.date), f"{say(attribute, corpus)} {witnesses(found)}"
