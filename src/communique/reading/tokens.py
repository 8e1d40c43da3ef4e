"""The tokens of a file: the span of each scalar, and every comment. Edits use them to change nothing else.

They come from the events of libyaml and from the text itself, not from the document, so that duplicate keys, second
documents and the order of keys are seen too.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import yaml

from . import Document, is_json
from .libyaml import LOADER
from .scalars import UnsafeNumberError, resolve

_JSON = re.compile(r'"(?:[^"\\]|\\.)*"|[-+.\w]+|[][{}]', re.DOTALL)
_COLON = re.compile(r"\s*:")
_COMMENT = re.compile(r"(?:^|(?<=[ \t\r\n]))#[^\r\n]*")
_HEADER = re.compile(r"[|>][-+0-9]*(?P<comment>[ \t]+#[^\r\n]*)?")
_MARKS: dict[type[yaml.Event], str] = {
    yaml.DocumentStartEvent: "---",
    yaml.MappingStartEvent: "{",
    yaml.MappingEndEvent: "}",
    yaml.SequenceStartEvent: "[",
    yaml.SequenceEndEvent: "]",
}
SCALAR = "scalar"
ALIAS = "*"


class Token(NamedTuple):
    """A scalar, or where a mapping, a list or a document begins or ends.

    ``start`` and ``end`` count code points of the text. ``value`` is the value of a scalar: text, number, boolean or
    null; of a key, always text. ``style`` is its quote, ``|`` or ``>``, or empty. ``bare`` is true if it has no anchor
    or tag.
    """

    kind: str
    start: int
    end: int
    value: Any = None
    style: str = ""
    is_key: bool = False
    bare: bool = True


@dataclass(frozen=True)
class Tokens:
    """The tokens of a file in order, up to the first syntax error, and its comments by where they begin."""

    all: tuple[Token, ...]
    commented: Mapping[int, str]

    @property
    def comments(self) -> tuple[str, ...]:
        """The comments in order."""
        return tuple(self.commented.values())

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.all]

    def scalar_at(self, start: int) -> int | None:
        """The number of the scalar that begins at this code point."""
        number = bisect_left(self._starts, start)
        while number < len(self.all) and self.all[number].start == start:
            if self.all[number].kind == SCALAR:
                return number
            number += 1
        return None

    def within(self, start: int, end: int) -> Iterator[int]:
        """The numbers of the scalars that the stretch touches."""
        number = max(bisect_left(self._starts, start) - 1, 0)
        while number < len(self.all) and self.all[number].start < end:
            if self.all[number].kind == SCALAR and self.all[number].end > start:
                yield number
            number += 1


def tokens(document: Document) -> Tokens:
    """The tokens of what was read."""
    if is_json(document.path, document.text):
        return Tokens(tuple(_json_tokens(document.text)), {})
    found = tuple(_yaml_tokens(document.text))
    end = len(document.text) if document.complete else found[-1].end if found else 0
    return Tokens(found, dict(_comments(document.text, found, end)))


def _json_tokens(text: str) -> Iterator[Token]:
    for match in _JSON.finditer(text):
        if match[0] in "{}[]":
            yield Token(match[0], *match.span())
        else:
            is_text = match[0].startswith('"')
            is_key = is_text and _COLON.match(text, match.end()) is not None
            yield Token(SCALAR, *match.span(), _json_value(match[0]), '"' if is_text else "", is_key)


def _json_value(word: str) -> Any:
    try:
        return json.loads(word)
    except ValueError:
        return (word,)  # nothing that JSON knows, and so equal to itself only


def _yaml_tokens(text: str) -> Iterator[Token]:
    """Every token up to the first that libyaml cannot take."""
    place = _Place()
    try:
        event: Any
        for event in yaml.parse(text, Loader=LOADER):
            span = event.start_mark.index, event.end_mark.index
            if isinstance(event, yaml.ScalarEvent):
                yield _scalar(event, is_key=place.wants_key)
                place.node()
            elif isinstance(event, yaml.AliasEvent):
                yield Token(ALIAS, *span, event.anchor)
                place.node()
            elif kind := _MARKS.get(type(event)):
                yield Token(kind, *span)
                place.bracket(kind)
    except yaml.YAMLError:
        return


class _Place:
    """Knows whether a key comes next."""

    def __init__(self) -> None:
        self._wants_key = [False]
        self._is_mapping = [False]

    @property
    def wants_key(self) -> bool:
        return self._wants_key[-1]

    def node(self) -> None:
        """A scalar, an alias or a whole collection has ended."""
        self._wants_key[-1] = self._is_mapping[-1] and not self._wants_key[-1]

    def bracket(self, kind: str) -> None:
        if kind in "{[":
            self._wants_key.append(kind == "{")
            self._is_mapping.append(kind == "{")
        elif kind in "}]":
            self._wants_key.pop()
            self._is_mapping.pop()
            self.node()


def _scalar(event: Any, *, is_key: bool) -> Token:
    plain = event.implicit[0] and not event.style
    return Token(
        SCALAR,
        event.start_mark.index,
        event.end_mark.index,
        _meaning(event.value) if plain and not is_key else event.value,
        event.style or "",
        is_key,
        bare=not event.anchor and not event.tag,
    )


def _meaning(word: str) -> Any:
    try:
        return resolve(word)
    except UnsafeNumberError:
        return (word,)


def _comments(text: str, found: tuple[Token, ...], end: int) -> Iterator[tuple[int, str]]:
    """The comments between the scalars, and those behind the mark that begins a text of several lines."""
    done = 0
    for token in found:
        if token.kind == SCALAR:
            yield from _comments_between(text, done, token.start)
            if token.style in ("|", ">") and (header := _HEADER.match(text, token.start)) and header["comment"]:
                yield text.index("#", header.start("comment")), header["comment"].strip()
            done = token.end
    yield from _comments_between(text, done, end)


def _comments_between(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    return ((match.start(), match[0]) for match in _COMMENT.finditer(text, start, end))
