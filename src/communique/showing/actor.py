"""The card of an actor: what it announced, what it did beside that, and what it said."""

from __future__ import annotations

from collections.abc import Iterator

from ..corpus import Corpus
from ..life import day
from ..models import Actor, Announcement, main_text
from ..models.codelists import Rank, RoleType
from .page import Page
from .words import code, name

_ANNOUNCES = (RoleType.ANNOUNCER, RoleType.ISSUER, RoleType.PROPOSER, RoleType.ADOPTER)


def fill(actor: Actor, corpus: Corpus, page: Page) -> None:
    """Write the card."""
    country = f" · {actor.country}" if actor.country else ""
    page.title(main_text(actor.name), f"{actor.id} · {code(actor.type)}{country}")
    if actor.description:
        page.paragraph(main_text(actor.description))
    page.section("Part of", [name(actor.part_of, corpus)] if actor.part_of else [])
    announcements = sorted(corpus.announcements.values(), key=lambda each: (day(each) or "", each.id))
    page.section("Announced", [line for each in announcements for line in _roles(actor, each, corpus, announces=True)])
    page.section("Took part", [line for each in announcements for line in _roles(actor, each, corpus, announces=False)])
    page.section("Acted on", [line for each in announcements for line in _measures(actor, each, corpus)])
    page.section("Said", [line for each in announcements for line in _statements(actor, each)])


def _roles(actor: Actor, announcement: Announcement, corpus: Corpus, *, announces: bool) -> Iterator[tuple[str, str]]:
    parts = [
        code(role.role)
        + (f", {main_text(role.capacity)}" if role.capacity and role.actor == actor.id else "")
        + (f", for {name(role.on_behalf_of, corpus)}" if role.on_behalf_of and role.actor == actor.id else "")
        + (f" through {name(role.actor, corpus)}" if role.actor != actor.id else "")
        for role in announcement.roles
        if actor.id in (role.actor, role.on_behalf_of)
        and role.rank is not Rank.DEPRECATED
        and (role.role in _ANNOUNCES) is announces
    ]
    if parts:
        said = "; ".join(dict.fromkeys(parts))
        yield str(day(announcement) or "undated"), f"{main_text(announcement.title)} ({announcement.id}): {said}"


def _measures(actor: Actor, announcement: Announcement, corpus: Corpus) -> Iterator[tuple[str, str]]:
    for measure in announcement.measures:
        if actor.id in measure.actors and measure.rank is not Rank.DEPRECATED:
            yield (
                str(measure.date or day(announcement) or "undated"),
                f"{name(measure.instrument, corpus)}: {code(measure.action)} ({announcement.id})",
            )


def _statements(actor: Actor, announcement: Announcement) -> Iterator[tuple[str, str]]:
    for statement in announcement.statements:
        if statement.speaker == actor.id and statement.rank is not Rank.DEPRECATED:
            act = f"{code(statement.speech_act)}: " if statement.speech_act else ""
            yield str(statement.date or day(announcement) or "undated"), f"{act}{main_text(statement.text)}"
