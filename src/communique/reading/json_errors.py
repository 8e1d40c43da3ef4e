"""What the writer of a JSON text did wrong, where something else stands than has to."""

from __future__ import annotations

import re
from typing import NamedTuple

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
_ALONE = "a number stands alone; what it counts goes under unit, and how exact it is under comparator"


def no_value(text: str, index: int) -> LibyamlError:
    """Something else than a value stands where one has to."""
    rest = text[index : index + 100]
    if not rest.strip():
        return LibyamlError("the file ends where a value is expected")
    if rest.startswith(_COMMENTS):
        return _COMMENT
    if rest[0] == "'":
        return LibyamlError("single quotes", "write texts in double quotes")
    if rest[0] in _CURLY_QUOTES:
        return LibyamlError("curly quotes", 'write texts in straight double quotes: "')
    if rest[0] == "," and _before(text, index) in (",", "["):
        return stray_comma(text, index)
    if rest[0] in ",]}:":
        return LibyamlError("the value is missing", "write the value, or delete its key")
    return _bare_word(_BARE.match(text, index))


def _bare_word(match: re.Match[str] | None) -> LibyamlError:
    if not match:
        return LibyamlError("expected a value")
    word = match[0]
    if _COUNTED.fullmatch(word):
        return no_number(word)
    if right := _PLAIN_WORDS.get(word):
        return LibyamlError(f"expected a value, found {_short(word)}", f"JSON writes it {right}")
    if re.fullmatch(r"[+.][0-9.]+([eE][-+]?[0-9]+)?", word):
        return no_number(word)
    return LibyamlError(f"expected a value, found {_short(word)}", f'write texts in double quotes: "{_short(word)}"')


def no_key(text: str, index: int) -> LibyamlError:
    """Something else than a key in double quotes stands where one has to."""
    if text.startswith(_COMMENTS, index):
        return _COMMENT
    if text[index : index + 1] == ",":
        return stray_comma(text, index)
    if re.search(r"[0-9],$", text[max(0, index - 2) : index]) and text[index : index + 1].isdigit():
        return LibyamlError("a comma inside a number", _without_comma(text, index))
    match = _WORD.match(text, index)
    written = f'"{_short(match[0])}"' if match and match[0].isalnum() else '"key"'
    return LibyamlError("expected a key in double quotes", f"write it as {written}")


def _without_comma(text: str, index: int) -> str:
    """The numbers that digits before and behind a comma can mean."""
    before = re.search(r"-?[0-9]+,$", text[max(0, index - 20) : index])
    behind = re.match(r"[0-9]+((?:,[0-9]{3})*)(?!,?[0-9]|[.])", text[index : index + 20])
    if not before or not behind:
        return "give the number without separators"
    whole, part = before[0][:-1], behind[0]
    if behind[1]:
        return f"give it without separators: {whole}{part.replace(',', '')}"
    decimal = f"{whole}.{part}"
    if len(part) != 3 or len(whole.lstrip("-")) > 3 or whole.lstrip("-") == "0":
        return f"give it with a decimal point: {decimal}"
    return f"give it without separators: {whole}{part}; if the comma stands before decimals: {decimal}"


def stray_comma(text: str, index: int) -> LibyamlError:
    """A comma before which nothing stands."""
    if _before(text, index) == ",":
        return LibyamlError("two commas with nothing between them", "delete one of them")
    return LibyamlError("a comma with nothing before it", "delete it")


def no_colon(text: str, index: int) -> LibyamlError:
    """Something else than a colon follows a key."""
    if text[index : index + 1] == "=":
        return LibyamlError("expected a colon after the key", "write : in the place of =")
    return LibyamlError("expected a colon after the key", "put a colon between the key and its value")


def no_separator(text: str, index: int, opening: str) -> LibyamlError:
    """Something else than a comma or the closing bracket follows a value."""
    character, end = text[index], _CLOSE[opening]
    if text.startswith(_COMMENTS, index):
        return _COMMENT
    if character in "]}":
        return LibyamlError(f"the {opening!r} that is open is closed with {character!r}", f"close it with {end} first")
    if text[index - 1] == '"' and character.isalnum():
        return LibyamlError("text follows a closing quote", "put a backslash before each quote inside a text")
    if character == ";":
        return LibyamlError("expected a comma, found ;", "write , in its place")
    if character.isalpha() and (match := _WORD.match(text, index)):
        help = "put a comma before it if it begins the next value, or put the whole value in double quotes"
        return LibyamlError(f"{_short(match[0])} follows a value with no comma between them", help)
    if character in '"{[-' or character.isdigit():
        return LibyamlError("a comma is missing before this", "put a comma after the value that stands before it")
    return LibyamlError(f"expected a comma or {end!r}", f"put a comma between values, and {end} after the last")


def bare_word(text: str, index: int) -> str:
    """All that stands together with what stands there, up to a space or a sign of JSON."""
    match = _BARE.match(text, index)
    return match[0] if match else ""


def no_number(word: str) -> LibyamlError:
    """A word that begins like a number and is none."""
    if re.fullmatch(r"[-+]?[0-9.]*[0-9][0-9.]*([eE][-+]?[0-9]*)?|0[xob].*|-", word) and word.count(".") < 2:
        return LibyamlError("not a number as JSON writes it", "write it like 12, -0.5 or 1e6, without leading zeros")
    if re.fullmatch(r"[0-9]+(_[0-9]+)+", word):
        return LibyamlError(
            "not a number as JSON writes it", f"write it without separators: {_short(word.replace('_', ''))}"
        )
    if (counted := _COUNTED.fullmatch(word)) and counted["number"] != word:
        return LibyamlError("not a number as JSON writes it", f"give {counted['number']}: {_ALONE}")
    return LibyamlError(f"{_short(word)} is no number", f'write texts in double quotes: "{_short(word)}"')


def _before(text: str, index: int) -> str:
    """The last character before a place that is no space."""
    while index and text[index - 1] in " \t\r\n":
        index -= 1
    return text[index - 1 : index]


def _short(word: str) -> str:
    return word if len(word) <= 40 else f"{word[:40]}..."
