"""The days of announcements and occasions as plain data, so that due days can be counted without the records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from ...models import Announcement, EdtfDate, Model, Occasion
from ..history import announcement_days, occasion_days
from .due_days import dates_of

DayTable: TypeAlias = Mapping[str, Sequence[str]]
"""Dates by role and instrument; those of an occasion, and the days of an announcement, have neither."""


def day_table(thing: Model) -> DayTable:
    """The days of an announcement or an occasion; nothing for any other thing."""
    if isinstance(thing, Occasion):
        found = {_key(None, None): occasion_days(thing)}
    elif isinstance(thing, Announcement):
        scopes = {(str(each.role), each.scope.instrument if each.scope else None) for each in thing.dates}
        found = {_key(*scope): tuple(dates_of(thing, *scope)) for scope in sorted(scopes, key=str)}
        found[_key(None, None)] = announcement_days(thing)
    else:
        return {}
    return {key: [str.__str__(day) for day in days] for key, days in found.items() if days}


class StoredDays(NamedTuple):
    """The days of things, of which ``table`` gives the days, by the name of the table of the thing and its id."""

    table: Callable[[str, str], DayTable]

    def of_announcement(self, id: str, role: str | None, instrument: str | None) -> Sequence[EdtfDate]:
        return [*map(EdtfDate, self.table("announcements", id).get(_key(role, instrument), ()))]

    def of_occasion(self, id: str) -> Sequence[EdtfDate]:
        return [*map(EdtfDate, self.table("occasions", id).get(_key(None, None), ()))]


def _key(role: str | None, instrument: str | None) -> str:
    return f"{role or ''} {instrument or ''}"
