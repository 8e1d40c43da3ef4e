"""One item of the notes as an object of the record: each part of it becomes the value of a field.

A part with the name of a field before it is the value of that field. Any other part is taken for the field that it
fits: an address, a number, a date, a code, the name of a thing; else it is the text that such an object has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from ..adding.remark import Remarks
from ..codelists import UnknownReason
from ..exporting.tables.field_layout import Field, Layout, fields
from ..importing.cells import CellError
from ..lazy import lazy_pattern
from ..lexicon.field_names import fields_meant
from ..lexicon.field_synonyms import ELSEWHERE
from ..lexicon.spelling import question
from ..models import Model
from ..models.shorthand import shorthands
from ..schemas.described import words
from ..text.lines import Position
from ..text.shortening import shorten
from ..validation.structure.help.unknown_field import listed
from .fitting import Fitting
from .lines import COLON, Entry, Line, joined
from .order import LABEL
from .quotes import unquoted
from .slips import MOST_PARTS, misnamed, parts, refuse_name, refuse_signs
from .support import evidence, misplaced, sources_at_end
from .values import IN_BRACKETS, Values, in_brackets

_LABELLED = lazy_pattern(rf"(?P<path>[a-z]+(?:_[a-z]+)*(?:\.[A-Za-z_-]+)*){COLON}(?P<value>.+)$")


class Item:
    """An object of a model, as the notes have it.

    ``label`` is the name by which other items call it, and ``places`` are those of its fields in the notes, and
    ``shared`` the fields that it has from its list. ``is_sure`` is false if a word was taken for a code.
    """

    def __init__(self, model: type[Model], values: Values, remarks: Remarks) -> None:
        self.model, self.label, self.is_sure = model, "", True
        self.data: dict[str, Any] = {}
        self.places: dict[str, Position] = {}
        self.shared = set[str]()
        self._values, self._remarks = values, remarks
        self._fields = {each.name: each for each in fields(model)}

    def fill(self, entry: Entry, shared: Mapping[str, Any] = MappingProxyType({})) -> Item:
        """Take in what the lines of the item say, and the values that are ``shared`` in its list, for other fields."""
        if labelled := LABEL.match(entry.first.text):
            self.label = labelled["label"]
            entry = Entry(entry.first.cut(labelled.start("rest")), entry.more)
        for each in self._strands(entry):
            self._take_strand(each)
        self.shared = shared.keys() - self.data.keys()
        found = {**shared, **self.data}
        self.data = {name: found[name] for name in self.model.field_order() if name in found}
        return self

    def _strands(self, entry: Entry) -> Iterator[Line]:
        """The lines of the item, each with those that continue it; a line that begins with a field begins a new one."""
        strand = [entry.first]
        for line in entry.more:
            if not self._labelled(line.text) and (misnamed(line.text, self._fields) or _LABELLED.match(line.text)):
                self._refuse_name(line)
                continue
            if self._labelled(line.text):
                yield joined(strand)
                strand = []
            strand.append(line)
        yield joined(strand)

    def _refuse_name(self, line: Line) -> None:
        """Note a line that is meant to begin with a field, and would be text of the line above it."""
        name = line.text.replace("：", ":").partition(":")[0].strip()
        help = misnamed(line.text, self._fields) or self._fields_like(name)
        help = f"{help}; or move the first word into the line above, if it is text"
        self._remarks.add_at(line.place, f"there is no field {name!r} here", help)

    def _labelled(self, text: str) -> re.Match[str] | None:
        """The text as the name of a field of the item, or of one in it, and its value."""
        found = _LABELLED.match(text)
        return found if found and found["path"].partition(".")[0] in self._fields else None

    def _take_strand(self, strand: Line) -> None:
        if self._took_nested(strand):
            return
        if "evidence" in self._fields:
            strand, sources = sources_at_end(strand)
            for each in sources:
                self._support(each)
        found = () if self._has_misplaced(strand) else parts(strand)
        if len(found) > MOST_PARTS:
            help = "begin each item with '- ' in a line of its own"
            self._remarks.add_at(strand.place, f"found {len(found)} values in an item", help)
        for part in found[:MOST_PARTS]:
            self._take(part)

    def _has_misplaced(self, line: Line) -> bool:
        """Whether there are sources in the line before its end, which is noted."""
        found = [*misplaced(line, self._values)]
        for each in found:
            help = "write the sources at the end of the item, as [s1, s2]"
            is_square = each.text.endswith(("]", "］", "】"))
            message = "text stands behind the sources" if is_square else "found no square brackets around"
            self._remarks.add_at(each.place, f"{message} {each.text}", help)
        return bool(found)

    def _support(self, source: Line) -> None:
        try:
            found = evidence(source.text, self._values)
            self.places.setdefault("evidence", source.place)
            self.data.setdefault("evidence", []).append(found)
        except CellError as error:
            self._remarks.add_at(source.place, str(error), error.help)

    def _took_nested(self, strand: Line) -> bool:
        """Take in a line that is an object in a list of the item, in parts like the item; whether it is one."""
        found = self._labelled(strand.text)
        field = self._fields.get(found["path"]) if found else None
        if not found or not field or field.layout is not Layout.OBJECTS or found["value"].startswith(IN_BRACKETS):
            return False
        if field.name in shorthands(self.model) and len(parts(strand.cut(found.start("value")))) == 1:
            return False
        inner = Item(field.type, self._values, self._remarks)
        inner.fill(Entry(strand.cut(found.start("value")), ()))
        self.is_sure &= inner.is_sure
        if inner.label:
            inner.data = self._labelled_with(inner, strand)
        self.data.setdefault(field.name, []).append(inner.data)
        return True

    def _labelled_with(self, inner: Item, strand: Line) -> dict[str, Any]:
        """The data of an object in a list of the item, with its label as its id."""
        if "id" in inner._fields and inner.data.get("id", inner.label) == inner.label:
            return {"id": inner.label, **inner.data}
        help = f"leave out {inner.label} =, or put the text in quotes"
        self._remarks.add_at(strand.place, f"{shorten(strand.text)!r} can have no label", help)
        return inner.data

    def _take(self, part: Line) -> None:
        before = {*self.data}
        try:
            if labelled := self._labelled(part.text):
                refuse_signs(labelled["value"])
                self._put_labelled(labelled["path"].split("."), labelled["value"])
            elif part.text.startswith("{"):
                self._put_all(in_brackets(part.text))
            else:
                refuse_name(part.text, self._fields)
                refuse_signs(part.text)
                for fit in Fitting(self.model, self._values, self.data).find(part.text):
                    self.is_sure &= fit.is_sure
                    self._put(fit.field, fit.value)
        except CellError as error:
            self._remarks.add_at(part.place, str(error), error.help)
        self.places |= dict.fromkeys(self.data.keys() - before, part.place)

    def _put_all(self, found: Mapping[str, Any]) -> None:
        """Take in the fields of an object in brackets."""
        for name, value in found.items():
            self._put(self._field(name), value)

    def _field(self, name: str) -> Field:
        if field := self._fields.get(name):
            return field
        raise CellError(f"there is no field {name!r} here", self._fields_like(name))

    def _fields_like(self, name: str) -> str:
        if meant := fields_meant(name, self._fields):
            return question(*meant)
        command = f"communique fields {words(self.model.__name__).replace(' ', '_')}"
        return ELSEWHERE.get(name) or listed(name, [*self._fields], command)

    def put(self, name: Line, written: Line) -> None:
        """Take in the value of a field, which may be one of an object in the item: ``place.city``."""
        place = written.place if name.text.partition(".")[0] in self._fields else name.place
        try:
            refuse_signs(written.text)
            if not self._has_misplaced(written):
                self._put_labelled(name.text.split("."), written.text)
        except CellError as error:
            self._remarks.add_at(place, str(error), error.help)

    def _put_labelled(self, path: Sequence[str], written: str) -> None:
        name, *rest = path
        field = self._field(name)
        if written in [*UnknownReason] and not field.codelist and "unknown" in self._fields and not rest:
            self.data.setdefault("unknown", []).append({"field": name, "reason": written})
        elif not rest:
            self._put(field, self._values.read(self.model, field, written))
        elif not isinstance(inner := self.data.setdefault(name, {}), dict):
            raise CellError(f"{name} is given twice", "leave one of them out")
        elif field.layout is Layout.LOCALIZED and len(rest) == 1:
            if rest[0] in inner:
                raise CellError(f"{name}.{rest[0]} is given twice", "leave one of them out")
            inner[rest[0]] = unquoted(written)
        elif field.layout is Layout.OBJECT:
            item = Item(field.type, self._values, self._remarks)
            item.data = inner
            item._put_labelled(rest, written)
        else:
            raise CellError(f"{name} has no field {'.'.join(rest)}", f"`communique fields {name}` explains it")

    def _put(self, field: Field, value: Any) -> None:
        is_list = field.layout in (Layout.SCALARS, Layout.OBJECTS)
        if is_list:
            value = value if isinstance(value, list) else [value]
            self.data.setdefault(field.name, []).extend(value)
        elif field.name in self.data:
            raise CellError(f"{field.name} is given twice", "leave one of them out")
        else:
            self.data[field.name] = value
