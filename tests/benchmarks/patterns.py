"""The shipped records as patterns: texts with slots for what every copy has of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import yaml

from benchmarks.endings import Ids, endings, endings_of_ids
from communique.corpus.definitions import definitions
from communique.models import ENTITY_FIELDS, RECORD_KINDS, SCHEMA_VERSION, Announcement, Registry
from communique.schemas.migrations import migrated
from communique.text.pointer import Pointer
from support.folders import RECORDS


class Shipped(NamedTuple):
    """A record as curators wrote it: its folder below ``records``, its text, and what it says."""

    folder: str
    text: str
    record: Announcement | Registry


class Pattern(NamedTuple):
    """A text with slots; and the name of its file, without a suffix, with slots."""

    folder: str
    name: bytes
    text: bytes
    is_announcement: bool


@cache
def shipped() -> dict[str, Shipped]:
    """The shipped announcements and registries by their ids."""
    texts = ((path.parent.name, _newest(path.read_bytes())) for path in sorted(RECORDS.glob("*/*.yaml")))
    return {record.id: Shipped(folder, text, record) for folder, text in texts for record in [_record(text)]}


def pattern(each: Shipped, *, as_json: bool) -> Pattern:
    """The record with slots, in YAML as it was written or in JSON."""
    text = _with_slots(each)
    if as_json:
        text = json.dumps(yaml.load(text, yaml.CSafeLoader), ensure_ascii=False, indent=2) + "\n"
    cut, added = _own_ids()[each.record.id]
    name = each.record.id[: len(each.record.id) - cut] + added
    return Pattern(each.folder, name.encode(), text.encode(), isinstance(each.record, Announcement))


def with_only(each: Shipped, kept: set[str]) -> Shipped | None:
    """The registry with only those definitions that are kept; None if there is none."""
    (items,) = (value.value for key, value in _composed(each.text).value if key.value in ENTITY_FIELDS)
    starts = [each.text.rindex("\n", 0, item.start_mark.index) + 1 for item in items]
    parts = zip(items, starts, [*starts[1:], len(each.text)], strict=True)
    found = [each.text[start:end] for item, start, end in parts if _id(item) in kept]
    text = each.text[: starts[0]] + "".join(found)
    return Shipped(each.folder, text, _record(text)) if found else None


def _newest(content: bytes) -> str:
    """The record in the newest version of the schema."""
    return migrated(content, SCHEMA_VERSION).decode()


def _record(text: str) -> Announcement | Registry:
    data = yaml.load(text, yaml.CSafeLoader)
    record = RECORD_KINDS[data["kind"]].model_validate(data)
    assert isinstance(record, Announcement | Registry), record.id
    return record


def _composed(text: str) -> yaml.Node:
    node = yaml.compose(text, yaml.CSafeLoader)
    assert node is not None
    return node


def _id(item: yaml.MappingNode) -> str:
    return next(str(value.value) for key, value in item.value if key.value == "id")


@cache
def _own_ids() -> Ids:
    """What becomes of each id that the shipped records define."""
    datas = (yaml.load(each.text, yaml.CSafeLoader) for each in shipped().values())
    return endings_of_ids({each.id for data in datas for each in definitions("", data)})


def _with_slots(each: Shipped) -> str:
    text, scalars = each.text, dict(_scalars(_composed(each.text)))
    # A text may stand for an object with one field.
    written = {
        pointer if pointer in scalars else pointer[:-1]: ending for pointer, ending in endings(each.record, _own_ids())
    }
    places = {pointer: (_end(text, scalars[pointer]), *ending) for pointer, ending in written.items()}
    for end, cut, added in sorted(places.values(), reverse=True):
        text = text[: end - cut] + added + text[end:]
    return text


def _scalars(node: yaml.Node, pointer: Pointer = ()) -> Iterator[tuple[Pointer, yaml.ScalarNode]]:
    if isinstance(node, yaml.ScalarNode):
        yield pointer, node
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(value, (*pointer, key.value))
    else:
        for index, item in enumerate(node.value):
            yield from _scalars(item, (*pointer, index))


def _end(text: str, scalar: yaml.ScalarNode) -> int:
    """Where the last letter of a scalar ends: before a closing quote, and before the line breaks of a block."""
    end = scalar.end_mark.index - (scalar.style in ("'", '"'))
    return len(text[:end].rstrip()) if scalar.style in ("|", ">") else end
