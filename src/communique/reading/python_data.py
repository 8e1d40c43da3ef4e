"""Reads a record from Python data, as if it stood in a JSON file."""

from __future__ import annotations

import json
import math
from datetime import date
from typing import Any

from ..text.pointer import Pointer, json_pointer
from .document import Document
from .reader import read_bytes


def read_data(data: Any, path: str) -> Document:
    """Read a record from dicts, lists, texts, numbers, truth values and None.

    Its positions are those in the text that ``json.dumps(data, indent=2, ensure_ascii=False)`` gives.

    Raises:
        TypeError: a value or a key is of a type that JSON does not have.
        ValueError: a number is not finite or has thousands of digits, or the data is nested too deeply.
    """
    try:
        _refuse_foreign(data, ())
        text = json.dumps(data, indent=2, ensure_ascii=False)
    except RecursionError:
        raise ValueError("the data is nested too deeply, or contains itself") from None
    # An unpaired surrogate has no bytes in UTF-8, but an escape in JSON.
    return read_bytes(text.encode("utf-8", "backslashreplace"), path)


def _refuse_foreign(value: Any, pointer: Pointer) -> None:
    """Let nothing pass that JSON does not have, and say where it is."""
    where = json_pointer(pointer) or "the record"
    match value:
        case None | str():
            return
        case int():
            _refuse_endless(value, where)
        case float():
            if not math.isfinite(value):
                raise ValueError(f"{where} is {value}, which is no number in JSON")
        case list() | tuple():
            for index, item in enumerate(value):
                _refuse_foreign(item, (*pointer, index))
        case dict():
            for key, item in value.items():
                if not isinstance(key, str):
                    raise TypeError(f"{where} has a key of type {type(key).__name__}; a key must be a string")
                _refuse_foreign(item, (*pointer, key))
        case _:
            advice = f"; write it as a string, {value.isoformat()!r}" if isinstance(value, date) else ""
            raise TypeError(f"{where} is of type {type(value).__name__}, which JSON does not have{advice}")


def _refuse_endless(number: int, where: str) -> None:
    try:
        str(number)
    except ValueError:
        raise ValueError(f"{where} is a number of too many digits") from None
