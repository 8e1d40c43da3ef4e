"""Compares two versions of the schema; each change is patch, minor or major.

`compare` reads the two schemas: a patch changes descriptions only, a minor change leaves every old record valid, a
major one may not. `replay` validates records by both versions, which finds what the schemas alone do not show.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import Any, NamedTuple

from ..models import RECORD_KINDS
from . import store
from .for_editors import KEYWORDS
from .validator import first_error

WORDS = ("title", "description", "examples", "enumDescriptions", "default", *KEYWORDS)
"""The keywords that are for people and editors only: no validator looks at them."""
_AT_LEAST = ("minLength", "minimum", "minItems", "minProperties")
_AT_MOST = ("maxLength", "maximum", "maxItems")
_EXACT = ("pattern", "not", "const")
_OPEN = "additionalProperties"
_VERSION = "schema_version"


class Level(IntEnum):
    """How a change affects old records and those who read them."""

    PATCH = 1
    MINOR = 2
    MAJOR = 3


class Change(NamedTuple):
    """One difference between two schemas: its level, where it is, and what it is."""

    level: Level
    where: str
    what: str


def compare(older: str, newer: str) -> list[Change]:
    """Every difference between two published versions, major changes first.

    Raises:
        UnknownVersionError: one of them is not published.
    """
    pairs = ((store.load(older, kind), store.load(newer, kind)) for kind in RECORD_KINDS)
    return _major_first(change for one, other in pairs for change in changes(one, other))


def changes(older: dict[str, Any], newer: dict[str, Any]) -> list[Change]:
    """Every difference between two schemas of one kind of record, major changes first."""
    return _major_first(_Pair(older, newer).changes())


def _major_first(found: Iterable[Change]) -> list[Change]:
    return sorted(set(found), key=lambda change: (-change.level, change.where, change.what))


def replay(older: str, newer: str, records: Iterable[tuple[str, dict[str, Any]]]) -> list[Change]:
    """Which records one of the versions accepts and the other refuses. ``records`` are pairs of a name and the data.

    A record that only the older version accepts is a change of its own; those that only the newer accepts are counted.
    """
    found, gained = [], 0
    for name, data in records:
        before = first_error(older, {**data, _VERSION: older})
        after = first_error(newer, {**data, _VERSION: newer})
        if before is None and after is not None:
            found.append(Change(Level.MAJOR, name, f"valid in {older}, invalid in {newer}: {after}"))
        gained += before is not None and after is None
    if gained:
        found.append(Change(Level.MINOR, "records", f"{gained} valid in {newer}, but not in {older}"))
    return found


def level(changes: Iterable[Change]) -> Level | None:
    """The highest level of the changes; None if there are none."""
    return max((change.level for change in changes), default=None)


def says_enough(older: str, newer: str, level: Level | None) -> bool:
    """Whether the newer version number is high enough for a change of this level, by Semantic Versioning.

    Below 1.0.0 the second number counts as the first: 0.2.0 may refuse what 0.1.0 accepts, 0.1.1 may not.

    >>> says_enough("0.1.0", "0.2.0", Level.MAJOR), says_enough("0.1.0", "0.1.1", Level.MAJOR)
    (True, False)
    >>> says_enough("1.0.0", "1.1.0", Level.MINOR), says_enough("1.0.0", "1.0.1", Level.MINOR)
    (True, False)
    """
    before, after = store.precedence(older), store.precedence(newer)
    if level is None or after <= before:
        return level is None
    raised = next(place for place, (one, other) in enumerate(zip(before, after, strict=True)) if one != other)
    needed = {Level.MAJOR: 0, Level.MINOR: 1, Level.PATCH: 2}[level]
    return raised <= (needed + 1 if before[0] == 0 else needed)


class _Pair:
    """Two schemas of one kind of record, which are compared node by node."""

    def __init__(self, older: dict[str, Any], newer: dict[str, Any]) -> None:
        self._older, self._newer = older, newer
        self._seen: set[tuple[str, str]] = set()

    def changes(self) -> Iterator[Change]:
        kind = self._newer["properties"]["kind"]["const"]
        yield from self._compare(kind, {**self._older, "title": ""}, {**self._newer, "title": ""})

    def _compare(self, where: str, older: Any, newer: Any) -> Iterator[Change]:
        if isinstance(older, bool) or isinstance(newer, bool):
            yield from _openness(where, older, newer)
            return
        if "else" in older or "else" in newer:
            yield from self._shorthand(where, older, newer)
            return
        names = (older.get("$ref", ""), newer.get("$ref", ""))
        yield from _words(where, older, newer)
        if all(names):
            if names in self._seen:
                return
            self._seen.add(names)
            where = names[1].rpartition("/")[2]
        older, newer = _resolve(older, self._older), _resolve(newer, self._newer)
        if all(names):
            yield from _words(where, older, newer)
        if older.get("type") != newer.get("type"):
            yield _types(where, older, newer)
            return
        yield from self._fields(where, older, newer)
        yield from _limits(where, older, newer)
        yield from _codes(where, older, newer)
        yield from _conditions(where, older, newer)
        for keyword in ("items", "propertyNames", _OPEN):
            if keyword in older or keyword in newer:
                yield from self._compare(where, older.get(keyword, {}), newer.get(keyword, {}))

    def _shorthand(self, where: str, older: Any, newer: Any) -> Iterator[Change]:
        """The changes of a value that may be a text or an object, in at least one of the two."""
        if "else" not in older:
            yield Change(Level.MINOR, where, "allows a text instead of the object")
        elif "else" not in newer:
            yield Change(Level.MAJOR, where, "no longer allows a text instead of the object")
        else:
            yield from self._compare(where, older["then"], newer["then"])
        yield from self._compare(where, older.get("else", older), newer.get("else", newer))

    def _fields(self, where: str, older: dict[str, Any], newer: dict[str, Any]) -> Iterator[Change]:
        before, after = older.get("properties", {}), newer.get("properties", {})
        had, has = set(older.get("required", ())), set(newer.get("required", ()))
        for name in sorted(before.keys() - after.keys()):
            yield Change(Level.MAJOR, f"{where}.{name}", "field removed")
        for name in sorted(after.keys() - before.keys()):
            required = name in has
            what = "new required field" if required else "new field"
            yield Change(Level.MAJOR if required else Level.MINOR, f"{where}.{name}", what)
        for name in (each for each in after if each in before):
            if name in has - had:
                yield Change(Level.MAJOR, f"{where}.{name}", "now required")
            if name in had - has:
                yield Change(Level.MINOR, f"{where}.{name}", "no longer required")
            if name != _VERSION:
                yield from self._compare(f"{where}.{name}", before[name], after[name])


def _resolve(node: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        node = root["$defs"][node["$ref"].rpartition("/")[2]]
    return node


def _openness(where: str, older: Any, newer: Any) -> Iterator[Change]:
    if older != newer:
        opened = older is False
        what = "allows additional fields" if opened else "allows fewer additional fields"
        yield Change(Level.MINOR if opened else Level.MAJOR, where, what)


def _words(where: str, older: dict[str, Any], newer: dict[str, Any]) -> Iterator[Change]:
    for keyword in WORDS:
        # New codes bring their definitions with them; that is reported as new codes.
        if keyword == "enumDescriptions" and older.get("enum") != newer.get("enum"):
            known = dict(zip(older.get("enum", ()), older.get(keyword, ()), strict=False))
            now = dict(zip(newer.get("enum", ()), newer.get(keyword, ()), strict=False))
            if any(known[code] != now[code] for code in known.keys() & now.keys()):
                yield Change(Level.PATCH, where, "wording changed: enumDescriptions")
        elif older.get(keyword) != newer.get(keyword):
            yield Change(Level.PATCH, where, f"wording changed: {keyword}")


def _types(where: str, older: dict[str, Any], newer: dict[str, Any]) -> Change:
    before, after = _listed(older.get("type")), _listed(newer.get("type"))
    what = f"was {' or '.join(before) or 'anything'}, is {' or '.join(after) or 'anything'}"
    wider = not after or (before and set(before) <= set(after))
    return Change(Level.MINOR if wider else Level.MAJOR, where, what)


def _listed(types: Any) -> list[str]:
    return [] if types is None else [types] if isinstance(types, str) else list(types)


def _limits(where: str, older: dict[str, Any], newer: dict[str, Any]) -> Iterator[Change]:
    for keyword in (*_AT_LEAST, *_AT_MOST, *_EXACT, "uniqueItems"):
        before, after = older.get(keyword), newer.get(keyword)
        if before == after:
            continue
        looser = after is None or after is False
        if before is not None and after is not None:
            looser = (keyword in _AT_LEAST and after < before) or (keyword in _AT_MOST and after > before)
        what = f"{keyword} was {_shown(before)}, is {_shown(after)}"
        yield Change(Level.MINOR if looser else Level.MAJOR, where, what)


def _codes(where: str, older: dict[str, Any], newer: dict[str, Any]) -> Iterator[Change]:
    before, after = older.get("enum"), newer.get("enum")
    if before == after:
        return
    if before is None or after is None:
        yield Change(Level.MINOR if after is None else Level.MAJOR, where, "list of codes added or removed")
        return
    if gone := [code for code in before if code not in after]:
        yield Change(Level.MAJOR, where, f"codes removed: {', '.join(gone)}")
    if added := [code for code in after if code not in before]:
        yield Change(Level.MINOR, where, f"new codes: {', '.join(added)}")


def _conditions(where: str, older: dict[str, Any], newer: dict[str, Any]) -> Iterator[Change]:
    before, after = ({_shown(each) for each in schema.get("allOf", ())} for schema in (older, newer))
    for _ in sorted(before - after):
        yield Change(Level.MINOR, where, "condition between fields removed")
    for _ in sorted(after - before):
        yield Change(Level.MAJOR, where, "new condition between fields")


def _shown(value: Any) -> str:
    return "nothing" if value is None else json.dumps(value, sort_keys=True)
