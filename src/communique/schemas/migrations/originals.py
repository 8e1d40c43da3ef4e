"""The original of a source becomes a list: ``derived_from: agency`` and ``derived_from: [agency]``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ...reading import Document
from ...reading.tokens import Tokens
from ...text.edits import Edit
from ...text.pointer import json_pointer
from .migration import InexpressibleError
from .rewriting import enclose, unwrap


def with_lists(data: dict[str, Any]) -> dict[str, Any]:
    """The record with lists of originals."""
    return _with_originals(data, lambda original, _: [original])


def with_one(data: dict[str, Any]) -> dict[str, Any]:
    """The record with one original of each source.

    Raises:
        InexpressibleError: a source has several, or none, or more is said of it.
    """
    return _with_originals(data, _only_id)


def to_lists(document: Document, tokens: Tokens) -> Iterator[Edit]:
    """The edits for `with_lists`."""
    for index in _derived(document.data):
        yield from enclose(document, tokens, ("sources", index, "derived_from"))


def to_one(document: Document, tokens: Tokens) -> Iterator[Edit]:
    """The edits for `with_one`."""
    for index in _derived(document.data):
        written = document.data["sources"][index]["derived_from"][0]
        inner = (0, "source") if isinstance(written, dict) else (0,)
        yield from unwrap(document, tokens, ("sources", index, "derived_from"), *inner)


def _derived(data: dict[str, Any]) -> list[int]:
    return [index for index, source in enumerate(data.get("sources", ())) if "derived_from" in source]


def _with_originals(data: dict[str, Any], change: Callable[[Any, int], Any]) -> dict[str, Any]:
    if not _derived(data):
        return data
    sources = [
        {**each, "derived_from": change(each["derived_from"], index)} if "derived_from" in each else each
        for index, each in enumerate(data["sources"])
    ]
    return {**data, "sources": sources}


def _only_id(derivations: list[Any], index: int) -> str:
    match derivations:
        case [str(id)]:
            return id
        case [{"source": str(id), **more}] if not more:
            return id
    where = json_pointer(("sources", index, "derived_from"))
    raise InexpressibleError(f"schema 0.2.1 cannot express {where}: it allows one source, without confidence or note")
