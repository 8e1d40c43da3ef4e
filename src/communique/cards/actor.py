"""The card of an actor: announcements, other roles, measures, statements, numbers and properties."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from ..codelists import StatementNature
from ..corpus.corpus import Corpus
from ..corpus.date_order import sort_day
from ..corpus.history import Basis, announcement_day, dating, is_denied_or_hypothetical
from ..models import Actor, Announcement, EdtfDate, Instrument, Occasion
from . import commitments
from .assertion_text import A, in_words, line, not_deprecated, remarks, with_inherited
from .date_text import day_text
from .entity import footer, header, not_retired, reported_in
from .evidence_text import independent_sources
from .labels import code, day_label, days_label, name, titled
from .page import Line, Page

_Dated = tuple[EdtfDate | None, list[Line]]


def fill(actor: Actor, corpus: Corpus, page: Page, today: date) -> None:
    """Write the card."""
    header(actor, page, corpus, actor.type, actor.country, actor.subdivision)
    page.section("Part of", [name(actor.part_of, corpus)] if actor.part_of else [])
    parts = [each for each in corpus.actors.values() if each.part_of == actor.id]
    page.section("Parts", [f"{name(each.id, corpus)} ({each.id})" for each in parts])
    page.section("Members", [f"{name(id, corpus)} ({id})" for id in actor.members])
    page.section("Countries", [", ".join(actor.countries)] if actor.countries else [])
    member_of = [each.id for each in corpus.actors.values() if actor.id in each.members]
    page.section("Member of", [f"{name(id, corpus)} ({id})" for id in member_of])
    others: list[Instrument | Occasion] = [*corpus.instruments.values(), *corpus.occasions.values()]
    acting = [each.id for each in others if each.acts_as == actor.id]
    page.section("Acts in the name of", [f"{name(id, corpus)} ({id})" for id in acting])

    def by_date(find: Callable[[Actor, Announcement, Corpus], Iterator[_Dated]]) -> Iterator[Line]:
        found = [each for announcement in announcements for each in find(actor, announcement, corpus)]
        for _, lines in sorted(found, key=lambda each: sort_day(each[0])):
            yield from lines

    announcements = not_retired(corpus)
    page.section("Announced", by_date(_announced))
    page.section("Other roles", by_date(_other_roles))
    page.section("Measures", by_date(_measures))
    page.section("Statements", by_date(_statements))
    page.section("Stated numbers", by_date(_numbers))
    page.section("Money", by_date(_money))
    page.section("Votes", by_date(_votes))
    page.section("Stated properties", by_date(_properties))
    page.section("Commitments", commitments.of_actor(actor.id, corpus, today))
    page.section("Denied or hypothetical", by_date(_not_done))
    footer(actor, page, corpus)


def _announced(actor: Actor, announcement: Announcement, corpus: Corpus) -> Iterator[_Dated]:
    return _roles(actor, announcement, corpus, announces=True)


def _other_roles(actor: Actor, announcement: Announcement, corpus: Corpus) -> Iterator[_Dated]:
    return _roles(actor, announcement, corpus, announces=False)


def _roles(actor: Actor, announcement: Announcement, corpus: Corpus, *, announces: bool) -> Iterator[_Dated]:
    """One entry for each announcement, followed by the roles in it."""
    if not any(_is_any_of(actor, role.actor, role.on_behalf_of) for role in announcement.roles):
        return
    lines = [Line(titled(announcement), day_label(announcement))]
    for item in not_deprecated(announcement.roles, corpus):
        role = item.assertion
        if _is_any_of(actor, role.actor, role.on_behalf_of) and role.is_announcing is announces:
            text = in_words(role, corpus, "disputed" if item.disputed else "", card_id=actor.id)
            lines.append(Line(f"- {text} {independent_sources(item.corroboration, item.assertion)}"))
            lines += remarks(item, corpus)
    if len(lines) > 1:
        yield announcement_day(announcement), lines


def _is_any_of(actor: Actor, *ids: str | None) -> bool:
    return actor.id in ids


def _measures(actor: Actor, announcement: Announcement, corpus: Corpus) -> Iterator[_Dated]:
    return _measures_of(actor, announcement, corpus, done=True)


def _not_done(actor: Actor, announcement: Announcement, corpus: Corpus) -> Iterator[_Dated]:
    return _measures_of(actor, announcement, corpus, done=False)


def _measures_of(actor: Actor, announcement: Announcement, corpus: Corpus, *, done: bool) -> Iterator[_Dated]:
    if not any(actor.id in measure.actors for measure in announcement.measures):
        return
    for item in not_deprecated(announcement.measures, corpus):
        if actor.id in item.assertion.actors and is_denied_or_hypothetical(item.assertion) is not done:
            when = dating(item.assertion, announcement)
            label = "undated" if when.basis is Basis.ANNOUNCEMENT else days_label(when)
            lines = [Line(line(item, corpus), label), *remarks(item, corpus), reported_in(announcement)]
            yield when.certain, lines


def _statements(actor: Actor, announcement: Announcement, corpus: Corpus) -> Iterator[_Dated]:
    """The statements. An undated statement is sorted by the day of its announcement, but may be older."""
    if not any(each.speaker == actor.id for each in announcement.statements):
        return
    for item in not_deprecated(announcement.statements, corpus):
        statement = item.assertion
        if statement.speaker == actor.id:
            own = statement.nature is StatementNature.ATTRIBUTED_STATEMENT
            text = line(item, corpus) if own else f"{code(statement.nature)}: {line(item, corpus)}"
            lines = [
                Line(text, day_text(statement.date) if statement.date else "undated"),
                *remarks(item, corpus),
                reported_in(announcement),
            ]
            yield statement.date or announcement_day(announcement), lines


def _numbers(actor: Actor, announcement: Announcement, corpus: Corpus) -> Iterator[_Dated]:
    own = [each for each in announcement.quantities if each.speaker == actor.id]
    return _reported(own, announcement.quantities, announcement, corpus, card_id=actor.id)


def _money(actor: Actor, announcement: Announcement, corpus: Corpus) -> Iterator[_Dated]:
    """The sums that the actor pays, receives or names; the text says which of these."""
    own = [each for each in announcement.money if _is_any_of(actor, each.payer, each.payee, each.speaker)]
    return _reported(own, announcement.money, announcement, corpus)


def _votes(actor: Actor, announcement: Announcement, corpus: Corpus) -> Iterator[_Dated]:
    """The votes that the actor took as a body, and those in which it has a ballot."""
    own = [v for v in announcement.votes if _is_any_of(actor, v.body, *(ballot.actor for ballot in v.ballots))]
    return _reported(own, announcement.votes, announcement, corpus)


def _reported(
    own: Sequence[A], given: Sequence[A], announcement: Announcement, corpus: Corpus, *, card_id: str = ""
) -> Iterator[_Dated]:
    """Those assertions of a list that are the actor's own, each with its announcement."""
    if not own:
        return
    for item in not_deprecated(given, corpus):
        if any(item.assertion is each for each in own):
            text = line(item, corpus, card_id=card_id)
            lines = [Line(text), *remarks(item, corpus), reported_in(announcement)]
            yield announcement_day(announcement), lines


def _properties(actor: Actor, announcement: Announcement, corpus: Corpus) -> Iterator[_Dated]:
    for measure in announcement.measures:
        if not measure.is_deprecated and any(each.speaker == actor.id for each in measure.attributes):
            for item in not_deprecated(measure.attributes, corpus):
                if item.assertion.speaker == actor.id:
                    prefix = f"{name(measure.instrument, corpus)}: "
                    text = line(with_inherited(item, measure), corpus, card_id=actor.id, prefix=prefix)
                    yield (
                        announcement_day(announcement),
                        [Line(text), *remarks(item, corpus), reported_in(announcement)],
                    )
