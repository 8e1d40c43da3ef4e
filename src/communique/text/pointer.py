"""Paths to the nodes of a record, and JSON Pointers."""

from __future__ import annotations

from typing import Any

Pointer = tuple[str | int, ...]


def json_pointer(pointer: Pointer) -> str:
    """A path of keys and indexes as an RFC 6901 JSON Pointer; the root is the empty text.

    >>> json_pointer(("roles", 0, "actor"))
    '/roles/0/actor'
    """
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in pointer)


def follow(data: Any, where: str) -> Any:
    """The value at an RFC 6901 JSON Pointer; None if there is none.

    >>> follow({"roles": [{"actor": "france"}]}, "/roles/0/actor")
    'france'
    """
    for part in where.split("/")[1:]:
        if isinstance(data, dict):
            data = data.get(part.replace("~1", "/").replace("~0", "~"))
        elif isinstance(data, list) and part.isdigit() and int(part) < len(data):
            data = data[int(part)]
        else:
            return None
    return data
