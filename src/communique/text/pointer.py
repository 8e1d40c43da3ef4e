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


def pointer_in(data: Any, where: str) -> Pointer:
    """The path of keys and indexes that a JSON Pointer writes; places in the lists of the data are numbers.

    >>> pointer_in({"roles": [{"actor": "france"}]}, "/roles/0/actor")
    ('roles', 0, 'actor')
    """
    found: list[str | int] = []
    for part in where.split("/")[1:]:
        is_item = isinstance(data, list) and part.isdigit()
        found.append(int(part) if is_item else _key(part))
        data = follow(data, f"/{part}")
    return tuple(found)


def follow(data: Any, where: str) -> Any:
    """The value at an RFC 6901 JSON Pointer; None if there is none.

    >>> follow({"roles": [{"actor": "france"}]}, "/roles/0/actor")
    'france'
    """
    for part in where.split("/")[1:]:
        if isinstance(data, dict):
            data = data.get(_key(part))
        elif isinstance(data, list) and part.isdigit() and int(part) < len(data):
            data = data[int(part)]
        else:
            return None
    return data


def _key(part: str) -> str:
    return part.replace("~1", "/").replace("~0", "~")
