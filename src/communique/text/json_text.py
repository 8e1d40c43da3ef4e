"""JSON as text: on one line, in a canonical form, or indented for a file."""

from __future__ import annotations

import json

_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


def on_one_line(value: object) -> str:
    """The value as JSON on one line, not limited to ASCII. For a string, it is also a double-quoted YAML scalar.

    >>> on_one_line("中国")
    '"中国"'
    """
    return json.dumps(value, ensure_ascii=False)


def canonical(value: object) -> str:
    """The value as JSON with sorted keys, so that equal values have the same text.

    >>> canonical({"b": 1, "a": "中国"})
    '{"a": "中国", "b": 1}'
    """
    return _CANONICAL(value)


def file_content(value: object, *, ascii_only: bool = False) -> bytes:
    """The content of an indented JSON file. ``ascii_only`` also writes unpaired surrogates."""
    return (json.dumps(value, ensure_ascii=ascii_only, indent=2) + "\n").encode("utf-8")
