"""The schema version of a file to which something is added that an older version cannot express."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..models import SCHEMA_VERSION
from ..reading import read_bytes
from ..schemas.migrations import InexpressibleError, migrated
from ..validation.examination import structure_errors


def version_of(content: bytes, path: str) -> str:
    """The schema version that a file names; empty if it names none."""
    data = read_bytes(content, path).data
    return str(data.get("schema_version", "")) if isinstance(data, dict) else ""


def in_a_version_that_takes_it(content: bytes, path: str, edit: Callable[[bytes], bytes]) -> bytes:
    """The content after an edit: in the schema version that it names, or in the newest if only that one accepts it.

    A migration changes nothing of what the file means. If no version accepts the content, it keeps its own.
    """
    after = edit(content)
    if version_of(content, path) == SCHEMA_VERSION or _is_accepted(after, path):
        return after
    try:
        raised = edit(migrated(content, SCHEMA_VERSION))
    except InexpressibleError:
        return after
    return raised if _is_accepted(raised, path) else after


def raised(contents: Iterable[tuple[str, bytes, bytes]]) -> dict[str, tuple[str, str]]:
    """The old and the new schema version of each file, given its path and its contents, in which it was raised."""
    named = {path: (version_of(before, path), version_of(after, path)) for path, before, after in contents if before}
    return {path: (old, new) for path, (old, new) in named.items() if old != new}


def _is_accepted(content: bytes, path: str) -> bool:
    document = read_bytes(content, path)
    return document.sound and not structure_errors(document)
