"""Types of sources that the curator states where the file says that they are unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..codelists import SourceType
from ..editing import RecordText


def with_types(content: bytes, path: str, types: Mapping[str, str]) -> tuple[bytes, list[str]]:
    """The content of a file in which the unknown types of these sources are stated, and the ids of those sources.

    Raises:
        EditError: the file cannot be edited.
    """
    file = RecordText(content, path)
    unknown = {place: id for place, id in _of_unknown_type(file.data) if id in types}
    for place, id in unknown.items():
        file.replace(("sources", place, "type"), types[id])
    return (file.content() if unknown else content), [*unknown.values()]


def _of_unknown_type(data: Any) -> Iterator[tuple[int, str]]:
    """The places and ids of the sources of a record whose type is unknown."""
    sources = data.get("sources") if isinstance(data, dict) else None
    for place, each in enumerate(sources if isinstance(sources, list) else ()):
        if isinstance(each, dict) and each.get("type") == SourceType.UNKNOWN:
            yield place, str(each.get("id", ""))
