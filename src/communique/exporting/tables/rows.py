"""Converts typed things to table rows.

Every table has one row per thing, and a key that other tables refer to. Rows of announcements, actors, instruments,
occasions, sources, datasets and registries have an ``id``; assertions have a ``key``, which is made from their local id
or from their content, never from their position in a list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ...corpus.corroboration import corroborate
from ...corpus.history import announcement_days, datings, showings
from ...corpus.provenance import Sources
from ...files.checksum import sha256
from ...models import Announcement, Assertion, EdtfDate, Measure, Model, Source, main_language
from ...models.assertion import content
from ...text.json_text import canonical
from .columns import (
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
from .field_layout import Field, Layout, fields
from .table import Table, Value


def build(roots: Mapping[str, Iterable[Model]]) -> dict[str, Table]:
    """All tables by name, including empty ones, with rows for the things and everything in them.

    ``roots`` contains the things by the name of their table: announcements, actors, and so on.
    """
    sources = Sources((source.id, source) for source in roots.get("sources", ()) if isinstance(source, Source))
    filler = _Filler(sources)
    for name, models in roots.items():
        for model in models:
            filler.add_root(name, model)
    return {name: table.filled(filler.rows[name]) for name, table in empty_tables().items()}


class _Owner(NamedTuple):
    """The row that other rows belong to."""

    table: str
    key: str
    root: str


class _Filler:
    """Converts models to rows, by the name of their table."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.rows: dict[str, list[dict[str, Value]]] = defaultdict(list)
        self._sources = sources

    def add_root(self, table: str, model: Model) -> None:
        id: str = model.id  # type: ignore[attr-defined]
        row: dict[str, Value] = {}
        self._append(table, row)
        self._fill(row, model, _Owner(table, id, id))
        if isinstance(model, Announcement):
            row.update(_day_cells(DAYS[Announcement], announcement_days(model)))
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
        """Add the fields of the model to the row, and its children to other tables."""
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
    """The key of an assertion: its local id, otherwise a digest of its content."""
    if assertion.id:
        return f"{owner.root}/{assertion.id}"
    text = f"{table} {content(assertion)}".encode()
    return f"{owner.key}/{sha256(text)[:12]}"


def _cells(each: Field, value: Any, prefix: str = "") -> Iterator[tuple[str, Value]]:
    """The cells of one field, with the column names of `_field_columns`."""
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
            yield name, canonical(value) if value else None
        case Layout.OBJECT:
            for inner in fields(each.type):
                yield from _cells(inner, getattr(value, inner.name, None), f"{name}_")
        case Layout.SCALAR:
            yield name, str(value) if isinstance(value, str) else value


def _day_cells(each: Field, given: Sequence[EdtfDate]) -> Iterator[tuple[str, Value]]:
    """The cells of the first given day, and whether there are other days."""
    yield from _cells(each, given[0] if given else None)
    yield f"{each.name}_competes", len(given) > 1 if given else None


def _date_cells(name: str, value: EdtfDate | None) -> Iterator[tuple[str, Value]]:
    yield f"{name}_earliest", value.earliest if value else None
    yield f"{name}_latest", value.latest if value else None
    yield f"{name}_precision", value.precision if value else None
    yield f"{name}_qualifier", (value.qualifier or None) if value else None
