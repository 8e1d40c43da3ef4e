"""Explains JSON syntax errors: what was expected at a position, and what was found."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..text.shortening import shorten

_CLOSE = {"{": "}", "[": "]"}
_WORD = re.compile(r"[^\s,:\[\]{}\"]+")
_BARE = re.compile(r"[^\s,\[\]{}\"]+")
_PLAIN_WORDS = {"True": "true", "TRUE": "true", "False": "false", "FALSE": "false", "None": "null", "NULL": "null"}
_CURLY_QUOTES = "“”„‟«»‘’‚"


class LibyamlError(NamedTuple):
    """What is wrong, and what to do."""

    message: str
    help: str = ""


_COMMENTS = ("//", "/*", "#")
_COMMENT = LibyamlError("JSON has no comments", "delete the comment, or write the record in YAML")
_COUNTED = re.compile(r"[$€£¥₹~<>≈]*(?P<number>-?[0-9]+([.][0-9]+)?)[%$€£¥₹+]?")
_ALONE = "the value is a number only; what it counts goes under unit, and how exact it is under comparator"


def no_value(text: str, index: int) -> LibyamlError:
    """A value was expected, and something else was found."""
    rest = text[index : index + 100]
    if not rest.strip():
        return LibyamlError("unexpected end of file; expected a value")
    if rest.startswith(_COMMENTS):
        return _COMMENT
    if rest[0] == "'":
        return LibyamlError("single quotes are not valid in JSON", "write texts in double quotes")
    if rest[0] in _CURLY_QUOTES:
        return LibyamlError("curly quotes are not valid in JSON", 'write texts in straight double quotes: "')
    if rest[0] == "," and _before(text, index) in (",", "["):
        return stray_comma(text, index)
    if rest[0] in ",]}:":
        return LibyamlError("missing value", "write the value, or delete its key")
    return _bare_word(_BARE.match(text, index))


def _bare_word(match: re.Match[str] | None) -> LibyamlError:
    if not match:
        return LibyamlError("expected a value")
    word = match[0]
    if _COUNTED.fullmatch(word):
        return no_number(word)
    if right := _PLAIN_WORDS.get(word):
        return LibyamlError(f"expected a value, found {shorten(word)}", f"in JSON it is {right}")
    if re.fullmatch(r"[+.][0-9.]+([eE][-+]?[0-9]+)?", word):
        return no_number(word)
    return LibyamlError(f"expected a value, found {shorten(word)}", f'write texts in double quotes: "{shorten(word)}"')


def no_key(text: str, index: int) -> LibyamlError:
    """A key in double quotes was expected, and something else was found."""
    if text.startswith(_COMMENTS, index):
        return _COMMENT
    if text[index : index + 1] == ",":
        return stray_comma(text, index)
    if re.search(r"[0-9],$", text[max(0, index - 2) : index]) and text[index : index + 1].isdigit():
        return LibyamlError("comma inside a number", _without_comma(text, index))
    match = _WORD.match(text, index)
    written = f'"{shorten(match[0])}"' if match and match[0].isalnum() else '"key"'
    return LibyamlError("expected a key in double quotes", f"write it as {written}")


def _without_comma(text: str, index: int) -> str:
    """The numbers that digits before and after a comma can mean."""
    before = re.search(r"-?[0-9]+,$", text[max(0, index - 20) : index])
    behind = re.match(r"[0-9]+((?:,[0-9]{3})*)(?!,?[0-9]|[.])", text[index : index + 20])
    if not before or not behind:
        return "remove the separators from the number"
    whole, part = before[0][:-1], behind[0]
    if behind[1]:
        return f"remove the separators: {whole}{part.replace(',', '')}"
    decimal = f"{whole}.{part}"
    if len(part) != 3 or len(whole.lstrip("-")) > 3 or whole.lstrip("-") == "0":
        return f"use a decimal point: {decimal}"
    return f"remove the separators: {whole}{part}; if the comma is a decimal comma: {decimal}"


def stray_comma(text: str, index: int) -> LibyamlError:
    """A comma with no value before it."""
    if _before(text, index) == ",":
        return LibyamlError("missing value between two commas", "delete one of the commas")
    return LibyamlError("missing value before the comma", "delete the comma")


def no_colon(text: str, index: int) -> LibyamlError:
    """A colon was expected after a key."""
    if text[index : index + 1] == "=":
        return LibyamlError("expected a colon after the key", "replace = with :")
    return LibyamlError("expected a colon after the key", "put a colon between the key and its value")


def no_separator(text: str, index: int, opening: str) -> LibyamlError:
    """A comma or the closing bracket was expected after a value."""
    character, end = text[index], _CLOSE[opening]
    if text.startswith(_COMMENTS, index):
        return _COMMENT
    if character in "]}":
        return LibyamlError(f"{character!r} does not close {opening!r}", f"close it with {end} first")
    if text[index - 1] == '"' and character.isalnum():
        return LibyamlError("unexpected text after a closing quote", "put a backslash before each quote inside a text")
    if character == ";":
        return LibyamlError("expected a comma, found ;", "replace ; with ,")
    if character.isalpha() and (match := _WORD.match(text, index)):
        help = "put a comma before it if it is the next value, or put the whole value in double quotes"
        return LibyamlError(f"missing comma before {shorten(match[0])}", help)
    if character in '"{[-' or character.isdigit():
        return LibyamlError("missing comma before this", "put a comma after the value before it")
    return LibyamlError(f"expected a comma or {end!r}", f"put a comma between values, and {end} after the last")


def bare_word(text: str, index: int) -> str:
    """The word that begins at the index, up to a space or a JSON delimiter."""
    match = _BARE.match(text, index)
    return match[0] if match else ""


def no_number(word: str) -> LibyamlError:
    """A word that begins like a number and is not one."""
    if re.fullmatch(r"[-+]?[0-9.]*[0-9][0-9.]*([eE][-+]?[0-9]*)?|0[xob].*|-", word) and word.count(".") < 2:
        return LibyamlError("invalid JSON number", "write it like 12, -0.5 or 1e6, without leading zeros")
    if re.fullmatch(r"[0-9]+(_[0-9]+)+", word):
        return LibyamlError("invalid JSON number", f"remove the separators: {shorten(word.replace('_', ''))}")
    if (counted := _COUNTED.fullmatch(word)) and counted["number"] != word:
        return LibyamlError("invalid JSON number", f"use {counted['number']}: {_ALONE}")
    return LibyamlError(f"{shorten(word)} is not a number", f'write texts in double quotes: "{shorten(word)}"')


def _before(text: str, index: int) -> str:
    """The last character before the index that is not whitespace."""
    while index and text[index - 1] in " \t\r\n":
        index -= 1
    return text[index - 1 : index]
