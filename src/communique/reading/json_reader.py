"""Reads JSON (RFC 8259) with the position of every value. libyaml refuses some valid JSON, so it cannot be used."""

from __future__ import annotations

import re
from typing import Any, NoReturn

from ..text.lines import START, Position
from . import limits
from .builder import Builder
from .draft import Draft
from .json_errors import bare_word, no_colon, no_key, no_number, no_separator, no_value, stray_comma
from .rules import EMPTY_HELP, SECOND_HELP, BrokenJson, EmptyFile, LimitExceeded, SeveralDocuments, UnsafeNumber
from .scalars import UnsafeNumberError, number

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_CHUNK = re.compile(r'[^"\\\x00-\x1f]*')
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_LITERALS = {"true": True, "false": False, "null": None}


class _BrokenError(Exception):
    def __init__(self, message: str, index: int, help: str = "") -> None:
        super().__init__(message)
        self.index = index
        self.help = help


def read_json(document: Draft) -> None:
    """Parse the text of the draft."""
    scanner = _Scanner(document)
    try:
        document.complete = scanner.scan()
    except _BrokenError as error:
        document.add(BrokenJson, str(error), scanner.position(error.index), help=error.help)
    except limits.LimitError as error:
        document.add(LimitExceeded, str(error), scanner.position(scanner.index), help=error.help)


class _Scanner:
    """Scans the text once, and calls the builder for each value."""

    def __init__(self, document: Draft) -> None:
        self._document = document
        self._text = document.text
        self._builder = Builder(document)
        self.index = 0

    def position(self, index: int) -> Position:
        return self._document.lines.position(index)

    def scan(self) -> bool:
        self._skip_space()
        if self.index == len(self._text):
            self._document.add(EmptyFile, "the file contains no record", START, help=EMPTY_HELP)
            return False
        self._value()
        self._skip_space()
        if self._text[self.index : self.index + 1] in ("{", "["):
            message = "second document in the file; it was not read"
            self._document.add(SeveralDocuments, message, self.position(self.index), help=SECOND_HELP)
        elif self.index < len(self._text):
            self._fail("unexpected text after the end of the record", "delete it")
        return True

    def _value(self) -> None:
        """One value. Recursion is bounded by the limit on depth."""
        start = self.index
        at = self.position(start)
        character = self._text[start : start + 1]
        if character == "{":
            self._container({}, "}", at)
        elif character == "[":
            self._container([], "]", at)
        elif character == '"':
            self._builder.scalar(self._string(), at)
        elif character == "-" or character.isdigit():
            self._builder.scalar(self._number(at), at)
        else:
            self._builder.scalar(self._literal(), at)

    def _container(self, container: dict[str, Any] | list[Any], end: str, at: Position) -> None:
        start = self.index
        self._builder.open(container, at)
        self.index += 1
        self._skip_space()
        while self._text[self.index : self.index + 1] != end:
            if self.index == len(self._text):
                raise _BrokenError(f"unclosed {self._text[start]!r}", start)
            if isinstance(container, dict):
                self._key()
            self._value()
            self._separator(end, start)
        self.index += 1
        self._builder.close()

    def _key(self) -> None:
        at = self.position(self.index)
        if self._text[self.index : self.index + 1] != '"':
            self._fail(*no_key(self._text, self.index))
        self._builder.key(self._string(), at)
        self._skip_space()
        if self._text[self.index : self.index + 1] != ":":
            self._fail(*no_colon(self._text, self.index))
        self.index += 1
        self._skip_space()

    def _separator(self, end: str, start: int) -> None:
        self._skip_space()
        character = self._text[self.index : self.index + 1]
        if character == end:
            return
        if not character:
            raise _BrokenError(f"unclosed {self._text[start]!r}", start)
        if character != ",":
            self._fail(*no_separator(self._text, self.index, self._text[start]))
        comma = self.index
        self.index += 1
        self._skip_space()
        if self._text[self.index : self.index + 1] == ",":
            self._fail(*stray_comma(self._text, self.index))
        if self._text[self.index : self.index + 1] == end:
            raise _BrokenError(f"trailing comma before {end!r}", comma, "delete the comma")

    def _string(self) -> str:
        start = self.index
        self.index += 1
        parts = []
        while True:
            match = _CHUNK.match(self._text, self.index)
            assert match
            parts.append(match[0])
            self.index = match.end()
            character = self._text[self.index : self.index + 1]
            if character == '"':
                self.index += 1
                break
            if character != "\\":
                if character and character not in "\n\r":
                    self._fail("control character inside a text", f"write it as \\u{ord(character):04x}")
                raise _BrokenError("unclosed quote", start, "close the quote")
            parts.append(self._escape())
        text = "".join(parts)
        limits.check_scalar(text)
        return text

    def _escape(self) -> str:
        kind = self._text[self.index + 1 : self.index + 2]
        if kind in _ESCAPES and kind:
            self.index += 2
            return _ESCAPES[kind]
        if kind != "u":
            self._fail("unknown escape sequence", "write a backslash as \\\\")
        start = self.index
        first = self._code_unit()
        if not 0xD800 <= first < 0xE000:
            return chr(first)
        if first < 0xDC00 and self._text.startswith("\\u", self.index):
            second = self._code_unit()
            if 0xDC00 <= second < 0xE000:
                return chr(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        raise _BrokenError("unpaired surrogate", start, "write both surrogates, or the character itself")

    def _code_unit(self) -> int:
        digits = self._text[self.index + 2 : self.index + 6]
        if not re.fullmatch("[0-9a-fA-F]{4}", digits):
            self._fail("\\u must be followed by four hexadecimal digits")
        self.index += 6
        return int(digits, 16)

    def _number(self, at: Position) -> int | float:
        match = _NUMBER.match(self._text, self.index)
        word = bare_word(self._text, self.index)
        if not match or match[0] != word:
            self._fail(*no_number(word))
        self.index = match.end()
        self._document.written.setdefault(self._builder.pointer, match[0])
        try:
            return number(match[0], integer=not (match[2] or match[3]))
        except UnsafeNumberError as error:
            self._document.add(UnsafeNumber, str(error), at, self._builder.pointer, error.help)
            self._document.spoiled.add(self._builder.pointer)
            return 0

    def _literal(self) -> bool | None:
        word = bare_word(self._text, self.index)
        if word in _LITERALS:
            self.index += len(word)
            return _LITERALS[word]
        return self._fail(*no_value(self._text, self.index))

    def _skip_space(self) -> None:
        match = _SPACE.match(self._text, self.index)
        assert match
        self.index = match.end()

    def _fail(self, message: str, help: str = "") -> NoReturn:
        raise _BrokenError(message, self.index, help)
