"""libyaml's complaints about lists and mappings in brackets, in words that name the mistake."""

from __future__ import annotations

import re

from ..text.lines import Position
from .parse_error import LibyamlError, ParseError, position

_CLOSE = {"{": "}", "[": "]"}
_LAST_WORD = re.compile(r"(?P<word>[^\s,:\[\]{}\"']+)\s*$")


def stray_comma(error: LibyamlError) -> ParseError | None:
    """A comma, or a closing bracket, where a value has to stand."""
    if "did not find expected node content" not in error.problem:
        return None
    character, before = error.character(error.at), error.before().rstrip()[-1:]
    if character == "," and before == ",":
        return ParseError("two commas with nothing between them", error.at, "delete one of them")
    if character == ",":
        return ParseError("a comma with nothing before it", error.at, "delete it, or write the value")
    if character in ("]", "}"):
        return ParseError(f"a {character!r} that closes nothing", error.at, "delete it, or put the text in quotes")
    return None


def no_comma(error: LibyamlError) -> ParseError | None:
    """A second value inside brackets that no comma parts from the first."""
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
            return ParseError("a colon is missing after the key", error.at, "put a colon and a space before this")
    elif not before.endswith(("]", "}")) and character not in "[{\"'":
        return None
    return ParseError("a comma is missing before this", error.at, "put a comma after the value that stands before it")


def _colon(error: LibyamlError) -> ParseError | None:
    match = _LAST_WORD.search(error.before())
    if not match:
        return None
    at = Position(error.at.line, match.start("word") + 1)
    if not error.before()[: match.start()].strip(" \t{[,"):
        return None
    word = match["word"]
    help = f"put a comma before {word} if it is the next key, or put the value in quotes if the colon belongs to it"
    return ParseError(f"a comma is missing before {word}, or a value with a colon is not in quotes", at, help)


def wrong_bracket(error: LibyamlError) -> ParseError | None:
    """Brackets that do not fit each other, or of which one is missing."""
    if _is_in_brackets(error):
        opening, closing = error.character(error.begins), error.character(error.at)
        if closing in ("]", "}"):
            message = f"the {opening!r} opened here is closed with {closing!r} in line {error.at.line}"
            return ParseError(message, error.begins, f"close it with {_CLOSE[opening]}")
        message = f"the {opening!r} opened here is not closed, or a comma is missing after it"
        return ParseError(message, error.begins, f"close it with {_CLOSE[opening]}")
    if "did not find expected" not in error.problem or "flow" in error.context:
        return None
    character = error.character(error.at)
    if character in ("]", "}"):
        return ParseError(f"a {character!r} that closes nothing", error.at, "delete it, or put the text in quotes")
    if error.before().rstrip().endswith(("]", "}")):
        help = "delete it, or put the whole value in quotes if it is a text"
        return ParseError("something follows a closing bracket", error.at, help)
    return None


def _is_in_brackets(error: LibyamlError) -> bool:
    expected = "did not find expected ','" in error.problem
    return expected and "flow" in error.context and error.character(error.begins) in _CLOSE


def _is_outside(error: LibyamlError) -> bool:
    """Whether the place begins a line that is not indented further than the one in which the brackets open."""
    opening = error.line(error.begins.line)
    indent = len(opening) - len(opening.lstrip(" "))
    return error.at.line > error.begins.line and error.at.column - 1 <= indent


def _is_key(error: LibyamlError) -> bool:
    """Whether the text in quotes that ends before the place stands where a key does."""
    if error.last_quoted is None or error.character(error.begins) != "{":
        return False
    start = position(error.last_quoted.start_mark)
    return error.text_before(start).rstrip()[-1:] in ("{", ",")
