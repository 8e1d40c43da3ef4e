"""Texts and numbers as scalars of YAML, on one line or on several."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

import yaml

from ..reading.libyaml import LOADER
from ..reading.scalars import is_read_as_text, reading_as_key, spelled
from ..text.json_text import on_one_line

_BREAKS = set("\x85\u2028\u2029")
_JOINERS = "\u200c\u200d"
_EVENTS_AROUND = 3  # of the stream, the document and the list in which a scalar is read again


def scalar(value: Any, *, flow: bool, style: str = "", key: bool = False) -> str:
    """A text, number, boolean or null on one line, in quotes of this ``style`` if it needs some or had some.

    ``flow`` is true within brackets. A text is written so that every program reads it as a text.

    >>> [scalar(each, flow=True) for each in ("China", "no", "a, b", "it's: so", 7, True, "-")]
    ['China', "'no'", "'a, b'", '"it\\'s: so"', '7', 'true', "'-'"]
    """
    if not isinstance(value, str):
        return on_one_line(value) if isinstance(value, bool) or value is None else spelled(value)
    is_bare = reading_as_key(value) is None if key else is_read_as_text(value)
    is_bare = is_bare and not (flow and (value == "-" or value.startswith("?")))  # parsers differ about these
    if style == "" and is_bare and not _BREAKS & set(value) and _reads_as(value, value, flow=flow):
        return value
    single = f"'{value}'" if "'" not in value else "'" + value.replace("'", "''") + "'"
    wants_single = style == "'" or (style != '"' and "'" not in value)
    if wants_single and "\n" not in value and value.isprintable() and _reads_as(single, value, flow=flow):
        return single
    return "".join(map(_escaped, on_one_line(value)))


def _escaped(letter: str) -> str:
    if letter.isprintable() or letter in _JOINERS:
        return letter
    return f"\\u{ord(letter):04x}" if ord(letter) <= 0xFFFF else f"\\U{ord(letter):08x}"


def lines_of_text(text: str, width: int, style: str) -> list[str] | None:
    """A text as the lines of a block scalar, not yet indented, with its header; None if it cannot be written so.

    A text of several lines keeps them, unless the ``style`` is ``>``.
    """
    body, end = text.removesuffix("\n"), "" if text.endswith("\n") else "-"
    if not body or not text.replace("\n", "").isprintable() or any(each != each.strip() for each in body.split("\n")):
        return None
    if "\n" in body and style != ">":
        lines = [f"|{end}", *body.split("\n")]
    else:
        lines = [f"|{end}", body] if style == "|" else [f">{end}", *_folded(body, width)]
    return lines if _reads_as("\n".join(f"  {each}" if each else "" for each in lines).lstrip(), text) else None


def _folded(body: str, width: int) -> list[str]:
    """The lines of a text, of which the empty ones are its line breaks."""
    wrapped = (textwrap.wrap(each, width, break_long_words=False, break_on_hyphens=False) for each in body.split("\n"))
    return "\n\n".join(map("\n".join, wrapped)).split("\n")


def reworded(raw: str, old: str, new: str, width: int, column: int) -> str | None:
    """A text on several lines with other words; the lines in which no word changes stay.

    ``raw`` is the text as it is written without quotes, from ``column`` in its first line on. None if there are more
    than words in it.
    """
    places = [match.span() for match in re.finditer(r"[^ \r\n]+", raw)]
    words, wanted = old.split(" "), new.split(" ")
    if [raw[start:end] for start, end in places] != words or "" in wanted or "\n" in new:
        return None
    parts, done = [], 0
    for tag, start, end, begin, stop in SequenceMatcher(None, words, wanted, autojunk=False).get_opcodes():
        if start == 0 and tag == "insert":
            done = places[0][0]
            parts += [raw[:done], "".join(f"{each} " for each in wanted[begin:stop])]
        elif tag == "insert" or (tag == "delete" and start > 0):
            at = places[start - 1][1]
            parts += [raw[done:at], "".join(f" {each}" for each in wanted[begin:stop])]
            done = places[end - 1][1] if tag == "delete" else at
        elif tag != "equal":
            parts += [raw[done : places[start][0]], " ".join(wanted[begin:stop])]
            done = places[end - 1][1]
    written = "".join([*parts, raw[done:]])
    margin = next(_indent(each) for each in reversed(raw.split("\n")) if each.strip())
    return "\n".join(_narrowed(written, width, column, margin)) if written.split() == wanted else None


def _narrowed(written: str, width: int, column: int, margin: str) -> Iterator[str]:
    """The lines, of which those that are too wide are broken; the rest of one goes to a line of its own."""
    for number, line in enumerate(written.split("\n")):
        room = width - (0 if number else column)
        if len(line) <= room:
            yield line
            continue
        yield from textwrap.wrap(
            line.strip(), room, initial_indent=_indent(line), subsequent_indent=margin, break_long_words=False,
            break_on_hyphens=False,
        )  # fmt: skip


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


@lru_cache(maxsize=4_096)  # a file has the same keys and codes again and again
def _reads_as(written: str, text: str, *, flow: bool = False) -> bool:
    """Whether libyaml reads this scalar as the text, within brackets or in a block."""
    try:
        events = list(yaml.parse(f"[{written}]" if flow else f"- {written}", Loader=LOADER))
    except yaml.YAMLError:
        return False
    inner = events[_EVENTS_AROUND:-_EVENTS_AROUND]
    return len(inner) == 1 and isinstance(inner[0], yaml.ScalarEvent) and bool(inner[0].value == text)
