"""Explains libyaml's errors about lists and mappings in brackets."""

from __future__ import annotations

import re

from ..text.lines import Position
from .parse_error import LibyamlError, ParseError, position

_CLOSE = {"{": "}", "[": "]"}
_LAST_WORD = re.compile(r"(?P<word>[^\s,:\[\]{}\"']+)\s*$")


def stray_comma(error: LibyamlError) -> ParseError | None:
    """A comma or a closing bracket where a value is expected."""
    if "did not find expected node content" not in error.problem:
        return None
    character, before = error.character(error.at), error.before().rstrip()[-1:]
    if character == "," and before == ",":
        return ParseError("missing value between two commas", error.at, "delete one of the commas")
    if character == ",":
        return ParseError("missing value before the comma", error.at, "delete the comma, or write the value")
    if character in ("]", "}"):
        return ParseError(f"unmatched {character!r}", error.at, "delete it, or put the text in quotes")
    return None


def no_comma(error: LibyamlError) -> ParseError | None:
    """A second value inside brackets, with no comma after the first."""
    if not _is_in_brackets(error):
        return None
    character = error.character(error.at)
    if character == ":":
        return _colon(error)
    if character in ("", "]", "}") or _is_outside(error):
        return None
    before = error.text_before().rstrip()
    touches = error.text_before() == before
    if before.endswith(("'", '"')):
        if touches and character not in "[{\"'":
            return None
        if _is_key(error):
            return ParseError("missing colon after the key", error.at, "put a colon and a space before this")
    elif not before.endswith(("]", "}")) and character not in "[{\"'":
        return None
    return ParseError("missing comma before this", error.at, "put a comma after the value before it")


def _colon(error: LibyamlError) -> ParseError | None:
    match = _LAST_WORD.search(error.before())
    if not match:
        return None
    at = Position(error.at.line, match.start("word") + 1)
    if not error.before()[: match.start()].strip(" \t{[,"):
        return None
    word = match["word"]
    help = f"put a comma before {word} if it is the next key, or put the value in quotes if the colon is part of it"
    return ParseError(f"missing comma before {word}, or missing quotes around a value with a colon", at, help)


def wrong_bracket(error: LibyamlError) -> ParseError | None:
    """Brackets that do not match, or a missing bracket."""
    if _is_in_brackets(error):
        opening, closing = error.character(error.begins), error.character(error.at)
        if closing in ("]", "}"):
            message = f"{opening!r} is closed with {closing!r} on line {error.at.line}"
            return ParseError(message, error.begins, f"close it with {_CLOSE[opening]}")
        message = f"unclosed {opening!r}, or a missing comma inside it"
        return ParseError(message, error.begins, f"close it with {_CLOSE[opening]}")
    if "did not find expected" not in error.problem or "flow" in error.context:
        return None
    character = error.character(error.at)
    if character in ("]", "}"):
        return ParseError(f"unmatched {character!r}", error.at, "delete it, or put the text in quotes")
    if error.before().rstrip().endswith(("]", "}")):
        help = "delete it, or put the whole value in quotes if it is a text"
        return ParseError("unexpected text after a closing bracket", error.at, help)
    return None


def _is_in_brackets(error: LibyamlError) -> bool:
    expected = "did not find expected ','" in error.problem
    return expected and "flow" in error.context and error.character(error.begins) in _CLOSE


def _is_outside(error: LibyamlError) -> bool:
    """Whether the position is on a later line that is not indented more than the line of the opening bracket."""
    opening = error.line(error.begins.line)
    indent = len(opening) - len(opening.lstrip(" "))
    return error.at.line > error.begins.line and error.at.column - 1 <= indent


def _is_key(error: LibyamlError) -> bool:
    """Whether the text in quotes that ends before the position is in the place of a key."""
    if error.last_quoted is None or error.character(error.begins) != "{":
        return False
    start = position(error.last_quoted.start_mark)
    return error.text_before(start).rstrip()[-1:] in ("{", ",")
