"""An item without a result."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from ..errors import defect

Item = TypeVar("Item")
Result = TypeVar("Result")


class Lost(NamedTuple, Generic[Item]):
    """What stands in place of the result of an item: the function raised an exception, or its process ended.

    ``reason`` says which, in words for an internal error.
    """

    item: Item
    reason: str


def outcome(function: Callable[[Item], Result], item: Item) -> Result | Lost[Item]:
    """The result of the function; if it raises an exception, that the item is lost."""
    try:
        return function(item)
    except Exception as error:
        return Lost(item, defect(error))
