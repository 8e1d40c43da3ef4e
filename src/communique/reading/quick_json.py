"""Reads clean JSON quickly: the data only, no positions, and no findings."""

from __future__ import annotations

import json
from functools import partial
from itertools import chain
from typing import Any, NoReturn

from . import limits
from .scalars import number


def read_json_quickly(text: str) -> dict[str, Any] | None:
    """The data of a text that passed the checks of `TextCheck`; None if the careful reader has to read it."""
    try:
        data = _DECODER.decode(text)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) and _is_within_limits(data) else None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs) or max(map(len, found), default=0) > limits.MAX_KEY:
        raise ValueError
    return found


def _refuse(constant: str) -> NoReturn:
    """JSON has no NaN and no infinity; Python's reader would take them."""
    raise ValueError(constant)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_int=partial(number, integer=True),
    parse_float=partial(number, integer=False),
    parse_constant=_refuse,
)


def _is_within_limits(data: dict[str, Any]) -> bool:
    level: list[Any] = [data]
    nodes = 1
    for _ in range(limits.MAX_DEPTH):
        level = list(chain.from_iterable(each.values() if isinstance(each, dict) else each for each in level))
        nodes += len(level)
        level = [each for each in level if isinstance(each, dict | list)]
        if not level:
            return nodes <= limits.MAX_NODES
    return False
