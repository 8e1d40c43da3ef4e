"""JSON as text: on one line, in one canonical form, and as a file that people read."""

from __future__ import annotations

import json


def on_one_line(value: object) -> str:
    """The value as JSON with its letters as they are; of a text, also a double-quoted scalar of YAML.

    >>> on_one_line("中国")
    '"中国"'
    """
    return json.dumps(value, ensure_ascii=False)


def canonical(value: object) -> str:
    """The same text for equal values, whatever the order of their keys.

    >>> canonical({"b": 1, "a": "中国"})
    '{"a": "中国", "b": 1}'
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def file_content(value: object, *, ascii_only: bool = False) -> bytes:
    """The content of an indented JSON file. ``ascii_only`` also writes unpaired surrogates."""
    return (json.dumps(value, ensure_ascii=ascii_only, indent=2) + "\n").encode("utf-8")
