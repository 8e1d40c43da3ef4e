"""Reads exported tables as somebody would who has only the files and the page about them: nothing of ours is used.

What is read has a normal form, in which records can be put too: for every root, its values by field. Nested objects are
flat, as in ``place_city``, and texts too, by their language, as in ``title_en``; what hangs on a row is a list.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Json = Any
Roots = dict[tuple[str, str], Json]
"""What is known of each root, by its table and id."""

DEFINED = ("actors", "instruments", "occasions", "sources")
ROOTS = {"announcement": "announcements", "registry": "registries", "dataset": "datasets"}
COUNTED = {"shown", "competes", "passage_key"} | {
    f"{sources}_{end}" for sources in ("sources", "contradicting_sources") for end in ("at_least", "at_most")
}
DAY = re.compile(r"day(_earliest|_latest|_precision|_qualifier|_competes|_key|_basis)?")
OF_A_COMMITMENT = re.compile(r"commitment|due_day(_earliest|_latest|_precision|_qualifier)?")
DIGEST = re.compile(r"[0-9a-f]{12}")
OF_A_DATE = ("_earliest", "_latest", "_precision", "_qualifier")


def from_records(records: Iterable[Json]) -> Roots:
    """The normal form of records as plain data. What a record defines is a root of its own."""
    found: Roots = {}
    for record in records:
        things = [(ROOTS[record["kind"]], {name: value for name, value in record.items() if name not in DEFINED})]
        things += [(name, each) for name in DEFINED for each in record.get(name, ())]
        for table, thing in things:
            assert (table, thing["id"]) not in found
            found[table, thing["id"]] = _flat({name: value for name, value in thing.items() if name != "kind"})
    return found


def _flat(node: Json, prefix: str = "") -> Json:
    found: Json = {}
    for name, value in node.items():
        if isinstance(value, dict) and name != "extensions":
            found |= _flat(value, f"{prefix}{name}_")
        elif isinstance(value, list):
            objects = [{"source": each} if name == "evidence" and isinstance(each, str) else each for each in value]
            found[prefix + name] = [_flat(each) if isinstance(each, dict) else each for each in objects]
        else:
            found[prefix + name] = value
    return found


APART = ("states", "definitions")
"""The tables whose rows are no parts of a thing. Views are none either; the page says which these are."""


def from_tables(folder: Path, page: Path) -> Roots:
    """The normal form of what the CSV files in the folder say. The page tells the types of their columns."""
    rows = {path.stem: _rows(path) for path in sorted(folder.glob("*.csv"))}
    types = _types(page.read_text(encoding="utf-8"))
    views = re.findall(r"^## (\w+)\n\nA view, ", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows.keys() == types.keys()
    parts = {
        name: _Part(name, list(types[name]), rows[name], types[name]) for name in types if name not in (*APART, *views)
    }
    nodes = {(name, key): node for name, part in parts.items() for key, node in part.nodes.items()}
    for name, part in parts.items():
        for row, node in zip(part.rows, part.found, strict=True):
            if part.is_root:
                continue
            owner = nodes[part.owner(row)]
            if name == "texts":
                field = f"{row['field']}_{row['language']}"
                assert field not in owner
                owner[field] = node
            else:
                beside = owner.setdefault(part.field, [])
                beside.append(node)
                assert row.get("position", str(len(beside))) == str(len(beside))
    for part in parts.values():
        part.check_texts()
    return {(name, id): node for name, part in parts.items() if part.is_root for id, node in part.nodes.items()}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, strict=True))


def _types(page: str) -> dict[str, dict[str, str]]:
    """The columns of every table, and their types."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    name = ""
    for line in page.splitlines():
        if line.startswith("## "):
            name = line.removeprefix("## ")
        elif column := re.match(r"\| `(\w+)` \| (\w+) \|", line):
            found[name][column[1]] = column[2]
    return dict(found)


class _Part:
    """One table: its rows, and the node of each."""

    def __init__(self, name: str, columns: list[str], rows: list[dict[str, str]], types: dict[str, str]) -> None:
        assert not rows or list(rows[0]) == columns
        self.rows = rows
        self.is_root = "id" in columns
        self._name, self._columns, self._types = name, columns, types
        self._parent = "" if self.is_root else next(each for each in columns if each != "key")
        self.field = name.removeprefix(f"{re.sub('_(id|key)$', '', self._parent)}_")
        self.found: list[Json] = [self._node(row) for row in rows]
        self.nodes = {self._key(row): node for row, node in zip(rows, self.found, strict=True)}
        assert len(self.nodes) == len(rows) or name == "texts"

    def owner(self, row: dict[str, str]) -> tuple[str, str]:
        """The table and the key of what the row belongs to."""
        if "parent_table" in row:
            assert f"{row['parent_key']}/".startswith(f"{row['record_id']}/")
            return row["parent_table"], row["parent_key"]
        return re.sub("_(id|key)$", "s", self._parent), row[self._parent]

    def check_texts(self) -> None:
        """The text that stands in a row itself is one of its texts, in the language that stands beside it."""
        for row, node in zip(self.rows, self.found, strict=True):
            for column in self._columns:
                if f"{column}_language" in row:
                    texts = {name: text for name, text in node.items() if name.startswith(f"{column}_")}
                    assert texts.get(f"{column}_{row[f'{column}_language']}", "") == row[column]
                    assert bool(texts) == bool(row[column])

    def _key(self, row: dict[str, str]) -> str:
        """Rows without a key have that of their owner and their place in the list."""
        return row.get("id") or row.get("key") or f"{self.owner(row)[1]}/{row.get('position')}"

    def _node(self, row: dict[str, str]) -> Json:
        if self._name == "texts":
            return row["text"]
        own = [column for column in self._columns if column not in self._keys and not self._is_derived(column)]
        if "position" in row and len(own) == 1:
            value = self._value(row, own[0])
            return value.removeprefix(f"{row['record_id']}/") if own[0] == "compatible_with_key" else value
        node = {column.removesuffix("_id"): self._value(row, column) for column in own if row[column]}
        if self._name == "evidence" and "passage" in node:  # the source is that of the passage
            assert row["passage_key"].endswith(f"/{node['passage']}") and node.pop("source")
        name = row.get("key", "").rpartition("/")[2]
        made = DIGEST.fullmatch(name) or name == row.get("position")
        return node | ({"id": name} if name and not made else {})

    @property
    def _keys(self) -> set[str]:
        return {"key", "position", "record_id", "parent_table", "parent_key", self._parent}

    def _is_derived(self, column: str) -> bool:
        """Whether it is worked out from others, or stands in the table of texts."""
        base = next((column.removesuffix(each) for each in OF_A_DATE if column.endswith(each)), "")
        return (
            column in COUNTED
            or bool(DAY.fullmatch(column) and self._name in ("announcements", "measures"))
            or bool(OF_A_COMMITMENT.fullmatch(column) and self._name == "commitments")
            or f"{base}_precision" in self._types
            or column.removesuffix("_number") in self._types.keys() - {column}
            or f"{column}_language" in self._types
            or column.removesuffix("_language") in self._types.keys() - {column}
        )

    def _value(self, row: dict[str, str], column: str) -> Json:
        if column == "extensions":
            return json.loads(row[column])
        if row.get(f"{column}_number"):
            return float(row[f"{column}_number"])
        kind = self._types[column]
        return (
            row[column] == "TRUE"
            if kind == "boolean"
            else {"integer": int, "number": float}.get(kind, str)(row[column])
        )
