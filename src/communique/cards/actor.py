"""The card of an actor: what it announced, what it did beside that, and what it said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ..codelists import StatementNature
from ..corpus.corpus import Corpus
from ..corpus.date_order import first_day
from ..corpus.history import Basis, announcement_day, dating, is_denied_or_hypothetical
from ..models import Actor, Announcement, EdtfDate, Instrument, Occasion
from .assertion_text import apart, line, not_deprecated, remarks, say
from .entity import foot, head, standing, within
from .labels import code, day_label, either, independent_sources, name, titled
from .page import Line, Page

_Dated = tuple[EdtfDate | None, list[Line]]


def fill(actor: Actor, corpus: Corpus, page: Page, today: date) -> None:
    """Write the card."""
    head(actor, page, corpus, actor.type, actor.country, actor.subdivision)
    page.section("Part of", [name(actor.part_of, corpus)] if actor.part_of else [])
    parts = [each for each in corpus.actors.values() if each.part_of == actor.id]
    page.section("Has as parts", [f"{name(each.id, corpus)} ({each.id})" for each in parts])
    others: list[Instrument | Occasion] = [*corpus.instruments.values(), *corpus.occasions.values()]
    acting = [each.id for each in others if each.acts_as == actor.id]
    page.section("Acts in the name of", [f"{name(id, corpus)} ({id})" for id in acting])

    def in_order(find: Callable[[Actor, Announcement, Corpus], Iterator[_Dated]]) -> Iterator[Line]:
        found = [each for announcement in announcements for each in find(actor, announcement, corpus)]
        for _, lines in sorted(found, key=lambda each: first_day(each[0])):
            yield from lines

    announcements = standing(corpus)
    page.section("Announced", in_order(_announced))
    page.section("Other roles", in_order(_other_roles))
    page.section("Acted on", in_order(_measures))
    page.section("Said", in_order(_statements))
    page.section("Gave as numbers", in_order(_numbers))
    page.section("Gave as properties", in_order(_properties))
    page.section("Denied, or only imagined", in_order(_not_done))
    foot(actor, page, corpus)


def _announced(actor: Actor, announcement: Announcement, corpus: Corpus) -> Iterator[_Dated]:
    return _roles(actor, announcement, corpus, announces=True)


def _other_roles(actor: Actor, announcement: Announcement, corpus: Corpus) -> Iterator[_Dated]:
    return _roles(actor, announcement, corpus, announces=False)


def _roles(actor: Actor, announcement: Announcement, corpus: Corpus, *, announces: bool) -> Iterator[_Dated]:
    """One entry for each announcement, with each of the roles below it."""
    if not any(_plays(actor, role.actor, role.on_behalf_of) for role in announcement.roles):
        return
    lines = [Line(titled(announcement), day_label(announcement))]
    for point in not_deprecated(announcement.roles, corpus):
        role = point.assertion
        if _plays(actor, role.actor, role.on_behalf_of) and role.is_announcing is announces:
            said = say(role, corpus, "disputed" if point.disputed else "", of=actor.id)
            lines.append(Line(f"- {said} {independent_sources(point.found)}"))
            lines += remarks(role, corpus)
    if len(lines) > 1:
        yield announcement_day(announcement), lines


def _plays(actor: Actor, *ids: str | None) -> bool:
    return actor.id in ids


def _measures(actor: Actor, announcement: Announcement, corpus: Corpus) -> Iterator[_Dated]:
    return _acts(actor, announcement, corpus, done=True)


def _not_done(actor: Actor, announcement: Announcement, corpus: Corpus) -> Iterator[_Dated]:
    return _acts(actor, announcement, corpus, done=False)


def _acts(actor: Actor, announcement: Announcement, corpus: Corpus, *, done: bool) -> Iterator[_Dated]:
    if not any(actor.id in measure.actors for measure in announcement.measures):
        return
    for point in not_deprecated(announcement.measures, corpus):
        if actor.id in point.assertion.actors and is_denied_or_hypothetical(point.assertion) is not done:
            when = dating(point.assertion, announcement)
            label = "undated" if when.basis is Basis.ANNOUNCEMENT else either(when.days)
            lines = [Line(line(point, corpus), label), *remarks(point.assertion, corpus), within(announcement)]
            yield next(iter(when.days), None), lines


def _statements(actor: Actor, announcement: Announcement, corpus: Corpus) -> Iterator[_Dated]:
    """One without a day of its own is sorted by that of its announcement, and may have been said before."""
    if not any(each.speaker == actor.id for each in announcement.statements):
        return
    for point in not_deprecated(announcement.statements, corpus):
        statement = point.assertion
        if statement.speaker == actor.id:
            own = statement.nature is StatementNature.ATTRIBUTED_STATEMENT
            text = line(point, corpus) if own else f"{code(statement.nature)}: {line(point, corpus)}"
            lines = [Line(text, str(statement.date or "undated")), *remarks(statement, corpus), within(announcement)]
            yield statement.date or announcement_day(announcement), lines


def _numbers(actor: Actor, announcement: Announcement, corpus: Corpus) -> Iterator[_Dated]:
    if any(each.speaker == actor.id for each in announcement.quantities):
        for point in not_deprecated(announcement.quantities, corpus):
            if point.assertion.speaker == actor.id:
                lines = [
                    Line(line(point, corpus, of=actor.id)),
                    *remarks(point.assertion, corpus),
                    within(announcement),
                ]
                yield announcement_day(announcement), lines


def _properties(actor: Actor, announcement: Announcement, corpus: Corpus) -> Iterator[_Dated]:
    for measure in announcement.measures:
        if not measure.is_deprecated and any(each.speaker == actor.id for each in measure.attributes):
            for point in not_deprecated(measure.attributes, corpus):
                if point.assertion.speaker == actor.id:
                    whose = f"{name(measure.instrument, corpus)}: "
                    said = line(apart(point, measure), corpus, of=actor.id, whose=whose)
                    yield (
                        announcement_day(announcement),
                        [Line(said), *remarks(point.assertion, corpus), within(announcement)],
                    )
