"""libyaml's complaints about lists and mappings in brackets, in words that name the mistake."""

from __future__ import annotations

import re

from ..text.lines import Position
from .parse_error import Complaint, Mistake, position

_CLOSE = {"{": "}", "[": "]"}
_LAST_WORD = re.compile(r"(?P<word>[^\s,:\[\]{}\"']+)\s*$")


def stray_comma(complaint: Complaint) -> Mistake | None:
    """A comma, or a closing bracket, where a value has to stand."""
    if "did not find expected node content" not in complaint.problem:
        return None
    character, before = complaint.character(complaint.at), complaint.before().rstrip()[-1:]
    if character == "," and before == ",":
        return Mistake("two commas with nothing between them", complaint.at, "delete one of them")
    if character == ",":
        return Mistake("a comma with nothing before it", complaint.at, "delete it, or write the value")
    if character in ("]", "}"):
        return Mistake(f"a {character!r} that closes nothing", complaint.at, "delete it, or put the text in quotes")
    return None


def no_comma(complaint: Complaint) -> Mistake | None:
    """A second value inside brackets that no comma parts from the first."""
    if not _is_in_brackets(complaint):
        return None
    character = complaint.character(complaint.at)
    if character == ":":
        return _colon(complaint)
    if character in ("", "]", "}") or _is_outside(complaint):
        return None
    before = complaint.text_before().rstrip()
    touches = complaint.text_before() == before
    if before.endswith(("'", '"')):
        if touches and character not in "[{\"'":
            return None
        if _is_key(complaint):
            return Mistake("a colon is missing after the key", complaint.at, "put a colon and a space before this")
    elif not before.endswith(("]", "}")) and character not in "[{\"'":
        return None
    return Mistake("a comma is missing before this", complaint.at, "put a comma after the value that stands before it")


def _colon(complaint: Complaint) -> Mistake | None:
    match = _LAST_WORD.search(complaint.before())
    if not match:
        return None
    at = Position(complaint.at.line, match.start("word") + 1)
    if not complaint.before()[: match.start()].strip(" \t{[,"):
        return None
    word = match["word"]
    help = f"put a comma before {word} if it is the next key, or put the value in quotes if the colon belongs to it"
    return Mistake(f"a comma is missing before {word}, or a value with a colon is not in quotes", at, help)


def wrong_bracket(complaint: Complaint) -> Mistake | None:
    """Brackets that do not fit each other, or of which one is missing."""
    if _is_in_brackets(complaint):
        opening, closing = complaint.character(complaint.begins), complaint.character(complaint.at)
        if closing in ("]", "}"):
            message = f"the {opening!r} opened here is closed with {closing!r} in line {complaint.at.line}"
            return Mistake(message, complaint.begins, f"close it with {_CLOSE[opening]}")
        message = f"the {opening!r} opened here is not closed, or a comma is missing after it"
        return Mistake(message, complaint.begins, f"close it with {_CLOSE[opening]}")
    if "did not find expected" not in complaint.problem or "flow" in complaint.context:
        return None
    character = complaint.character(complaint.at)
    if character in ("]", "}"):
        return Mistake(f"a {character!r} that closes nothing", complaint.at, "delete it, or put the text in quotes")
    if complaint.before().rstrip().endswith(("]", "}")):
        help = "delete it, or put the whole value in quotes if it is a text"
        return Mistake("something follows a closing bracket", complaint.at, help)
    return None


def _is_in_brackets(complaint: Complaint) -> bool:
    expected = "did not find expected ','" in complaint.problem
    return expected and "flow" in complaint.context and complaint.character(complaint.begins) in _CLOSE


def _is_outside(complaint: Complaint) -> bool:
    """Whether the place begins a line that is not indented further than the one in which the brackets open."""
    opening = complaint.line(complaint.begins.line)
    indent = len(opening) - len(opening.lstrip(" "))
    return complaint.at.line > complaint.begins.line and complaint.at.column - 1 <= indent


def _is_key(complaint: Complaint) -> bool:
    """Whether the text in quotes that ends before the place stands where a key does."""
    if complaint.last_quoted is None or complaint.character(complaint.begins) != "{":
        return False
    start = position(complaint.last_quoted.start_mark)
    return complaint.text_before(start).rstrip()[-1:] in ("{", ",")
