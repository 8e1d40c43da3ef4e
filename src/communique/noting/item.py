"""One item of the notes as an object of the record: each part of it becomes the value of a field.

A part with the name of a field before it is the value of that field. Any other part is taken for the field that it
fits: an address, a number, a date, a code, the name of a thing; else it is the text that such an object has.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from ..adding.remark import Remarks
from ..codelists import UnknownReason
from ..exporting.tables.field_layout import Field, Layout, fields
from ..importing.cells import CellError
from ..lazy import lazy_pattern
from ..lexicon.code_words import code_called, codes_for
from ..lexicon.countries import codes_of
from ..lexicon.spelling import did_you_mean
from ..lexicon.vocabulary import plain
from ..models import Model
from ..models.assertion import Assertion
from ..models.entity import Entity
from ..models.shorthand import shorthands
from ..text.shortening import shorten
from .lines import Entry, Line
from .support import evidence_in
from .texts import text_fields
from .values import IN_BRACKETS, Values, is_address, is_literal, is_quoted, number, unquoted

_BETWEEN = lazy_pattern(r"(?<!\S)\|(?!\S)")
_LABELLED = lazy_pattern(r"(?P<path>[a-z]+(?:_[a-z]+)*(?:\.[A-Za-z_-]+)*):\s+(?P<value>.+)$")
_LABEL = lazy_pattern(r"(?P<label>[A-Za-z0-9][\w-]*) = (?P<rest>.+)$")
_COUNTRY = lazy_pattern("[A-Z]{2}$")
_MOST_PARTS = 50
_NUMBERS = ("value", "amount")


class Item:
    """An object of a model, as the notes have it.

    ``label`` is the name by which other items call it. ``is_sure`` is false if a word was taken for a code.
    """

    def __init__(self, model: type[Model], values: Values, remarks: Remarks) -> None:
        self.model, self.label, self.is_sure = model, "", True
        self.data: dict[str, Any] = {}
        self._values, self._remarks = values, remarks
        self._fields = {each.name: each for each in fields(model)}

    def fill(self, entry: Entry, shared: Mapping[str, Any] = MappingProxyType({})) -> Item:
        """Take in what the lines of the item say, and the values that are ``shared`` in its list, for other fields."""
        if labelled := _LABEL.match(entry.first.text):
            self.label = labelled["label"]
            entry = Entry(Line(entry.first.number, labelled["rest"]), entry.more)
        for each in self._strands(entry):
            self._take_strand(each)
        found = {**shared, **self.data}
        self.data = {name: found[name] for name in self.model.field_order() if name in found}
        return self

    def _strands(self, entry: Entry) -> Iterator[Line]:
        """The lines of the item, each with those that continue it; a line that begins with a field begins a new one."""
        strand = [entry.first]
        for line in entry.more:
            if self._labelled(line.text):
                yield _joined(strand)
                strand = []
            strand.append(line)
        yield _joined(strand)

    def _labelled(self, text: str) -> re.Match[str] | None:
        """The text as the name of a field of the item, or of one in it, and its value."""
        found = _LABELLED.match(text)
        return found if found and found["path"].partition(".")[0] in self._fields else None

    def _take_strand(self, strand: Line) -> None:
        text, evidence = strand.text, list[Any]()
        try:
            if self._took_nested(strand):
                return
            if "evidence" in self._fields:
                text, evidence = evidence_in(text, self._values)
            if evidence:
                self.data.setdefault("evidence", []).extend(evidence)
            parts = [each for part in _BETWEEN.split(text) if (each := part.strip())]
            if len(parts) > _MOST_PARTS:
                raise CellError(
                    f"found {len(parts)} values in an item", "begin each item with '- ' in a line of its own"
                )
            for part in parts:
                self._take(part, strand.number)
        except CellError as error:
            self._remarks.add(strand.number, "", str(error), error.help)

    def _took_nested(self, strand: Line) -> bool:
        """Take in a line that is an object in a list of the item, in parts like the item; whether it is one."""
        found = self._labelled(strand.text)
        field = self._fields.get(found["path"]) if found else None
        if not found or not field or field.layout is not Layout.OBJECTS or found["value"].startswith(IN_BRACKETS):
            return False
        if field.name in shorthands(self.model) and not _BETWEEN.search(found["value"]):
            return False
        inner = Item(field.type, self._values, self._remarks)
        inner.fill(Entry(Line(strand.number, found["value"]), ()))
        self.is_sure &= inner.is_sure
        self.data.setdefault(field.name, []).append(inner.data)
        return True

    def _take(self, part: str, line: int) -> None:
        try:
            if found := self._labelled(part):
                self._put_labelled(found["path"].split("."), found["value"].strip())
            else:
                self._put(*self._fitting(part))
        except CellError as error:
            self._remarks.add(line, "", str(error), error.help)

    def put(self, name: str, written: str, line: int) -> None:
        """Take in the value of a field, which may be one of an object in the item: ``place.city``."""
        try:
            self._put_labelled(name.split("."), written)
        except CellError as error:
            self._remarks.add(line, "", str(error), error.help)

    def _put_labelled(self, path: Sequence[str], written: str) -> None:
        name, *rest = path
        if not (field := self._fields.get(name)):
            raise CellError(f"there is no field {name!r} here", _advice_on_field(name, self._fields))
        if written in [*UnknownReason] and not field.codelist and "unknown" in self._fields and not rest:
            self.data.setdefault("unknown", []).append({"field": name, "reason": written})
        elif not rest:
            self._put(field, self._values.read(self.model, field, written))
        elif not isinstance(inner := self.data.setdefault(name, {}), dict):
            raise CellError(f"{name} is given twice", "leave one of them out")
        elif field.layout is Layout.LOCALIZED and len(rest) == 1:
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

    def _fitting(self, part: str) -> tuple[Field, Any]:
        """The field that a part without a name fits, and its value there.

        Raises:
            CellError: it fits none, or several.
        """
        if is_address(part) and "url" in self._fields:
            return self._fields["url"], part
        readers = () if is_quoted(part) else (self._number, self._date, self._code, self._country, self._thing)
        if found := next(filter(None, (read(part) for read in readers)), None):
            return found
        if found := None if is_quoted(part) else self._word(part):
            self.is_sure = False
            return found
        if is_quoted(part) or not is_literal(part):
            for field in text_fields(self.model):
                if field.name not in self.data and (field.is_required or is_quoted(part)):
                    return field, self._values.read(self.model, field, part)
        raise CellError(f"{shorten(part)!r} fits no field here", self._advice(part))

    def _number(self, part: str) -> tuple[Field, Any] | None:
        field = next((self._fields[name] for name in _NUMBERS if name in self._fields), None)
        is_free = field and field.name not in self.data and field.layout is not Layout.DATE
        value = number(part) if is_free else None
        return (field, value) if field and value is not None else None

    def _date(self, part: str) -> tuple[Field, Any] | None:
        inherited = Assertion.model_fields if issubclass(self.model, Assertion) else {}
        own = [each for each in self._fields.values() if each.layout is Layout.DATE and each.name not in inherited]
        if not own or not any(letter.isdigit() for letter in part):
            return None
        try:
            return own[0], self._values.scalar(own[0], part)
        except CellError:
            return None

    def _code(self, part: str) -> tuple[Field, Any] | None:
        """The field of which the part is a code, or of whose list it is several; hyphens and spaces do not matter."""
        codes = [plain(each) if each == each.lower() else each for each in map(str.strip, part.split(","))]
        found = [each for each in self._coded() if all(code in [*each.type] for code in codes)]
        found = [each for each in found if len(codes) == 1 or each.layout is Layout.SCALARS]
        if len(found) > 1:
            names = " or ".join(f"{each.name}: {part}" for each in found)
            raise CellError(f"{part!r} is a code of several fields", f"write {names}")
        return (found[0], codes if found[0].layout is Layout.SCALARS else codes[0]) if found else None

    def _word(self, part: str) -> tuple[Field, Any] | None:
        """The only field with a code for which people write this word."""
        if not part[0].islower():
            return None
        found = [(each, str(code)) for each in self._coded() if (code := code_called(part, each.type))]
        return found[0] if len(found) == 1 else None

    def _coded(self) -> list[Field]:
        """The fields with codes that have no value yet, or may have several."""
        coded = [each for each in self._fields.values() if each.codelist]
        return [each for each in coded if each.layout is Layout.SCALARS or each.name not in self.data]

    def _country(self, part: str) -> tuple[Field, Any] | None:
        field = self._fields.get("country")
        return (field, part) if field and _COUNTRY.match(part) and codes_of(part) == (part,) else None

    def _thing(self, part: str) -> tuple[Field, Any] | None:
        """The field that can hold the id of the thing that is called so, or of all that are.

        Of several fields for things of one kind, only the first is taken; the others need their names. In a definition,
        another name is mostly its own, so there all of them do.
        """
        kinds = set[str]()
        for field in self._fields.values() if not issubclass(self.model, Entity) else ():
            is_first, is_list = not kinds & {*field.kinds}, field.layout is Layout.SCALARS
            kinds |= {*field.kinds}
            if not field.kinds or not is_first or (field.name in self.data and not is_list):
                continue
            parts = [each.strip() for each in part.split(";")] if is_list else [part]
            ids = [self._values.names.find(each, field.kinds) for each in parts]
            if all(ids):
                return field, ids if is_list else ids[0]
        return None

    def _advice(self, part: str) -> str:
        kinds = [kind for each in self._fields.values() for kind in each.kinds]
        meant = self._values.names.meant(part, dict.fromkeys(kinds))
        meant += [f"{each.name}: {code}" for each in self._coded() for code in codes_for(part, [each.type])]
        if meant:
            return f"it may be {' or '.join(meant[:5])}"
        if lists := [each.codelist for each in self._coded() if each.is_required and part == part.lower()]:
            return f"`communique codes {lists[0]}` lists the codes"
        return f"write the name of the field before it; `communique fields {self.model.__name__.lower()}` lists them"


def _joined(lines: Sequence[Line]) -> Line:
    return Line(lines[0].number, " ".join(each.text for each in lines))


def _advice_on_field(name: str, names: Collection[str]) -> str:
    return did_you_mean(name, names) or f"the fields are {', '.join(names)}"
