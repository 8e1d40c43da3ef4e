"""Makes things of the rows of tables: the inverse of `exporting.tables.rows`, by the same plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ..exporting.tables.columns import item_column
from ..exporting.tables.field_layout import Field, Layout
from ..exporting.tables.keys import has_key, only_parent, parent_key
from ..exporting.tables.plan import ROOTS, TEXTS, Plan, flat, list_table, object_table, plans
from ..lazy import lazy_pattern
from ..models import Assertion, Model, Passage
from ..models.assertion import ASSERTION_FIELDS
from ..text.pointer import Pointer
from . import cells
from .notes import Notes
from .origin import Origin
from .row_values import Row, given, value
from .source_table import SourceTable
from .thing import Thing

DIGEST = lazy_pattern("[0-9a-f]{12}")
_Owner = tuple[str, str]
"""The table and the key of the row that a row belongs to."""


class _Part(NamedTuple):
    """What a row says: its key, its place in the list, and its values by field, or its single value."""

    key: str
    position: int
    value: Any
    row: Row


class Parts:
    """The rows of all tables, by the rows that they belong to."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._parts: dict[str, dict[_Owner, list[_Part]]] = defaultdict(lambda: defaultdict(list))
        self._texts: dict[_Owner, dict[str, dict[str, _Part]]] = defaultdict(lambda: defaultdict(dict))
        self._keys: set[_Owner] = set()

    def add(self, table: SourceTable, rows: Iterable[Row]) -> None:
        """Add the rows of a table."""
        plan = plans()[table.name]
        for row in rows:
            owner = _owner(plan, row)
            if plan.name == TEXTS:
                found = _Part("", 0, row.get("text", cells.text), row)
                self._texts[owner][row.text("field")][row.text("language")] = found
            else:
                part = _part(plan, row)
                if part.key and (plan.name, part.key) in self._keys:
                    row.note("", f"a second row with the key {part.key!r}", "delete one of the two")
                    continue
                self._keys.add((plan.name, part.key))
                self._parts[plan.name][owner].append(part)

    def things(self) -> Iterator[Thing]:
        """Every thing with all that belongs to it, in the order of the tables; each is given once."""
        for table, model in ROOTS.items():
            for part in self._parts.pop(table, {}).get(("", ""), ()):
                origins: dict[Pointer, Origin] = {}
                data = self._whole(table, model, part, part.key, (), origins)
                yield Thing(table, data, origins)
        self._note_rest()

    def _whole(
        self, table: str, model: type[Model], part: _Part, root: str, at: Pointer, origins: dict[Pointer, Origin]
    ) -> dict[str, Any]:
        """The values of a part with those of its own parts. ``root`` is the id of its thing, ``at`` its pointer."""
        origins[at] = part.row.origin()
        found: dict[str, Any] = {}
        for each in flat(model):
            is_id = each.name == "id" and table not in ROOTS
            inner = _local_id(model, part, root) if is_id else self._field(table, each, part, root, at, origins)
            if inner is not None:
                found[each.name] = inner
        return given(model, found)

    def _field(
        self, table: str, each: Field, part: _Part, root: str, at: Pointer, origins: dict[Pointer, Origin]
    ) -> Any:
        owner, place = (table, part.key), (*at, each.name)
        match each.layout:
            case Layout.OBJECTS:
                name = object_table(table, each)
                inner = self._take(name, owner)
                return [
                    self._whole(name, each.type, one, root, (*place, number), origins)
                    for number, one in enumerate(inner)
                ] or None
            case Layout.SCALARS:
                before = f"{root}/" if each.name in ASSERTION_FIELDS else ""
                items = self._take(list_table(table, each), owner)
                origins |= {(*place, number): one.row.origin() for number, one in enumerate(items)}
                return [one.value.removeprefix(before) for one in items if one.value is not None] or None
            case Layout.LOCALIZED:
                texts = self._texts.get(owner, {}).pop(each.name, {})
                origins |= {(*place, language): one.row.origin("text") for language, one in texts.items()}
                return _localized(each, part, {language: one.value for language, one in texts.items()})
        return part.value.get(each.name)

    def _take(self, table: str, owner: _Owner) -> list[_Part]:
        found = self._parts[table].pop(owner, []) if owner[1] else []
        return sorted(found, key=lambda one: one.position)

    def _note_rest(self) -> None:
        """Note the rows that belong to none."""
        texts = ((owner, one) for owner, by in self._texts.items() for some in by.values() for one in some.values())
        parts = ((owner, one) for by in self._parts.values() for owner, some in by.items() for one in some)
        for (table, key), one in [*parts, *texts]:
            one.row.note(
                "", f"it belongs to {key!r} in {table}, which has no such row", "correct it, or delete the row"
            )


def _owner(plan: Plan, row: Row) -> _Owner:
    if not plan.parents:
        return "", ""
    if parent := only_parent(plan):
        return parent, row.text(parent_key(parent))
    return row.text("parent_table"), row.text("parent_key")


def _part(plan: Plan, row: Row) -> _Part:
    key = row.text("id" if plan.name in ROOTS else "key") if plan.name in ROOTS or has_key(plan.name) else ""
    if plan.item:
        return _Part(key, _position(row), row.get(item_column(plan.item), cells.text), row)
    assert plan.model
    found = {each.name: value(each, row) for each in flat(plan.model)}
    is_listed = plan.name not in ROOTS and not issubclass(plan.model, Assertion)
    return _Part(key, _position(row) if is_listed else 0, found, row)


def _position(row: Row) -> int:
    """The place in the list; a row that was added without one comes last."""
    found = row.get("position", cells.integer)
    return 2**62 if found is None else found


def _local_id(model: type[Model], part: _Part, root: str) -> str | None:
    """The id of an assertion or a passage, which is in its key; None if the key is made from the content."""
    name = part.key.removeprefix(f"{root}/")
    if issubclass(model, Passage):
        return name
    return None if name == part.key or "/" in name or DIGEST.fullmatch(name) else name


def _localized(each: Field, part: _Part, texts: Mapping[str, str]) -> dict[str, str] | None:
    """The texts in all languages; the one in the row itself, if there are no others."""
    shown: dict[str, str] = part.value.get(each.name) or {}
    if not texts:
        return shown or None
    for language, text in shown.items():
        if texts.get(language) != text:
            help = "write the same text in both, or leave this cell as it was"
            part.row.note(each.column, "the text differs from the one in the table texts", help)
    return dict(texts)
