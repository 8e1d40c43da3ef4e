"""Reads clean YAML quickly: the data only, no positions, and no findings."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import yaml
from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from . import limits
from .libyaml import LOADER
from .scalars import LAST_SIGN, LONGEST_CONSTANT, Plain, UnsafeNumberError, reading_as_key, resolve, yaml_1_1_reading
from .yaml_strictness import BLOCK_HEADER

_ENDS = {MappingStartEvent: MappingEndEvent, SequenceStartEvent: SequenceEndEvent}
_DASH = "-"
"""Not allowed without quotes inside brackets."""
_SHORT, _REMEMBERED = 100, 10_000
"""Characters of the values that are remembered, and how many are."""


class _NotCleanError(Exception):
    """Something that only the careful reader can judge."""


def read_yaml_quickly(text: str, doubts: set[int]) -> dict[str, Any] | None:
    """The data of a text that passed the checks of `TextCheck`; None if the careful reader has to read it.

    The line breaks of the text are LF. ``doubts`` are the indexes of signs that have to be part of a text in quotes or
    of a block of text.
    """
    try:
        return _Reader(text, doubts).read()
    except (_NotCleanError, UnsafeNumberError, yaml.YAMLError):
        return None


class _Reader:
    """Builds the data from libyaml's events.

    Attributes of events cost time. A mark is looked at only where a value may go over several lines, because there the
    indentation is not checked by libyaml.
    """

    def __init__(self, text: str, doubts: set[int]) -> None:
        self._text = text
        self._doubts = doubts
        self._next = LOADER(text).get_event
        self._nodes = 1
        self._last: Any = None
        """The event that ended the last collection."""

    def read(self) -> dict[str, Any]:
        """The mapping that is the only document of the text."""
        self._next()
        start = self._next()
        if not isinstance(start, yaml.DocumentStartEvent) or start.version or start.tags:
            raise _NotCleanError
        found = self._collection(self._next(), None, None, 0)
        self._next()
        is_only_one = isinstance(self._next(), yaml.StreamEndEvent)
        if self._doubts or not is_only_one or self._nodes > limits.MAX_NODES or not isinstance(found, dict):
            raise _NotCleanError
        return found

    def _collection(self, begin: Any, parent: Any, block: Any, depth: int) -> Any:
        """The collection that begins with this event, and is inside ``depth`` others.

        ``parent`` is the event with which the innermost of these began; ``block`` the last that began one outside
        brackets. They are the same if the new one is not inside brackets.
        """
        if type(begin) not in _ENDS or begin.anchor is not None or begin.tag is not None or depth == limits.MAX_DEPTH:
            raise _NotCleanError
        if not begin.flow_style:
            return self._items(begin, begin, depth + 1)
        found = self._items(begin, block, depth + 1)
        if parent is block and begin.start_mark.line != self._last.end_mark.line:
            self._check_brackets(begin, block)
        return found

    def _items(self, begin: Any, block: Any, depth: int) -> Any:
        """All that is in a mapping or list."""
        following, is_mapping, end = self._next, type(begin) is MappingStartEvent, _ENDS[type(begin)]
        found: Any = {} if is_mapping else []
        while type(each := following()) is not end:
            if is_mapping:
                if type(each) is not ScalarEvent or each.anchor is not None or each.tag is not None:
                    raise _NotCleanError
                key = self._quoted_key(each, block) if each.style else _plain_key(each.value)
                if key in found:
                    raise _NotCleanError
                each = following()
            if type(each) is ScalarEvent and each.anchor is None and each.tag is None:
                value: Any = each.value
                if each.style:
                    self._check_style(each, block)
                elif len(value) <= LONGEST_CONSTANT or value <= LAST_SIGN:  # else it is certainly text
                    value = _plain(value, is_in_block=begin is block)
            else:
                value = self._collection(each, begin, block, depth)
            if is_mapping:
                found[key] = value
            else:
                found.append(value)
        self._last = each
        self._nodes += len(found)
        return found

    def _quoted_key(self, event: Any, block: Any) -> str:
        self._check_style(event, block)
        if len(event.value) > limits.MAX_KEY:
            raise _NotCleanError
        return str(event.value)

    def _check_style(self, event: Any, block: Any) -> None:
        """Look for what `Strictness` forbids in a text that is quoted or a block."""
        begin, end = event.start_mark, event.end_mark
        if self._doubts:
            self._doubts.difference_update(range(begin.index + 1, end.index))
        if event.style in ("|", ">"):
            if not BLOCK_HEADER.match(self._text, begin.index):
                raise _NotCleanError
        elif begin.line != end.line:
            self._check_indentation(begin.index, end.index, block, ())

    def _check_brackets(self, begin: Any, block: Any) -> None:
        # A line that begins with one of these has nothing that has to be indented.
        self._check_indentation(begin.start_mark.index, self._last.end_mark.index, block, ("]", "}", ",", "#"))

    def _check_indentation(self, start: int, end: int, block: Any, free: tuple[str, ...]) -> None:
        """Every line of the stretch after its first has to be indented more than the block around it."""
        if block is None:
            return
        column = block.start_mark.column
        for line in self._text[start:end].split("\n")[1:]:
            bare = line.lstrip(" ")
            if bare and len(line) - len(bare) <= column and not bare.startswith(free):
                raise _NotCleanError


def _plain(text: str, *, is_in_block: bool) -> Plain:
    """The value of an unquoted text that YAML 1.1 and YAML 1.2 programs read alike."""
    if not text and not is_in_block:  # libyaml gives it the place of what follows it
        raise _NotCleanError
    return _short(text) if len(text) <= _SHORT else _meaning(text)


@lru_cache(_REMEMBERED)
def _short(text: str) -> Plain:
    """The same values come again and again; long ones would fill the memory."""
    return _meaning(text)


def _meaning(text: str) -> Plain:
    value = resolve(text)
    if yaml_1_1_reading(text) is not None or text == _DASH:
        raise _NotCleanError
    return value


@lru_cache(_REMEMBERED)
def _plain_key(text: str) -> str:
    """An unquoted key that all programs read as this text."""
    if reading_as_key(text) is not None or text == _DASH or len(text) > limits.MAX_KEY:
        raise _NotCleanError
    return text
