"""The field that a part of an item fits that stands without the name of a field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..exporting.tables.field_layout import Field, Layout, fields
from ..importing.cells import CellError
from ..lazy import lazy_pattern
from ..lexicon.code_words import code_called, codes_for
from ..lexicon.countries import codes_of
from ..lexicon.vocabulary import plain
from ..models import Model
from ..models.assertion import Assertion
from ..models.entity import Entity
from ..text.shortening import shorten
from .texts import text_fields
from .values import Values, is_address, is_literal, is_quoted, number

_COUNTRY = lazy_pattern("[A-Z]{2}$")
_NUMBERS = ("value", "amount")


class Fit(NamedTuple):
    """A field and its value. It is not sure if a word was taken for a code."""

    field: Field
    value: Any
    is_sure: bool = True


class Fitting:
    """Looks for fields of an object, which has some ``data`` already."""

    def __init__(self, model: type[Model], values: Values, data: Mapping[str, Any]) -> None:
        self._model, self._values, self._data = model, values, data
        self._fields = {each.name: each for each in fields(model)}

    def find(self, part: str) -> Fit:
        """The field that the part fits, and its value there.

        Raises:
            CellError: it fits none, or several.
        """
        if is_address(part) and "url" in self._fields:
            return Fit(self._fields["url"], part)
        readers = () if is_quoted(part) else (self._number, self._date, self._code, self._country, self._thing)
        if found := next(filter(None, (read(part) for read in readers)), None):
            return found
        if found := None if is_quoted(part) else self._word(part):
            return found
        if is_quoted(part) or not is_literal(part):
            for field in text_fields(self._model):
                if field.name not in self._data and (field.is_required or is_quoted(part)):
                    return Fit(field, self._values.read(self._model, field, part))
        raise CellError(f"{shorten(part)!r} fits no field here", self._advice(part))

    def _number(self, part: str) -> Fit | None:
        field = next((self._fields[name] for name in _NUMBERS if name in self._fields), None)
        is_free = field and field.name not in self._data and field.layout is not Layout.DATE
        value = number(part) if is_free else None
        return Fit(field, value) if field and value is not None else None

    def _date(self, part: str) -> Fit | None:
        inherited = Assertion.model_fields if issubclass(self._model, Assertion) else {}
        own = [each for each in self._fields.values() if each.layout is Layout.DATE and each.name not in inherited]
        if not own or not any(letter.isdigit() for letter in part):
            return None
        try:
            return Fit(own[0], self._values.scalar(own[0], part))
        except CellError:
            return None

    def _code(self, part: str) -> Fit | None:
        """The field of which the part is a code, or of whose list it is several; hyphens and spaces do not matter."""
        codes = [plain(each) if each == each.lower() else each for each in map(str.strip, part.split(","))]
        found = [each for each in self._coded() if all(code in [*each.type] for code in codes)]
        found = [each for each in found if len(codes) == 1 or each.layout is Layout.SCALARS]
        if len(found) > 1:
            names = " or ".join(f"{each.name}: {part}" for each in found)
            raise CellError(f"{part!r} is a code of several fields", f"write {names}")
        return Fit(found[0], codes if found[0].layout is Layout.SCALARS else codes[0]) if found else None

    def _word(self, part: str) -> Fit | None:
        """The only field with a code for which people write this word."""
        if not part[0].islower():
            return None
        found = [Fit(each, str(code), False) for each in self._coded() if (code := code_called(part, each.type))]
        return found[0] if len(found) == 1 else None

    def _coded(self) -> list[Field]:
        """The fields with codes that have no value yet, or may have several."""
        coded = [each for each in self._fields.values() if each.codelist]
        return [each for each in coded if each.layout is Layout.SCALARS or each.name not in self._data]

    def _country(self, part: str) -> Fit | None:
        field = self._fields.get("country")
        return Fit(field, part) if field and _COUNTRY.match(part) and codes_of(part) == (part,) else None

    def _thing(self, part: str) -> Fit | None:
        """The field that can hold the id of the thing that is called so, or of all that are.

        Of several fields for things of one kind, only the first is taken; the others need their names. In a definition,
        another name is mostly its own, so there all of them do.
        """
        kinds = set[str]()
        for field in self._fields.values() if not issubclass(self._model, Entity) else ():
            is_first, is_list = not kinds & {*field.kinds}, field.layout is Layout.SCALARS
            kinds |= {*field.kinds}
            if not field.kinds or not is_first or (field.name in self._data and not is_list):
                continue
            parts = [each.strip() for each in part.split(";")] if is_list else [part]
            ids = [self._values.names.find(each, field.kinds) for each in parts]
            if all(ids):
                return Fit(field, ids if is_list else ids[0])
        return None

    def _advice(self, part: str) -> str:
        kinds = [kind for each in self._fields.values() for kind in each.kinds]
        meant = self._values.names.meant(part, dict.fromkeys(kinds))
        meant += [f"{each.name}: {code}" for each in self._coded() for code in codes_for(part, [each.type])]
        if meant:
            return f"it may be {' or '.join(meant[:5])}"
        if lists := [each.codelist for each in self._coded() if each.is_required and part == part.lower()]:
            return f"`communique codes {lists[0]}` lists the codes"
        return f"write the name of the field before it; `communique fields {self._model.__name__.lower()}` lists them"
