"""The scalars of a record while somebody types: each with the keys that lead to it, as far as the text can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import yaml

from ..lazy import lazy_pattern
from ..reading.libyaml import LOADER
from ..text.pointer import Pointer
from .line_outline import outline

_TOP = lazy_pattern(r"^[A-Za-z_]\w*[ \t]*:", 8)  # re.MULTILINE
_PLACEHOLDER = "placeholderofcommunique"
_ENDINGS = ("", '"', "'", ":", '":')
"""What may have to follow the word that is typed, so that it can be read."""
_WORD = lazy_pattern(r"[A-Za-z0-9_.#-]*")
_BEFORE = lazy_pattern(r"(?<![A-Za-z0-9_.#-])[A-Za-z0-9_.][A-Za-z0-9_.#-]*\Z")


class Scalar(NamedTuple):
    """A text, a number or a key. ``start`` and ``end`` are those of its content, without quotes, in code points."""

    pointer: Pointer
    value: str
    start: int
    end: int
    is_key: bool = False
    quote: str = ""


class Typed(NamedTuple):
    """The word that is being typed: where it is, and the keys that lead to it."""

    pointer: Pointer
    start: int
    end: int
    is_key: bool
    quote: str


def scalars(text: str) -> Iterator[Scalar]:
    """The scalars in their order. After a syntax error each field of the record is read by itself, up to its error."""
    found = list[Scalar]()
    if _read(text, 0, found):
        yield from found
        return
    starts = [0, *(match.start() for match in _TOP.finditer(text)), len(text)]
    done = found[-1].end if found else 0
    yield from found
    for start, end in pairwise(starts):
        if end > done:
            part = list[Scalar]()
            _read(text[start:end], start, part)
            yield from (each for each in part if each.start >= done)


def scalar_at(text: str, index: int) -> Scalar | None:
    """The scalar in which this code point is, or at whose end; None if there is none."""
    return the_one_at(scalars(text), index)


def the_one_at(found: Iterable[Scalar], index: int) -> Scalar | None:
    """The last of the scalars in which this code point is, or at whose end; None if there is none."""
    return next(reversed([each for each in found if each.start <= index <= each.end]), None)


def typed_at(text: str, index: int) -> Iterator[Typed]:
    """The word at this code point, whatever comes after it.

    If what comes before cannot be read, there are several guesses, the surest first: by all that comes before, by the
    field of the record, by the indentation of the lines.
    """
    before = _BEFORE.search(text, max(0, text.rfind("\n", 0, index)), index)
    start = before.start() if before else index
    after = _WORD.match(text, index)
    end = after.end() if after else index
    tops = [match.start() for match in _TOP.finditer(text, 0, start)]
    for leading in (text[:start], text[(tops or [0])[-1] : start], outline(text, start)):
        if found := _placeholder(leading):
            yield Typed(found.pointer, start, end, found.is_key, found.quote)


def _placeholder(leading: str) -> Scalar | None:
    """The placeholder as it is read after this text; None if neither a value nor a key can be there."""
    for ending in _ENDINGS:
        found = list[Scalar]()
        _read(leading + _PLACEHOLDER + ending, 0, found)
        for each in reversed(found):
            if each.value == _PLACEHOLDER:
                return each
    return None


class _Open:
    """A mapping or a list that has begun."""

    def __init__(self, *, is_mapping: bool) -> None:
        self.is_mapping = is_mapping
        self.step: str | int | None = None if is_mapping else 0

    def pass_node(self) -> None:
        """A value, or a key that is no text, has ended."""
        if isinstance(self.step, int):
            self.step += 1
        else:
            self.step = "" if self.step is None else None


def _read(text: str, shift: int, to: list[Scalar]) -> bool:
    """Add the scalars of the text, which begins at this place of the whole one; whether it could be read to its end."""
    open_: list[_Open] = []
    event: Any
    try:
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, yaml.CollectionStartEvent):
                open_.append(_Open(is_mapping=isinstance(event, yaml.MappingStartEvent)))
            elif isinstance(event, yaml.CollectionEndEvent):
                open_.pop()
                _pass(open_)
            elif isinstance(event, yaml.ScalarEvent):
                to.append(_scalar(event, open_, shift))
                if not to[-1].is_key:
                    _pass(open_)
            elif isinstance(event, yaml.AliasEvent):
                _pass(open_)
    except (yaml.YAMLError, UnicodeError):
        return False
    return True


def _pass(open_: list[_Open]) -> None:
    if open_:
        open_[-1].pass_node()


def _scalar(event: Any, open_: list[_Open], shift: int) -> Scalar:
    is_key = bool(open_) and open_[-1].step is None
    if is_key:
        open_[-1].step = event.value
    quote = event.style if event.style in ("'", '"') else ""
    start, end = event.start_mark.index + shift + len(quote), event.end_mark.index + shift - len(quote)
    pointer = tuple(each.step for each in open_ if each.step is not None)
    return Scalar(pointer, event.value, start, end, is_key, quote)
