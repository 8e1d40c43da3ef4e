"""Which column of a sheet is which field: guessed by its name, kept in a file, and read from it the next time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from ..errors import CommuniqueError
from ..files.atomic_write import WriteError, create_file
from ..files.toml import TomlError, parse, read_text
from ..importing.sheet import BEHIND
from ..lexicon.column_names import fields_called, key_of
from .cell import FIELDS

_LINKS = ("url", "links", "sources")

LEFT_OUT = "-"
"""Stands for the field of a column that is not to be taken."""

UNKNOWN = "?"
"""Stands for the field of a column that is not understood."""


class MappingError(CommuniqueError):
    """The mapping cannot be read or written; the message says why."""


class ColumnMapping(NamedTuple):
    """By the name of each column its field, `LEFT_OUT` or `UNKNOWN`; and the file in which that is kept."""

    kind: str
    fields: Mapping[str, str]
    path: Path
    is_guessed: bool

    def lines(self) -> Iterator[str]:
        """What is taken for what, for people."""
        for column, field in self.fields.items():
            shown = {LEFT_OUT: "left out", UNKNOWN: "not understood"}.get(field, field)
            yield f"column {column!r}: {shown}"

    def content(self) -> bytes:
        """The content of the file."""
        lines = [f"# Which column is which field. {LEFT_OUT!r} leaves a column out; {UNKNOWN!r} is not understood."]
        lines += [f"# The fields: {', '.join(FIELDS[self.kind])}.", f"[{self.kind}]"]
        lines += [
            f"{json.dumps(each, ensure_ascii=False)} = {json.dumps(field)}" for each, field in self.fields.items()
        ]
        return "".join(f"{line}\n" for line in lines).encode("utf-8")

    def write(self) -> Path:
        """Write the file, which must not be there; gives its path.

        Raises:
            MappingError: it cannot be written.
        """
        try:
            create_file(self.path, self.content())
        except (OSError, WriteError) as error:
            raise MappingError(f"the mapping of columns is not kept: {error}") from error
        return self.path


def mapping_for(
    kind: str,
    columns: Sequence[str],
    path: Path,
    sheet: str = "the sheet",
    behind: Mapping[str, str] = MappingProxyType({}),
) -> ColumnMapping:
    """The mapping in the file at ``path``, or one that is guessed if there is no such file; errors name the sheet.

    ``behind`` are the columns with the addresses behind the cells of others. Unless the file names them, they are
    links if the other one is, or if the sheet has no links else.

    Raises:
        MappingError: the file cannot be read, or names an unknown field, or a column that the sheet does not have.
    """
    named = [column for column in columns if column]
    if not path.exists():
        guessed = _guessed(kind, [each for each in named if each not in behind])
        return ColumnMapping(kind, _with_links(kind, guessed, named, behind), path, is_guessed=True)
    try:
        found = parse(read_text(path)).get(kind, {})
    except TomlError as error:
        raise MappingError(f"{path}: {error}") from error
    if not isinstance(found, dict):
        raise MappingError(f"{path}: {kind} is no table")
    found = {each: field for each, field in found.items() if each in named or not _is_behind(each, named)}
    _refuse_wrong(kind, found, path, behind)
    _refuse_missing(found, named, f"{path}: {sheet}")
    fields = {each: field for each, field in found.items() if each in named}
    stated = {each: fields.get(each, UNKNOWN) for each in named if each in fields or each not in behind}
    return ColumnMapping(kind, _with_links(kind, stated, named, behind), path, is_guessed=False)


def _is_behind(column: str, columns: Sequence[str]) -> bool:
    """Whether the column is for addresses behind the cells of another one, which have none now."""
    return column.endswith(BEHIND) and column.removesuffix(BEHIND) in columns


def _refuse_wrong(kind: str, found: Mapping[str, object], path: Path, behind: Mapping[str, str]) -> None:
    seen: dict[object, str] = {}
    for column, field in found.items():
        if field in (LEFT_OUT, UNKNOWN):
            continue
        if not isinstance(field, str) or field not in FIELDS[kind]:
            raise MappingError(f"{path}: {column!r} is {field!r}; the fields are {', '.join(FIELDS[kind])}")
        if field in seen and seen[field] not in (
            behind.get(column),
            *(each for each in behind if behind[each] == column),
        ):
            raise MappingError(f"{path}: {seen[field]!r} and {column!r} are both {field}; leave one out")
        seen[field] = column


def _refuse_missing(found: Mapping[str, object], columns: Sequence[str], sheet: str) -> None:
    """Refuse a mapping of columns that the sheet does not have: they may have another name now."""
    if missing := [each for each, field in found.items() if each not in columns and field != UNKNOWN]:
        has = f"it has {', '.join(map(repr, columns))}"
        help = "Write the name that it has now, or use another file with --mapping"
        raise MappingError(f"{sheet} has no column {missing[0]!r}; {has}. {help}")


def _with_links(
    kind: str, fields: Mapping[str, str], columns: Sequence[str], behind: Mapping[str, str]
) -> dict[str, str]:
    """The fields of all columns, in their order, with those of the addresses behind the cells of others."""
    found, links = dict(fields), [each for each in _LINKS if each in FIELDS[kind]]
    for column in (each for each in columns if each not in found):
        own = found[behind[column]]
        has_links = any(field in links for field in found.values())
        found[column] = own if own in links else UNKNOWN if has_links else links[0]
    return {each: found[each] for each in columns}


def _guessed(kind: str, columns: Sequence[str]) -> dict[str, str]:
    """The field of each column. Of several columns for one field, only the first is understood."""
    found: dict[str, str] = {}
    for column in columns:
        possible = (each for each in _fields(kind, column) if each not in found.values())
        found[column] = next(possible, UNKNOWN)
    return found


def _fields(kind: str, column: str) -> list[str]:
    """The fields of the kind that a column can be, by its name: those that are called so themselves come first."""
    names = [key_of(column), key_of(column).removeprefix(f"{kind}_")]
    called = (field for name in names for field in fields_called(name))
    return [each for each in (*names, *called) if each in FIELDS[kind]]
