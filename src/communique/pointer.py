"""Paths into a record, and their written form."""

from __future__ import annotations

Pointer = tuple[str | int, ...]


def json_pointer(pointer: Pointer) -> str:
    """A path of keys and indexes as an RFC 6901 JSON Pointer; the root is the empty text.

    >>> json_pointer(("roles", 0, "actor"))
    '/roles/0/actor'
    """
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in pointer)
