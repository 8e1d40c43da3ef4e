"""The lines that lead to a line by their indentation: what is left to go by where YAML cannot be read."""

from __future__ import annotations

import re

from ..lazy import lazy_pattern

_LINE = lazy_pattern(r"(?P<space> *)(?P<dashes>(?:- +)*)(?P<key>[A-Za-z_]\w*)?(?P<colon>[ \t]*:(?=[ \t\r\n]|\Z))?")


def outline(text: str, start: int) -> str:
    """The keys above this place, a line each, and then its own line up to there; nothing else of the text is left.

    >>> outline("roles:\\n- note: [\\n  more: x\\n  actor: c", 36)
    'roles:\\n- note:\\n  actor: '
    """
    *above, own = re.split(r"\r\n|\r|\n", text[:start])
    found, (left, _, in_list) = [own], _place(own)
    for line in reversed(above):
        indent, key, is_item = _place(line)
        if key and (indent < left or (indent == left and in_list and not is_item)):
            found.append(key)
            left, in_list = indent, is_item
    return "\n".join(reversed(found))


def _place(line: str) -> tuple[int, str, bool]:
    """The indentation of a line, the line without its value if it has a key, and whether an item begins there."""
    match = _LINE.match(line)
    assert match
    is_item, key = bool(match["dashes"]), match["key"] and match["colon"]
    return len(match["space"]), f"{match['space']}{match['dashes']}{match['key']}:" if key else "", is_item
