"""Turns typed things into the rows of tables.

Every table has one row per thing and a key that the others join on. Rows of announcements, actors, instruments,
occasions, sources, datasets and registries have an ``id``; assertions have a ``key``, which is made from their local id
or from what they say, never from their place in a list.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ...corpus.corroboration import corroborate
from ...corpus.history import datings, days
from ...corpus.provenance import Sources
from ...corpus.selection import showings
from ...models import Announcement, Assertion, EdtfDate, Measure, Model, Source, main_language
from ...models.assertion import content
from .fields import Field, Layout, fields
from .layout import (
    DAYS,
    ROOTS,
    TEXTS,
    empty_tables,
    flat,
    item_column,
    list_table,
    object_table,
    parent_key,
    plans,
)
from .table import Table, Value


def build(roots: Mapping[str, Iterable[Model]]) -> dict[str, Table]:
    """All tables by name, empty ones too, with a row for each of the things and for all that hangs on them.

    ``roots`` holds the things by the name of their table: announcements, actors, and so on.
    """
    sources = Sources((source.id, source) for source in roots.get("sources", ()) if isinstance(source, Source))
    filler = _Filler(sources)
    for name, models in roots.items():
        for model in models:
            filler.add_root(name, model)
    return {name: table.filled(filler.rows[name]) for name, table in empty_tables().items()}


class _Owner(NamedTuple):
    """The row that others hang on."""

    table: str
    key: str
    root: str


class _Filler:
    """Turns models into rows, by the name of their table."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.rows: dict[str, list[dict[str, Value]]] = defaultdict(list)
        self._sources = sources

    def add_root(self, table: str, model: Model) -> None:
        id: str = model.id  # type: ignore[attr-defined]
        row: dict[str, Value] = {}
        self._append(table, row)
        self._fill(row, model, _Owner(table, id, id))
        if isinstance(model, Announcement):
            row.update(_day_cells(DAYS[Announcement], days(model)))
            self._add_days_of_measures(model)

    def _add_days_of_measures(self, announcement: Announcement) -> None:
        number = len(announcement.measures)
        rows = self.rows["measures"][-number:] if number else []
        for row, dating in zip(rows, datings(announcement), strict=True):
            row.update(_day_cells(DAYS[Measure], dating.days))
            row["day_basis"] = dating.basis.value if dating.days else None

    def _append(self, table: str, row: dict[str, Value]) -> None:
        self.rows[table].append(row)

    def _fill(self, row: dict[str, Value], model: Model, owner: _Owner) -> None:
        """Put the model's fields into the row and what hangs on it into other tables."""
        for each in flat(type(model)):
            value = getattr(model, each.name)
            match each.layout:
                case Layout.OBJECTS:
                    self._add_children(object_table(owner.table, each), value, owner)
                case Layout.SCALARS:
                    self._add_items(list_table(owner.table, each), each, value, owner)
                case Layout.LOCALIZED:
                    self._add_texts(each.name, value or {}, owner)
            if not (each.name == "id" and owner.table not in ROOTS):
                row.update(_cells(each, value))

    def _add_children(self, table: str, models: tuple[Model, ...], owner: _Owner) -> None:
        assertions = [model for model in models if isinstance(model, Assertion)]
        if assertions:
            self._add_assertions(table, assertions, owner)
            return
        for position, model in enumerate(models, start=1):
            row = {**self._parent(table, owner), "position": position}
            self._append(table, row)
            self._fill(row, model, _Owner(table, f"{owner.key}/{position}", owner.root))

    def _add_assertions(self, table: str, assertions: Sequence[Assertion], owner: _Owner) -> None:
        counts = corroborate(assertions, self._sources)
        for assertion, showing, count in zip(assertions, showings(assertions), counts, strict=True):
            key = _key(assertion, table, owner)
            row = {**self._parent(table, owner), "key": key}
            self._append(table, row)
            self._fill(row, assertion, _Owner(table, key, owner.root))
            row["shown"], row["competes"] = showing
            row["supporting_sources"] = len(count.supporting)
            row["contradicting_sources"] = len(count.contradicting)

    def _add_items(self, table: str, each: Field, values: tuple[str, ...], owner: _Owner) -> None:
        for position, value in enumerate(values, start=1):
            self._append(table, {**self._parent(table, owner), "position": position, item_column(each): str(value)})

    def _add_texts(self, name: str, texts: dict[str, str], owner: _Owner) -> None:
        for language, text in texts.items():
            self._append(TEXTS, {**self._parent(TEXTS, owner), "field": name, "language": language, "text": text})

    def _parent(self, table: str, owner: _Owner) -> dict[str, Value]:
        if len(plans()[table].parents) == 1:
            return {parent_key(owner.table): owner.key}
        return {"record_id": owner.root, "parent_table": owner.table, "parent_key": owner.key}


def _key(assertion: Assertion, table: str, owner: _Owner) -> str:
    """The key of an assertion: readable if it has a local id, otherwise a digest of what it says."""
    if assertion.id:
        return f"{owner.root}/{assertion.id}"
    said = f"{table} {content(assertion)}".encode()
    return f"{owner.key}/{hashlib.sha256(said).hexdigest()[:12]}"


def _cells(each: Field, value: Any, prefix: str = "") -> Iterator[tuple[str, Value]]:
    """The cells of one field, under the names of `_field_columns`."""
    name = prefix + each.column
    match each.layout:
        case Layout.DATE:
            yield name, None if value is None else str(value)
            yield from _date_cells(name, value)
        case Layout.NUMBER_OR_TEXT:
            yield name, None if value is None else str(value)
            yield f"{name}_number", value if isinstance(value, int | float) else None
        case Layout.LOCALIZED:
            language = main_language(value or {})
            yield name, value[language] if language else None
            yield f"{name}_language", language
        case Layout.OPEN:
            yield name, json.dumps(value, ensure_ascii=False, sort_keys=True) if value else None
        case Layout.OBJECT:
            for inner in fields(each.type):
                yield from _cells(inner, getattr(value, inner.name, None), f"{name}_")
        case Layout.SCALAR:
            yield name, str(value) if isinstance(value, str) else value


def _day_cells(each: Field, given: Sequence[EdtfDate]) -> Iterator[tuple[str, Value]]:
    """The first of the days that are given, and whether there are others."""
    yield from _cells(each, given[0] if given else None)
    yield f"{each.name}_competes", len(given) > 1 if given else None


def _date_cells(name: str, value: EdtfDate | None) -> Iterator[tuple[str, Value]]:
    yield f"{name}_earliest", value.earliest if value else None
    yield f"{name}_latest", value.latest if value else None
    yield f"{name}_precision", value.precision if value else None
    yield f"{name}_qualifier", (value.qualifier or None) if value else None
