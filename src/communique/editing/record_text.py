"""The text of a record, in which values are replaced, inserted, removed and moved; all else stays as it is."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from functools import cached_property
from types import ModuleType
from typing import Any

from ..reading import Document, read_bytes
from ..reading.rules import LimitExceeded, UnsafeCharacter
from ..reading.tokens import tokens
from ..text.edits import Edit, apply, apply_to_file
from ..text.pointer import Pointer
from . import block_edits, flow_edits
from .replacing import replaced
from .surroundings import CANNOT, EditError, Surroundings
from .value_text import key_text

_MARK = "\ufeff"


class RecordText:
    """A file of YAML or JSON that is edited. Comments, order, quotes and layout of what is not edited stay.

    Every method raises EditError, and changes nothing, where it would lose a comment or cannot leave the rest as it is.
    """

    def __init__(self, content: bytes, path: str) -> None:
        """The file with this content.

        Raises:
            EditError: it has reading errors.
        """
        self._before, self._path = content, path
        document = read_bytes(content, path)
        self._text = content.decode("utf-8", "replace").removeprefix(_MARK)
        if not document.sound or document.text.rstrip("\n") != self._text.rstrip("\n"):
            raise EditError(f"it has errors; `communique validate {path}` lists them")
        self._document, self._data = document, deepcopy(document.data)

    @property
    def data(self) -> Any:
        """The data of the file with all edits, as JSON types."""
        return self._data

    def replace(self, pointer: Pointer, value: Any) -> None:
        """Put another value in the place of the one at the pointer."""
        if not pointer:
            raise EditError("a whole record cannot be replaced")
        data = deepcopy(self._data)
        _at(data, pointer[:-1])[pointer[-1]] = deepcopy(value)
        self._make(pointer, replaced(self._around, pointer, value), data)

    def insert(self, pointer: Pointer, value: Any, order: Sequence[str] = ()) -> None:
        """Insert a value: as the item with the last number of the pointer, or with its key.

        ``order`` has keys of the object, this one among them, in the usual order; a key that is not in it becomes the
        last.
        """
        holder, step = pointer[:-1], pointer[-1]
        if not (inner := _at(self._data, holder)):
            self.replace(holder, {step: value} if isinstance(inner, dict) else [value])
            return
        place = step if isinstance(step, int) else _place(step, list(inner), order)
        edit = self._edits(holder).inserted(self._around, holder, place, step, value)
        self._make(pointer, edit, self._with(holder, place, step, value))

    def extend(self, holder: Pointer, values: Sequence[Any]) -> None:
        """Add items at the end of a list."""
        if not (inner := _at(self._data, holder)):
            self.replace(holder, [*values])
        elif self._around.spans.is_flow(holder):
            for value in values:
                self.insert((*holder, len(_at(self._data, holder))), value)
        else:
            data = deepcopy(self._data)
            _at(data, holder).extend(deepcopy([*values]))
            self._make((*holder, len(inner) - 1), block_edits.extended(self._around, holder, values), data)

    def remove(self, pointer: Pointer) -> None:
        """Remove a key with its value, or an item of a list."""
        inner = _at(self._data, pointer[:-1])
        if len(inner) == 1:
            self.replace(pointer[:-1], type(inner)())
        else:
            self._make(pointer, self._edits(pointer[:-1]).removed(self._around, pointer), self._without(pointer))

    def rename(self, pointer: Pointer, key: str) -> None:
        """Put another key in the place of the one at the pointer; its value and its place stay."""
        around, holder = self._around, pointer[:-1]
        start, end = around.spans[pointer].key, around.spans.after_colon(pointer)
        edit = Edit(start, end, key_text(key, around.writing, flow=around.spans.is_flow(holder)))
        data = deepcopy(self._data)
        inner = _at(data, holder)
        pairs = [(key if each == pointer[-1] else each, value) for each, value in inner.items()]
        inner.clear()
        inner.update(pairs)
        self._make(pointer, edit, data)

    def move(self, pointer: Pointer, place: int) -> None:
        """Move an item of a list to another place of it, as it is written, with the comments in it."""
        holder, before = pointer[:-1], (self._text, self._data)
        value, edits = _at(self._data, pointer), self._edits(holder)
        written = edits.taken(self._around, pointer)
        try:
            self._make(pointer, edits.deleted(self._around, pointer), self._without(pointer))
            edit = edits.placed(self._around, holder, place, written)
            self._make(holder, edit, self._with(holder, place, place, value))
        except EditError:
            self._text, self._data = before
            self.__dict__.pop("_around", None)
            raise

    def content(self) -> bytes:
        """The content of the file with all edits.

        Raises:
            EditError: a comment would be lost.
        """
        end = len(self._before.decode("utf-8").removeprefix(_MARK))
        made = apply_to_file(self._before, [Edit(0, end, self._text)])
        if _comments(read_bytes(made, self._path)) != _comments(self._document):
            raise EditError("a comment would be lost; change this file by hand")
        return made

    @cached_property
    def _around(self) -> Surroundings:
        return Surroundings(self._path, self._text, self._data)

    def _edits(self, holder: Pointer) -> ModuleType:
        return flow_edits if self._around.spans.is_flow(holder) else block_edits

    def _with(self, holder: Pointer, place: int, step: str | int, value: Any) -> Any:
        data = deepcopy(self._data)
        inner = _at(data, holder)
        if isinstance(inner, list):
            inner.insert(place, deepcopy(value))
        else:
            pairs = [*inner.items()]
            inner.clear()
            inner.update([*pairs[:place], (step, deepcopy(value)), *pairs[place:]])
        return data

    def _without(self, pointer: Pointer) -> Any:
        data = deepcopy(self._data)
        del _at(data, pointer[:-1])[pointer[-1]]
        return data

    def _make(self, pointer: Pointer, edit: Edit, data: Any) -> None:
        """Make the edit, if the file then has this data when it is read."""
        text = apply(self._text, [edit])
        read = read_bytes(text.encode("utf-8", "surrogatepass"), self._path)
        if not read.complete or _canonical(read.data) != _canonical(data):
            raise EditError(f"{self._around.where(pointer)}: {_why(read)}")
        self._text, self._data = text, data
        self.__dict__.pop("_around", None)


def _at(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        data = data[step]
    return data


def _place(key: str, keys: Sequence[str], order: Sequence[str]) -> int:
    """Behind the last of the keys that come before it in the order."""
    before = set(order[: order.index(key)]) if key in order else set(keys)
    return max((place + 1 for place, each in enumerate(keys) if each in before), default=0)


def _why(read: Document) -> str:
    """Why the text of an edited file cannot be taken."""
    reasons = (each for each in read.findings if each.code in (LimitExceeded.code, UnsafeCharacter.code))
    return next((f"it would not be a valid file: {each.message}" for each in reasons), CANNOT)


def _canonical(data: Any) -> str:
    return json.dumps(data, sort_keys=True)  # in which 1 and 1.0 differ


def _comments(document: Document) -> Counter[str]:
    return Counter(each.rstrip() for each in tokens(document).comments)
