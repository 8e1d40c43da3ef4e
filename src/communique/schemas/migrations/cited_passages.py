"""Evidence as plain data: with the passages in it, as in 0.2.1, or pointing to them by name, as in 0.3.0."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ...models import passage_id
from ...text.pointer import Pointer, json_pointer
from .migration import InexpressibleError

Json = Any
_EVIDENCE, _PASSAGES, _OPEN = "evidence", "passages", "extensions"


class Cited(NamedTuple):
    """A passage with its name, where it is first cited, and whether its source comes first there."""

    name: str
    item: Pointer
    source_first: bool


def evidence_lists(data: Json, pointer: Pointer = ()) -> Iterator[tuple[Pointer, list[Json]]]:
    """Every list of evidence in a record, with its pointer."""
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in items:
        if step == _EVIDENCE and isinstance(value, list):
            yield (*pointer, step), value
        elif isinstance(value, dict | list) and step != _OPEN:
            yield from evidence_lists(value, (*pointer, step))


def is_source_alone(item: Json) -> bool:
    """Whether a piece of evidence of 0.2.1 says nothing but its source."""
    return set(item) == {"source"}


class Named:
    """The names of all passages in a record of 0.2.1. Each range of a source gets one name, from source and range."""

    def __init__(self, data: dict[str, Json]) -> None:
        lists = evidence_lists(data)
        found = [((*at, index), item) for at, items in lists for index, item in enumerate(items) if "passage" in item]
        self._taken = set(_ids(data)) if found else set()  # most records have no passages
        self._names: dict[tuple[Json, ...], str] = {}
        self.cited: list[Cited] = []
        self.of_item: dict[Pointer, str] = {}
        for pointer, item in found:
            self._add(pointer, item)

    def _add(self, pointer: Pointer, item: dict[str, Json]) -> None:
        passage = item["passage"]
        range = item["source"], int(passage["start"]), int(passage["end"])
        key = (*range, passage["digest"])
        if key not in self._names:
            name = passage_id(*range)
            if name in self._taken:
                name = passage_id(f"{range[0]} {passage['digest']}", *range[1:])
            self._taken.add(name)
            self._names[key] = name
            keys = [*item]
            self.cited.append(Cited(name, pointer, keys.index("source") < keys.index("passage")))
        self.of_item[pointer] = self._names[key]


def _ids(data: Json) -> Iterator[str]:
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in items:
        if step == "id" and isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            yield from _ids(value)


def with_names(data: dict[str, Json]) -> dict[str, Json]:
    """The record of 0.2.1 with short evidence and named passages."""
    named = Named(data)

    def change(item: Json, pointer: Pointer) -> Json:
        if is_source_alone(item):
            return item["source"]
        if pointer not in named.of_item:
            return item
        kept = {name: value for name, value in item.items() if name != "source"}
        return {**kept, "passage": named.of_item[pointer]}

    changed: dict[str, Json] = _changed(data, change, ())
    if not named.cited:
        return changed
    return {**changed, _PASSAGES: [_entry(data, each) for each in named.cited]}


def in_evidence(pointer: Pointer, data: dict[str, Json]) -> Pointer:
    """Where a node of a passage of 0.3.0 is in the record of 0.2.1: in the evidence that cites it first."""
    if len(pointer) < 2 or pointer[0] != _PASSAGES:
        return pointer
    item, rest = Named(data).cited[int(pointer[1])].item, pointer[2:]
    return (*item, "source") if rest == ("source",) else (*item, "passage", *rest)


def _entry(data: dict[str, Json], cited: Cited) -> dict[str, Json]:
    item: Json = data
    for step in cited.item:
        item = item[step]
    source = {"source": item["source"]}
    parts = (source, item["passage"]) if cited.source_first else (item["passage"], source)
    return {"id": cited.name, **parts[0], **parts[1]}


def without_names(data: dict[str, Json]) -> dict[str, Json]:
    """The record of 0.3.0 with evidence that contains its passages.

    Raises:
        InexpressibleError: evidence points to no passage, or no evidence to a passage.
    """
    known = {each["id"]: each for each in data.get(_PASSAGES, ())}
    used: set[str] = set()

    def change(item: Json, pointer: Pointer) -> Json:
        if isinstance(item, str):
            return {"source": item}
        if "passage" not in item:
            return item
        used.add(item["passage"])
        if (entry := known.get(item["passage"])) is None:
            raise InexpressibleError(f"the record has no passage {item['passage']}, see {json_pointer(pointer)}")
        passage = {name: value for name, value in entry.items() if name not in ("id", "source")}
        source = {"source": entry["source"]}
        changed = {**item, "passage": passage}
        return {**source, **changed} if is_source_first(entry) else {**changed, **source}

    changed: dict[str, Json] = _changed({name: each for name, each in data.items() if name != _PASSAGES}, change, ())
    if unused := [name for name in known if name not in used]:
        raise InexpressibleError(f"schema 0.2.1 cannot express passage {unused[0]}, to which no evidence points")
    return changed


def is_source_first(entry: dict[str, Json]) -> bool:
    """Whether a passage of 0.3.0 gives its source before its range."""
    return next(name for name in entry if name != "id") == "source"


def _changed(node: Json, change: Callable[[Json, Pointer], Json], pointer: Pointer) -> Json:
    if isinstance(node, list):
        return [_changed(each, change, (*pointer, index)) for index, each in enumerate(node)]
    if not isinstance(node, dict):
        return node
    return {
        name: [change(item, (*pointer, name, index)) for index, item in enumerate(value)]
        if name == _EVIDENCE
        else value
        if name == _OPEN or not isinstance(value, dict | list)
        else _changed(value, change, (*pointer, name))
        for name, value in node.items()
    }
