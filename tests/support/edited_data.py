"""Edits the data of a record at random."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

Json = Any
_VALUES: tuple[Json, ...] = (
    "x", "", "no", "2025-01-01", "a: b # c", "two\nlines\n", " spaces ", "'", '"', 7, 7.5, True, False, "7", "é 中国",
    {"a": "b"}, ["a", {"b": 1, "c": "d"}], {"id": "new", "text": {"en": "New."}, "evidence": ["s", {"passage": "p"}]},
)  # fmt: skip


def edited(random: Random, data: Json, times: int) -> Json:
    """A copy of the data in which values are changed, added, removed, moved or given twice."""
    data = deepcopy(data)
    for _ in range(times):
        holder = random.choice([each for each in _holders(data) if each])
        key = random.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
        random.choice((_change, _change, _add, _remove, _move, _repeat))(random, holder, key)
    return data


def _holders(data: Json) -> Iterator[Json]:
    if isinstance(data, dict | list):
        yield data
        for each in data.values() if isinstance(data, dict) else data:
            yield from _holders(each)


def _change(random: Random, holder: Json, key: Any) -> None:
    holder[key] = deepcopy(random.choice(_VALUES))


def _add(random: Random, holder: Json, key: Any) -> None:
    value = deepcopy(random.choice(_VALUES))
    if isinstance(holder, dict):
        holder[random.choice(["note", "rank", "added"])] = value
    else:
        holder.insert(key, value)


def _remove(_: Random, holder: Json, key: Any) -> None:
    if len(holder) > 1:
        del holder[key]


def _move(random: Random, holder: Json, key: Any) -> None:
    if isinstance(holder, list):
        holder.insert(random.randrange(len(holder)), holder.pop(key))


def _repeat(_: Random, holder: Json, key: Any) -> None:
    if isinstance(holder, list):
        holder.insert(key, deepcopy(holder[key]))
