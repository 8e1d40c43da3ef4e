"""Migrates a record step by step, from version to version: its data, or its file by edits."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from ...files.package_modules import values_in
from ...lazy import lazy_pattern
from ...reading import Document, read_bytes
from ...reading.tokens import Tokens, tokens
from ...text.edits import Edit, apply_to_file
from ...text.pointer import Pointer
from .. import store
from .migration import InexpressibleError, Migration
from .rewriting import CANNOT, scalar_end

_MODELINE = lazy_pattern(
    r"^# yaml-language-server: .*/(?P<version>[0-9]+[.][0-9]+[.][0-9]+)/[a-z]+[.]schema[.]json\s*$"
)


@cache
def migrations() -> tuple[Migration, ...]:
    """One between each published version and the next, oldest first."""
    moves = {(each.older, each.newer): each for each in values_in(sys.modules[__package__], Migration)}
    return tuple(moves.get(step) or Migration(*step) for step in pairwise(store.versions()))


def upgrade(data: dict[str, Any]) -> dict[str, Any]:
    """The record in the newest version. The data is not changed; it must be valid in the version that it names."""
    for migration in migrations():
        if migration.older == data["schema_version"]:
            data = {**migration.upgrade(data), "schema_version": migration.newer}
    return data


def origin(pointer: Pointer, data: dict[str, Any]) -> Pointer:
    """Where the node at a pointer of the record in the newest version is in the record as it is."""
    states = []
    for migration in migrations():
        if migration.older == data["schema_version"]:
            states.append((migration, data))
            data = {**migration.upgrade(data), "schema_version": migration.newer}
    for migration, older in reversed(states):
        pointer = migration.origin(pointer, older)
    return pointer


def _steps(source: str, target: str) -> Iterator[tuple[Migration, bool]]:
    """The steps from one version to another, each with whether it goes to the newer version."""
    versions = store.versions()
    start, end = versions.index(source), versions.index(target)
    yield from ((migration, True) for migration in migrations()[start:end])
    yield from ((migration, False) for migration in reversed(migrations()[end:start]))


def migrated(content: bytes, target: str) -> bytes:
    """The file of a valid record in another version; only what differs between the versions is changed.

    Raises:
        InexpressibleError: the other version cannot express the record, or the file is written so that it cannot be
            changed without losing something.
    """
    data = read_bytes(content, "").data
    source = data.get("schema_version") if isinstance(data, dict) else None
    if source not in store.versions():
        raise InexpressibleError("its schema_version is missing or unknown")
    for migration, forwards in _steps(source, target):
        content = _step(content, migration, forwards)
    return content


def _step(content: bytes, migration: Migration, forwards: bool) -> bytes:
    document = read_bytes(content, "")
    version = migration.newer if forwards else migration.older
    change = migration.upgrade if forwards else migration.downgrade
    expected = {**change(document.data), "schema_version": version}
    written = tokens(document)
    edits = migration.upgrade_edits if forwards else migration.downgrade_edits
    result = apply_to_file(content, [*edits(document, written), *_naming(document, written, version)])
    changed = read_bytes(result, "")
    # Compared as text, for which 1 and 1.0 differ, and the order of keys counts.
    if not changed.complete or json.dumps(changed.data) != json.dumps(expected):
        raise InexpressibleError(CANNOT)
    if _comments(tokens(changed)) != _comments(written):
        raise InexpressibleError("a comment would be lost; move it above the field")
    return result


def _comments(written: Tokens) -> list[str]:
    """Every comment except the modeline for editors, in which the version changes."""
    return [comment.rstrip() for comment in written.comments if not _MODELINE.match(comment)]


def _naming(document: Document, written: Tokens, version: str) -> Iterator[Edit]:
    """The edits of the version in the record, and in the modeline for editors."""
    old = document.data["schema_version"]
    place = document.index(document.value_position(("schema_version",)))
    end = scalar_end(written, place)
    if document.text[place:end].strip("'\"") != old:
        raise InexpressibleError(f"its schema_version is not written as {old}")
    start = document.text.index(old, place)
    yield Edit(start, start + len(old), version)
    position = 0
    for line in document.text.splitlines(keepends=True):
        found = _MODELINE.match(line)
        if found and found["version"] == old:
            yield Edit(position + found.start("version"), position + found.end("version"), version)
        if not line.startswith("#"):
            return
        position += len(line)
